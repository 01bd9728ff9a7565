import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aComponent, islandMedicine, islandMedicineLater } from '@semai/testkit/blueprint-scene'
import { componentKinds, standings } from '../blueprints/blueprint.ts'
import type { Component, Standing } from '../blueprints/blueprint.ts'
import { replicationForms } from '../claims/claim.ts'
import { formRule, shippedFormRule } from './form-rule.ts'
import type { FormRule } from './form-rule.ts'
import { formBasis, measuredForm } from './replication-form.ts'
import type { ForkSource } from './replication-form.ts'

const page = readFileSync(new URL('../../../../docs/methods/replication-form.md', import.meta.url), 'utf8')
const otherRules = formRule.array().parse(JSON.parse(/```json\n(.*?)```/s.exec(page)![1]!))
const rules = [shippedFormRule, ...otherRules]
const rows = page
  .split('\n')
  .filter((line) => /^\| \d+ /.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim().replaceAll(String.raw`\*`, '*')))

const standingOf = (letter: string): Standing => standings.find((one) => one[0] === letter.toLowerCase())!
const words = (cell: string) => cell.split(' ').filter(Boolean)
const second = words('C7 S7').map((word) => read(word).component)

/** `b:C1>L*` as the document explains it: a component, and whether it came from the second origin. */
function read(word: string): { component: Component; isSecond: boolean } {
  const [, from, letter, number, standing, mark] = /^(b:)?([CSL])(\d)(?:>([CSL]))?([*~])?$/.exec(word)!
  const key = letter!.toLowerCase() + number!
  return {
    component: aComponent(mark === '~' ? 'lesson' : 'risk', key, {
      standing: standingOf(standing ?? letter!),
      title: mark === '*' ? 'lain' : 'semula',
    }),
    isSecond: from !== undefined,
  }
}

test('the document has thirty cases', () => {
  expect(rows.map(([, number]) => Number(number))).toEqual(Array.from({ length: 30 }, (_, i) => i + 1))
})

test.each(rows)('case %2$s of the document: %3$s became %4$s', (...row) => {
  const [, , origin, replica, version, form, kept] = row
  const fork = words(replica!).map(read)
  const sources = Object.fromEntries(
    fork.flatMap(({ component: { key }, isSecond }) => (isSecond ? [[key, { origin: 1, key }]] : [])),
  )
  const rule = rules.find((rule) => rule.version === version)!
  const components = fork.map(({ component }) => component)
  const basis = formBasis([words(origin!).map((word) => read(word).component), second], sources, components)
  const measured = measuredForm(basis, components, rule)
  const [part, whole] = kept!.split('/').map(Number)
  expect(measured && [measured.form, measured.kept, measured.ruleVersion]).toEqual(
    kept === '' ? null : [form, part! / whole!, version],
  )
})

const keys = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'] as const
/** Components whose keys, kinds and few words meet often, so that all that can happen does. */
const lists = fc
  .uniqueArray(
    fc.record({
      key: fc.constantFrom(...keys),
      kind: fc.constantFrom(...componentKinds.slice(0, 2)),
      standing: fc.constantFrom(...standings),
      title: fc.constantFrom(null, 'satu', 'dua'),
    }),
    { selector: ({ key }) => key },
  )
  .map((given) => given.map(({ key, kind, ...rest }) => aComponent(kind, key, rest)))
const origins = lists.filter((list) => list.length > 0)
const tests = fc.oneof(
  fc.record({
    form: fc.constantFrom(...replicationForms),
    touched: fc.subarray([...standings], { minLength: 1 }),
  }),
  fc.record({
    form: fc.constantFrom(...replicationForms),
    keptBelow: fc.double({ min: 0, max: 1, noNaN: true }),
  }),
)
const weight = fc.integer({ min: 1, max: 9 })
const anyRules: fc.Arbitrary<FormRule> = fc.record({
  version: fc.constant('any'),
  weights: fc.record({ core: weight, supporting: weight, local: weight }),
  tests: fc.array(tests, { maxLength: 4 }),
  otherwise: fc.constantFrom(...replicationForms),
})

test('a copy is an adoption with a kept share of 1', () => {
  fc.assert(
    fc.property(origins, (origin) => {
      expect(measuredForm(origin, structuredClone(origin), shippedFormRule)).toEqual({
        form: 'adoption',
        kept: 1,
        touched: null,
        changes: 0,
        ruleVersion: 'semai-1',
      })
    }),
  )
})

test('no order changes what is measured, under any rule', () => {
  const shuffled = fc
    .tuple(origins, lists)
    .chain(([origin, fork]) =>
      fc.tuple(
        fc.constant([origin, fork] as const),
        fc.shuffledSubarray(origin, { minLength: origin.length }),
        fc.shuffledSubarray(fork, { minLength: fork.length }),
      ),
    )
  fc.assert(
    fc.property(shuffled, anyRules, ([[origin, fork], otherOrigin, otherFork], rule) => {
      expect(measuredForm(otherOrigin, otherFork, rule)).toEqual(measuredForm(origin, fork, rule))
    }),
  )
})

test('a change of the core is a modification, whatever else was changed', () => {
  const touched = fc.tuple(origins, lists, fc.constantFrom('changed', 'added', 'removed', 'called local'))
  fc.assert(
    fc.property(touched, ([given, fork, how]) => {
      const core = aComponent('risk', 'inti', { title: 'semula' })
      const origin = how === 'added' ? given : [...given, core]
      const fate = {
        changed: [{ ...core, title: 'lain' }],
        added: [core],
        removed: [],
        'called local': [{ ...core, standing: 'local' as const }],
      }
      expect(measuredForm(origin, [...fork, ...fate[how]], shippedFormRule)?.form).toBe('modification')
    }),
  )
})

test('the share kept is a share, and is whole only where nothing was lost or changed', () => {
  fc.assert(
    fc.property(origins, lists, anyRules, (origin, fork, rule) => {
      const { kept } = measuredForm(origin, fork, rule)!
      const same = (one: Component) => fork.some((other) => JSON.stringify(other) === JSON.stringify(one))
      expect([kept >= 0, kept <= 1, kept === 1]).toEqual([true, true, origin.every(same)])
    }),
  )
})

test('another rule gives its own form: that of its first test that holds', () => {
  fc.assert(
    fc.property(origins, lists, fc.constantFrom(...replicationForms), (origin, fork, form) => {
      const none: FormRule = { ...shippedFormRule, version: 'lain', tests: [], otherwise: form }
      expect(measuredForm(origin, fork, none)).toMatchObject({ form, ruleVersion: 'lain' })
      const share: FormRule = { ...none, tests: [{ form: 'adaptation', keptBelow: 0.5 }] }
      const { kept, form: told } = measuredForm(origin, fork, share)!
      expect(told).toBe(kept < 0.5 ? 'adaptation' : form)
    }),
  )
})

test('without an origin blueprint the form cannot be told yet', () => {
  expect(measuredForm([], islandMedicine.components, shippedFormRule)).toBeNull()
})

test('the second version of the demonstration is a modification, told with its numbers', () => {
  const { components } = islandMedicineLater
  expect(measuredForm(islandMedicine.components, components, shippedFormRule)).toEqual({
    form: 'modification',
    kept: 15 / 17,
    touched: 'core',
    changes: 3,
    ruleVersion: 'semai-1',
  })
})

test('what is taken from a second origin is compared with it, under the key it has here', () => {
  const base = [aComponent('risk', 'a', { title: 'satu' })]
  const other = [aComponent('risk', 'a', { title: 'dua' }), aComponent('risk', 'z', { title: 'tiga' })]
  const taken = { ...other[0]!, key: 'a-baru' }
  const sources: Record<string, ForkSource> = { 'a-baru': { origin: 1, key: 'a' } }
  expect(formBasis([base, other], sources, [...base, taken])).toEqual([...base, taken])
  expect(formBasis([base, other], sources, base)).toEqual(base)
})

test('a rule from a file is refused where it says nothing or too much', () => {
  const refused = [
    { ...shippedFormRule, weights: { core: 0, supporting: 1, local: 1 } },
    { ...shippedFormRule, tests: [{ form: 'adoption' }] },
    { ...shippedFormRule, tests: [{ form: 'adopsi', touched: ['core'] }] },
    { ...shippedFormRule, tests: [{ form: 'adoption', touched: ['core'], keptBelow: 0.5 }] },
    { ...shippedFormRule, version: '' },
  ]
  expect(refused.map((rule) => formRule.safeParse(rule).success)).toEqual(refused.map(() => false))
  expect(formRule.parse(shippedFormRule)).toEqual(shippedFormRule)
})
