import { expect, test } from 'vitest'
import { nearestCompared, provinceClusters } from './province-clusters.ts'

/** Provinces on a line from west to east, ten degrees of longitude in all. */
const along = (shares: readonly number[]) =>
  shares.map((share, i) => ({ code: String(11 + i), lat: 0, lon: 100 + i, share }))

test('where like lies by like the index is high and chance small', () => {
  const found = provinceClusters(along([1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0]))!
  expect(found.expected).toBeCloseTo(-1 / 11, 12)
  expect(found.index).toBeGreaterThan(0.5)
  expect(found.chance).toBeLessThan(0.01)
  expect(found.provinces[0]).toEqual({ code: '11', share: 1, around: 1 })
  expect(found.provinces[5]).toEqual({ code: '16', share: 1, around: 0.5 })
})

test('the index is that of the formula', () => {
  const shares = [0.9, 0.2, 0.4, 0.8, 0.1, 0.5, 0.3, 0.6, 0.7]
  const { index, provinces } = provinceClusters(along(shares))!
  const mean = shares.reduce((sum, one) => sum + one, 0) / shares.length
  const around = provinces.reduce((sum, one) => sum + (one.share - mean) * (one.around - mean), 0)
  expect(index).toBeCloseTo(around / shares.reduce((sum, one) => sum + (one - mean) ** 2, 0), 12)
})

test('nothing is said of equal shares, nor of a handful of provinces', () => {
  expect(provinceClusters(along(Array.from({ length: 12 }, () => 0.5)))).toBe(null)
  expect(provinceClusters(along(Array.from({ length: 2 * nearestCompared - 1 }, (_, i) => i / 10)))).toBe(
    null,
  )
})
