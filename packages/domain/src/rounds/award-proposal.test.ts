import fc from 'fast-check'
import { expect, test } from 'vitest'
import { needsReason, proposedAwards } from './award-proposal.ts'

const loci = (...written: (number | null)[]) =>
  written.map((score, i) => ({ locus: 'abcdef'[i]!, written: score, presented: null }))
const short = (list: ReturnType<typeof proposedAwards>) =>
  list.map(({ locus, place, proposal }) => `${locus} ${place} ${proposal}`)

test('the best get the awards there are; who has no score is proposed for none', () => {
  expect(short(proposedAwards(loci(70, null, 90, 80), { awards: 2, presentationShare: 0 }))).toEqual([
    'c 1 yes',
    'd 2 yes',
    'a 3 no',
    'b null no',
  ])
})

test('those who share the last place are a tie that somebody has to decide, those who share one above are not', () => {
  expect(short(proposedAwards(loci(90, 80, 80, 70), { awards: 2, presentationShare: 0 }))).toEqual([
    'a 1 yes',
    'b 2 tie',
    'c 2 tie',
    'd 4 no',
  ])
  expect(short(proposedAwards(loci(80, 80, 70), { awards: 2, presentationShare: 0 }))).toEqual([
    'a 1 yes',
    'b 1 yes',
    'c 3 no',
  ])
})

test('where presentations count, both scores count, and who did not present comes after', () => {
  const standings = [
    { locus: 'a', written: 95, presented: null },
    { locus: 'b', written: 80, presented: 60 },
    { locus: 'c', written: 70, presented: 90 },
  ]
  const placed = proposedAwards(standings, { awards: 1, presentationShare: 0.4 })
  expect(placed.map(({ locus, final }) => [locus, final])).toEqual([
    ['c', 78],
    ['b', 72],
    ['a', null],
  ])
  expect(placed[0]!.proposal).toBe('yes')
})

test.each([
  ['yes', true, false],
  ['yes', false, true],
  ['no', true, true],
  ['no', false, false],
  ['tie', true, true],
  ['tie', false, true],
] as const)('proposed %s and awarded %s: a reason is needed: %s', (proposal, isAwarded, needed) => {
  expect(needsReason(proposal, isAwarded)).toBe(needed)
})

test('never are more proposed outright than there are awards, and never one below another that is not', () => {
  const scores = fc.array(fc.option(fc.integer({ min: 0, max: 5 }), { nil: null }), { maxLength: 6 })
  fc.assert(
    fc.property(scores, fc.integer({ min: 1, max: 6 }), (written, awards) => {
      const placed = proposedAwards(loci(...written), { awards, presentationShare: 0 })
      const sure = placed.filter(({ proposal }) => proposal === 'yes')
      expect(sure.length).toBeLessThanOrEqual(awards)
      expect(placed.slice(0, sure.length)).toEqual(sure)
      const tied = placed.filter(({ proposal }) => proposal === 'tie').length
      expect(tied === 0 || sure.length + tied > awards).toBe(true)
    }),
  )
})
