import { expect, test } from 'vitest'
import { emptyPlan } from './plan.ts'
import { findingLine, takenFinding, withFinding } from './plan-finding.ts'
import { planContent } from './plan.form.ts'

const plan = emptyPlan(2027)
const long = 'Dua pekan tanpa pelayaran pada musim barat. '.repeat(20)

test('a finding becomes the last row of its kind, once, and the plan still fits its form', () => {
  const once = withFinding(plan, long, 'risk')!
  expect(once.risks).toEqual([{ risk: findingLine(long, 'risk'), response: null }])
  expect(withFinding(once, long, 'risk')).toBe(once)
  const both = withFinding(once, 'SOP disesuaikan', 'activity')!
  expect(both.activities).toEqual([{ name: 'SOP disesuaikan', output: null, post: null, quarters: [] }])
  expect(planContent.parse(both)).toEqual(both)
})

test('a long finding is cut at a word, one without words anywhere', () => {
  expect(findingLine(long, 'risk').endsWith('pelayaran pada…')).toBe(true)
  expect([findingLine(long, 'risk').length <= 300, findingLine('x'.repeat(500), 'activity').length]).toEqual([
    true,
    200,
  ])
})

test('a plan that is full takes no more', () => {
  const risks = Array.from({ length: 20 }, (_, i) => ({ risk: `Risiko ${i}`, response: null }))
  expect(withFinding({ ...plan, risks }, 'Satu lagi', 'risk')).toBeNull()
})

test.each([
  '',
  'x:cost:risk',
  '01990000-0000-7000-8000-000000000001:cost',
  '01990000-0000-7000-8000-000000000001:link:risk',
])('what names no finding (%j) is refused', (typed) => {
  expect(takenFinding.safeParse(typed).success).toBe(false)
})
