import { only } from '@semai/domain/lifecycle'
import { onTheMachine, type Rule } from '@semai/domain/people/access'
import type { Actor } from '@semai/domain/people/actor'

/** Who may run each command. One without a line here is refused, and a test compares the list with the commands. */
export const commandRules: Readonly<Record<string, Rule<unknown>>> = {
  serve: onTheMachine,
  setup: onTheMachine,
  migrate: onTheMachine,
  doctor: onTheMachine,
  import: onTheMachine,
  export: onTheMachine,
  search: onTheMachine,
  similar: onTheMachine,
  match: onTheMachine,
  validate: onTheMachine,
  blueprint: onTheMachine,
  user: onTheMachine,
  agency: onTheMachine,
  claim: onTheMachine,
  replication: onTheMachine,
  'form-rule': onTheMachine,
  pulse: onTheMachine,
  rounds: onTheMachine,
  sample: onTheMachine,
  files: onTheMachine,
  analyse: onTheMachine,
  backup: onTheMachine,
  restore: onTheMachine,
}

/** The sentence that refuses a person the command; null when they may run it. */
export function refusalOf(command: string, actor: Actor): string | null {
  const rule = Object.hasOwn(commandRules, command) ? commandRules[command] : undefined
  if (!rule) return `The command "${command}" has no rule that says who may run it.`
  return rule.allows(actor, null) ? null : only(rule).en
}
