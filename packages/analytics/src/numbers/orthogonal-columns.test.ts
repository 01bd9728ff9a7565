import { expect, test } from 'vitest'
import { backCovariance, backFactors, orthogonalColumns } from './orthogonal-columns.ts'
import { seededRandom } from './random.ts'

const years = Float64Array.from({ length: 12 }, (_, i) => 2010 + i)
const powers = [years.map(() => 1), years, years.map((year) => year ** 2)]

test('the columns are orthogonal, of mean square 1, and factors on them mean the same sums', () => {
  const basis = orthogonalColumns(powers)
  basis.units.forEach((a, i) =>
    basis.units.forEach((b, j) => {
      const product = a.reduce((sum, value, row) => sum + value * b[row]!, 0) / a.length
      expect(product).toBeCloseTo(i === j ? 1 : 0, 5)
    }),
  )
  const factors = Float64Array.of(2, -1, 0.5)
  const back = backFactors(basis, factors)
  years.forEach((_, row) => {
    const onUnits = basis.units.reduce((sum, unit, j) => sum + factors[j]! * unit[row]!, 0)
    const onColumns = powers.reduce((sum, column, j) => sum + back[j]! * column[row]!, 0)
    expect(onColumns).toBeCloseTo(onUnits, 5)
  })
})

test('a column made up by others is dropped and explained; the later one goes', () => {
  const random = seededRandom(2)
  const a = Float64Array.from({ length: 30 }, () => random.normal())
  const b = a.map(() => random.normal())
  const basis = orthogonalColumns([a, b, a.map((value, i) => 2 * value - 3 * b[i]!), a.map(() => 1)])
  expect(basis.kept).toEqual([0, 1, 3])
  expect(basis.dropped.map(({ column }) => column)).toEqual([2])
  const [first, second] = basis.dropped[0]!.of
  expect([first!.column, second!.column]).toEqual([0, 1])
  expect(first!.factor).toBeCloseTo(2, 9)
  expect(second!.factor).toBeCloseTo(-3, 9)
})

test('covariances go back as factors do', () => {
  const basis = orthogonalColumns(powers)
  const v = Float64Array.of(1, -2, 0.5)
  const outer = Float64Array.from({ length: 9 }, (_, cell) => v[Math.trunc(cell / 3)]! * v[cell % 3]!)
  const back = backFactors(basis, v)
  backCovariance(basis, outer).forEach((value, cell) => {
    const wanted = back[Math.trunc(cell / 3)]! * back[cell % 3]!
    expect(Math.abs(value - wanted)).toBeLessThanOrEqual(1e-9 * Math.abs(wanted))
  })
})
