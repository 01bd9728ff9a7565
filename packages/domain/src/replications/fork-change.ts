import { z } from 'zod'
import type { ComponentKind } from '../blueprints/blueprint.ts'
import type { ComponentChange } from '../blueprints/blueprint-difference.ts'

/**
 * The facts that are recorded about every change of a fork besides what was changed, each from a closed list.
 * Source: FRAME, the Framework for Reporting Adaptations and Modifications-Enhanced (Stirman, Baumann and Miller, 2019,
 * Implementation Science 14:58): when, planned or not, who decided, what, at what level, what kind, consistent with the core
 * or not, why. The entries of the lists are shortened and put in the programme's words.
 */
export const changeFacts = {
  when: ['preparation', 'trial', 'implementation', 'maintenance', 'expansion'],
  planned: ['planned', 'unplanned'],
  decided_by: ['head', 'agency', 'team', 'frontline', 'mentor', 'community', 'provider'],
  what: ['content', 'context', 'training', 'implementation'],
  level: ['person', 'group', 'staff', 'unit', 'agency', 'region'],
  nature: [
    'tailored',
    'added',
    'removed',
    'shortened',
    'lengthened',
    'replaced',
    'reordered',
    'merged',
    'kept_back',
  ],
  core: ['consistent', 'inconsistent', 'unknown'],
  why: [
    'law',
    'budget',
    'staff',
    'infrastructure',
    'geography',
    'culture',
    'users',
    'provider',
    'origin',
    'other',
  ],
} as const satisfies Record<string, readonly [string, ...string[]]>

export type FactName = keyof typeof changeFacts
export const factNames = Object.keys(changeFacts) as FactName[]

/** What is known about a change: null where nobody has said. `words` tells it freely, beside the lists. */
export type ChangeFacts = { [Name in FactName]: (typeof changeFacts)[Name][number] | null } & {
  words: string | null
}

/** Nothing said about a change. */
export const noFacts: ChangeFacts = {
  ...(Object.fromEntries(factNames.map((name) => [name, null])) as Record<FactName, null>),
  words: null,
}

const fact = (name: FactName) =>
  z.preprocess((typed) => typed || null, z.enum(changeFacts[name]).nullable().default(null))

/** What may be typed about a change: each fact can be missing until the version is published. */
export const changeFactsForm = z.object({
  ...(Object.fromEntries(factNames.map((name) => [name, fact(name)])) as unknown as Record<
    FactName,
    z.ZodType<string | null>
  >),
  words: z
    .string()
    .max(1_000)
    .nullish()
    .transform((typed) => typed?.trim() || null),
}) as unknown as z.ZodType<ChangeFacts>

/** The facts as they hold for one change: its own, else those said for all changes, else what the change itself shows. */
export function factsOf(
  change: Pick<ComponentChange, 'is' | 'kind'>,
  { own = noFacts, all }: { own?: ChangeFacts | undefined; all: ChangeFacts },
): ChangeFacts {
  const shown: ChangeFacts = { ...noFacts, what: whatOf(change.kind), nature: natureOf(change.is) }
  const facts = factNames.map((name) => [name, own[name] ?? all[name] ?? shown[name]])
  return { ...(Object.fromEntries(facts) as ChangeFacts), words: own.words ?? all.words }
}

/** The facts nobody has told yet. */
export function missingFacts(facts: ChangeFacts): FactName[] {
  return factNames.filter((name) => facts[name] === null)
}

function natureOf(is: ComponentChange['is']): ChangeFacts['nature'] {
  return is === 'added' ? 'added' : is === 'removed' ? 'removed' : null
}

/** What FRAME calls it where the kind of the component leaves no doubt. */
function whatOf(kind: ComponentKind): ChangeFacts['what'] {
  if (kind === 'process_step') return 'content'
  return kind === 'staff' || kind === 'inclusion' || kind === 'legal_basis' ? 'context' : null
}
