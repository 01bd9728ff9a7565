import { expect, test } from 'vitest'
import { cholesky, choleskyInverse, choleskyLogDeterminant, choleskySolve } from './cholesky.ts'
import { seededRandom } from './random.ts'

/** M Mᵀ + I for a random M: positive definite. */
function positive(n: number, seed: number): Float64Array {
  const random = seededRandom(seed)
  const m = Float64Array.from({ length: n * n }, () => random.normal())
  const a = new Float64Array(n * n)
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      for (let k = 0; k < n; k++) a[i * n + j]! += m[i * n + k]! * m[j * n + k]!
    }
    a[i * n + i]! += 1
  }
  return a
}

test.each([1, 2, 5, 12])('solves and inverts of order %i', (n) => {
  const a = positive(n, n)
  const l = cholesky(a, n)!
  const wanted = Float64Array.from({ length: n }, (_, i) => i - 1.5)
  const b = wanted.map((_, i) => wanted.reduce((sum, x, j) => sum + a[i * n + j]! * x, 0))
  choleskySolve(l, n, b).forEach((x, i) => expect(x).toBeCloseTo(wanted[i]!, 9))
  const inverse = choleskyInverse(l, n)
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      let cell = 0
      for (let k = 0; k < n; k++) cell += a[i * n + k]! * inverse[k * n + j]!
      expect(cell).toBeCloseTo(i === j ? 1 : 0, 9)
    }
  }
})

test('the determinant of a 2 by 2', () => {
  expect(choleskyLogDeterminant(cholesky([4, 0, 1, 3], 2)!, 2)).toBeCloseTo(Math.log(4 * 3 - 1), 14)
})

test('a matrix whose columns repeat each other has no factor', () => {
  expect(cholesky([1, 1, 1, 1], 2)).toBeNull()
  expect(cholesky([-1], 1)).toBeNull()
})
