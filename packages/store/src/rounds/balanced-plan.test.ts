import fc from 'fast-check'
import { expect, test } from 'vitest'
import { balancedPlan } from './balanced-plan.ts'

const locus = (
  id: string,
  given: { institutionIds?: string[]; assessors?: string[]; recused?: string[] } = {},
) => ({
  id,
  institutionIds: [],
  assessors: [],
  recused: [],
  ...given,
})
const pool = (...ids: string[]) => ids.map((id) => ({ id, institutionIds: [] as string[] }))

test('who is of the institution, stood back or is named already is not named again', () => {
  const loci = [locus('a', { institutionIds: ['kab'], assessors: ['x'], recused: ['y'] })]
  const readers = [...pool('x', 'y', 'z'), { id: 'own', institutionIds: ['kab'] }]
  expect(balancedPlan(loci, readers, 2)).toEqual([{ locus: 'a', person: 'z' }])
})

test('where too few may read there is no plan', () => {
  expect(balancedPlan([locus('a', { recused: ['x'] })], pool('x', 'y'), 2)).toBeNull()
  expect(balancedPlan([locus('a')], [], 1)).toBeNull()
  expect(balancedPlan([], pool('x'), 1)).toEqual([])
})

test('who was named before and is no evaluator any more keeps what was named', () => {
  expect(balancedPlan([locus('a', { assessors: ['gone'] })], pool('x'), 2)).toEqual([
    { locus: 'a', person: 'x' },
  ])
})

test('each locus has as many as it needs, never one in conflict, and without conflicts loads differ by one at most', () => {
  const scenes = fc.record({
    loci: fc.integer({ min: 1, max: 12 }),
    readers: fc.integer({ min: 2, max: 6 }),
    need: fc.integer({ min: 1, max: 2 }),
  })
  fc.assert(
    fc.property(scenes, ({ loci, readers, need }) => {
      const ids = Array.from({ length: loci }, (_, i) => `l${i}`)
      const people = Array.from({ length: readers }, (_, i) => `p${i}`)
      const plan = balancedPlan(
        ids.map((id) => locus(id)),
        pool(...people),
        need,
      )!
      expect(ids.map((id) => plan.filter((pair) => pair.locus === id).length)).toEqual(ids.map(() => need))
      const most = Math.max(...people.map((id) => plan.filter(({ person }) => person === id).length))
      expect(most).toBe(Math.ceil((loci * need) / readers))
    }),
    { numRuns: 40 },
  )
})
