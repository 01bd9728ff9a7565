import fc from 'fast-check'
import { expect, test } from 'vitest'
import { agencies } from '@semai/testkit/cast'
import { deadEnds, goldenMatrix } from '@semai/testkit/golden-matrix'
import { formFaults } from '../text/form-faults.ts'
import { fitOf } from './fit.ts'
import { figureOf, needContent } from './need.form.ts'
import { needLifecycle } from './need.lifecycle.ts'
import type { RegionalNeed } from './need.lifecycle.ts'
import { priorityOf, priorityParts, priorityRule } from './need-priority.ts'
import { holdsPersonalData } from './personal-data.ts'
import { selectionCriteria, selectionTotal, shippedWeights } from './selection.ts'
import type { Scores } from './selection.ts'

const content = needContent.parse({
  title: 'Antrean puskesmas',
  sector: 'health',
  statement: 'Pasien menunggu empat jam.',
  evidence: 'Survei 2025',
  urgency: '4',
  impact: '4',
  authority: '5',
  readiness: '3',
})
const owned = {
  ownerPath: [agencies.healthOffice, agencies.regency, agencies.province],
  provinceCode: null,
  content,
  hasDecision: true,
}

test('who may do what with a need, in every state', () => {
  expect(goldenMatrix(needLifecycle, (state: RegionalNeed['state']) => ({ ...owned, state })))
    .toMatchInlineSnapshot(`
    "draft --state--> stated: author, local admin, hub, mentor
    draft --withdraw--> withdrawn: author, local admin, hub, mentor
    stated --revise--> draft: author, local admin, hub, mentor
    stated --decide--> decided: local admin, hub
    stated --demand--> unmet: local admin, hub
    stated --close--> closed: local admin, hub
    stated --withdraw--> withdrawn: author, local admin, hub, mentor
    decided --reopen--> stated: local admin, hub
    decided --close--> closed: local admin, hub
    unmet --revise--> draft: author, local admin, hub, mentor
    unmet --decide--> decided: local admin, hub
    unmet --close--> closed: local admin, hub
    unmet --withdraw--> withdrawn: author, local admin, hub, mentor
    closed --reopen--> stated: local admin, hub"
  `)
})

test('every state of a need can be reached, and left unless it is an end', () => {
  expect(deadEnds(needLifecycle, ['withdrawn'])).toEqual({ unreachable: [], stuck: [] })
})

test('a need is stated with its problem, its evidence and its priority, and not before', () => {
  const holds = (given: Partial<typeof content>) =>
    needLifecycle.steps.state.needs![0]!.holds(
      { ...owned, state: 'draft', content: { ...content, ...given } },
      new Date(),
    )
  expect(holds({})).toBe(true)
  expect([holds({ statement: null }), holds({ evidence: null }), holds({ impact: null })]).toEqual([
    false,
    false,
    false,
  ])
})

test('the worked example of the priority rule', () => {
  expect(priorityOf({ urgency: 4, impact: 4, authority: 5, readiness: 3 })).toEqual({
    total: 75,
    parts: [
      { part: 'urgency', judged: 4, points: 22.5, most: 30 },
      { part: 'impact', judged: 4, points: 22.5, most: 30 },
      { part: 'authority', judged: 5, points: 20, most: 20 },
      { part: 'readiness', judged: 3, points: 10, most: 20 },
    ],
  })
})

test('a priority lies between 0 and 100, rises with every part, and ignores the scale of the weights', () => {
  const judged = fc.record(
    Object.fromEntries(priorityParts.map((part) => [part, fc.integer({ min: 1, max: 5 })])) as Record<
      (typeof priorityParts)[number],
      fc.Arbitrary<number>
    >,
  )
  const doubled = {
    version: 'x',
    weights: { urgency: 60, impact: 60, authority: 40, readiness: 40 },
  }
  fc.assert(
    fc.property(judged, (one) => {
      const total = priorityOf(one).total!
      expect(total >= 0 && total <= 100).toBe(true)
      expect(priorityOf(one, doubled).total).toBe(total)
      const raised = priorityParts.filter((part) => one[part] < 5)
      const higher = raised.filter((part) => priorityOf({ ...one, [part]: one[part] + 1 }).total! > total)
      expect(higher).toEqual(raised)
    }),
  )
  expect(priorityOf({ urgency: null, impact: 4, authority: 5, readiness: 3 }).total).toBe(null)
  expect(() => priorityOf({ urgency: 6, impact: 4, authority: 5, readiness: 3 })).toThrow(RangeError)
  expect(Object.values(priorityRule.weights).reduce((a, b) => a + b, 0)).toBe(100)
})

test.each([
  ['1.250', 1250],
  ['12,5', 12.5],
  ['1.250,75', 1250.75],
  ['0', 0],
  ['12.5', undefined],
  ['1,250', 1.25],
  ['banyak', undefined],
])('the figure %s is read as %s', (typed, figure) => {
  expect(figureOf(typed)).toBe(figure)
})

test.each([
  ['hubungi 0812-3456-7890', true],
  ['NIK 3510012345670001', true],
  ['surel budi@contoh.test', true],
  ['Dari 14.220 penerima, 2025 turun 31 persen; anggaran 1.250.000.000', false],
])('%s: personal data %s', (text, holds) => {
  expect(holdsPersonalData(text)).toBe(holds)
})

test('what does not fit comes back by field with the way out', () => {
  const { error } = needContent.safeParse({
    title: 'x',
    sector: 'health',
    statement: 'telepon 081234567890',
    baseline: 'banyak',
    urgency: '7',
  })
  expect(formFaults(error!).map(({ field }) => field)).toEqual(['title', 'statement', 'baseline', 'urgency'])
})

test('a total is there once everything that has weight is judged, and stays between 0 and 100', () => {
  const all = (value: number) => Object.fromEntries(selectionCriteria.map((key) => [key, value])) as Scores
  expect([selectionTotal(all(1), shippedWeights), selectionTotal(all(5), shippedWeights)]).toEqual([0, 100])
  expect(selectionTotal({ ...all(5), cost: null }, shippedWeights)).toBe(null)
  expect(selectionTotal({ ...all(5), cost: null }, { ...shippedWeights, cost: 0 })).toBe(100)
  expect(Object.values(shippedWeights).reduce((a, b) => a + b, 0)).toBe(100)
})

test.each([
  [0.5, 'strong'],
  [0.45, 'possible'],
  [0.39, 'weak'],
] as const)('a score of %f is a %s fit', (score, fit) => {
  expect(fitOf(score)).toBe(fit)
})
