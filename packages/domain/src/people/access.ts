import type { Actor } from './actor.ts'

/** A named permission. `says` is shown in refusals and in the generated matrix. */
export type Rule<Subject> = { says: string; allows: (actor: Actor, subject: Subject) => boolean }

/** A rule under its name: who is allowed, in words that end "Only: …". */
export function rule<Subject>(says: string, allows: Rule<Subject>['allows']): Rule<Subject> {
  return { says, allows }
}

/** Whoever asks, signed in or not: the rule of everything that is published. */
export const everyone = rule<unknown>('everyone', () => true)

/** Whoever runs a command on the machine is its administrator; nobody who comes through the web is. */
export const onTheMachine = rule<unknown>('whoever runs a command on the machine', (actor) =>
  actor.grants.some(({ role }) => role === 'administrator'),
)
