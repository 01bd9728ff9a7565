import { expect, test } from 'vitest'
import { aComponent } from '@semai/testkit/blueprint-scene'
import { changeFacts, changeFactsForm, factNames, factsOf, missingFacts, noFacts } from './fork-change.ts'
import { emptyFork, forkStanding, formsDiffer } from './fork.ts'
import type { ForkContent } from './fork.ts'
import { shippedFormRule } from './form-rule.ts'

const origin = [
  aComponent('process_step', 'antar', { title: 'Mengantar' }),
  aComponent('equipment', 'kotak', { standing: 'supporting', title: 'Kotak' }),
  aComponent('staff', 'kader', { standing: 'local', title: 'Kader' }),
]
const aFork = (given: Partial<ForkContent>): ForkContent => ({
  note: null,
  components: origin,
  fork: emptyFork([{ blueprint: 'a', version: 1 }]),
  ...given,
})

test('there are the eight facts of FRAME, and nothing is said of a change at first', () => {
  expect(factNames).toHaveLength(8)
  expect(missingFacts(noFacts)).toEqual(factNames)
  expect(changeFactsForm.parse({})).toEqual(noFacts)
})

test('a fact of its own comes before one for all changes, and that before what the change shows', () => {
  const all = { ...noFacts, when: 'trial', planned: 'planned', words: 'Karena ombak' } as const
  const own = { ...noFacts, planned: 'unplanned' } as const
  expect(factsOf({ is: 'added', kind: 'staff' }, { own, all })).toEqual({
    ...noFacts,
    when: 'trial',
    planned: 'unplanned',
    what: 'context',
    nature: 'added',
    words: 'Karena ombak',
  })
  expect(factsOf({ is: 'changed', kind: 'risk' }, { all: noFacts })).toEqual(noFacts)
})

test('a fact outside its list is refused, and an empty choice is none', () => {
  expect(changeFactsForm.parse({ when: '', words: '  ' })).toEqual(noFacts)
  for (const name of factNames) {
    expect(changeFactsForm.safeParse({ [name]: 'lain-lain' }).success, name).toBe(false)
    for (const value of changeFacts[name]) {
      expect(changeFactsForm.parse({ [name]: value })[name]).toBe(value)
    }
  }
})

test('a lost core component is told apart from another loss', () => {
  const told = (components: ForkContent['components']) =>
    forkStanding(aFork({ components }), [origin], shippedFormRule).changes.map(({ change, isLostCore }) => [
      change.key,
      change.is,
      isLostCore,
    ])
  expect(told(origin.slice(1))).toEqual([['antar', 'removed', true]])
  expect(told(origin.slice(0, 1))).toEqual([
    ['kader', 'removed', false],
    ['kotak', 'removed', false],
  ])
  expect(told(origin)).toEqual([])
})

test('without an origin blueprint nothing is a change, and no form is told', () => {
  const fork = aFork({ fork: emptyFork() })
  expect(forkStanding(fork, [], shippedFormRule)).toEqual({ basis: [], changes: [], measured: null })
})

test('a reason is asked for only where both forms are known and differ', () => {
  const { measured } = forkStanding(aFork({}), [origin], shippedFormRule)
  expect([
    formsDiffer('adoption', measured),
    formsDiffer('modification', measured),
    formsDiffer(null, measured),
    formsDiffer('adoption', null),
  ]).toEqual([false, true, false, false])
})
