import { expect, test } from 'vitest'
import { commandLineActor, publicActor } from '@semai/domain/people/actor'
import { cast } from '@semai/testkit/cast'
import { commandRules, refusalOf } from './command-rules.ts'
import { commands } from './commands.ts'

test('every command has a rule, and every rule a command', () => {
  expect(Object.keys(commandRules)).toEqual(commands.map(({ name }) => name))
})

/** Who each rule that the table uses lets through: a new rule needs a line. */
const allowed: Record<string, string[]> = {
  'whoever runs a command on the machine': ['command line'],
}

test.each(Object.entries(commandRules))('%s may be run by whom its rule names', (_, { says, allows }) => {
  const through = Object.entries(cast).flatMap(([label, actor]) => (allows(actor, null) ? [label] : []))
  expect(through).toEqual(allowed[says.en])
})

test('a refusal names who may; a command without a rule is refused to all', () => {
  expect(refusalOf('import', commandLineActor)).toBeNull()
  expect(refusalOf('import', publicActor)).toBe('Only: whoever runs a command on the machine.')
  const sentence = 'The command "toString" has no rule that says who may run it.'
  expect(refusalOf('toString', commandLineActor)).toBe(sentence)
})
