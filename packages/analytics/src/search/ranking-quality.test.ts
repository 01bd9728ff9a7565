import { expect, test } from 'vitest'
import { gradedNdcg10, meanQuality, rankingQuality } from './ranking-quality.ts'

test('the best order is worth 1 by every measure', () => {
  expect(rankingQuality(['a', 'b', 'x'], new Set(['a', 'b']))).toEqual({
    ndcg10: 1,
    recall10: 1,
    reciprocalRank: 1,
  })
})

test('an empty answer is worth 0', () => {
  expect(rankingQuality([], new Set(['a']))).toEqual({ ndcg10: 0, recall10: 0, reciprocalRank: 0 })
})

test('one relevant answer in second place is worth 1 / log2(3)', () => {
  expect(rankingQuality(['x', 'a'], new Set(['a'])).ndcg10).toBe(1 / Math.log2(3))
})

test('more than ten relevant answers count as ten', () => {
  const relevant = new Set('abcdefghijkl')
  expect(rankingQuality([...'abcdefghij'], relevant)).toEqual({ ndcg10: 1, recall10: 1, reciprocalRank: 1 })
})

test('the first relevant answer counts at any rank', () => {
  expect(rankingQuality([...'xyzuvwpqrsta'], new Set(['a'])).reciprocalRank).toBe(1 / 12)
})

test('a query without relevant answers cannot be measured', () => {
  expect(() => rankingQuality(['a'], new Set())).toThrow(RangeError)
})

test('the mean is taken over all rankings', () => {
  const [good, bad] = [rankingQuality(['a'], new Set(['a'])), rankingQuality([], new Set(['a']))]
  expect(meanQuality([good, bad])).toEqual({ ndcg10: 0.5, recall10: 0.5, reciprocalRank: 0.5 })
})

test('a solving answer is worth three that solve a part', () => {
  const grades = new Map([
    ['solves', 2],
    ['helps', 1],
  ])
  expect(gradedNdcg10(['solves', 'helps'], grades)).toBe(1)
  expect(gradedNdcg10(['helps', 'solves'], grades)).toBeCloseTo(
    (1 + 3 / Math.log2(3)) / (3 + 1 / Math.log2(3)),
    12,
  )
  expect(gradedNdcg10([], grades)).toBe(0)
})

test('graded gain of nothing relevant can not be measured', () => {
  expect(() => gradedNdcg10(['a'], new Map())).toThrow(RangeError)
})
