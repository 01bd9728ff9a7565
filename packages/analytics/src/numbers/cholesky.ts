/**
 * Lower triangular L with L Lᵀ = A, for a symmetric A of order n given row by row (only its lower half is read).
 * @returns n·n numbers row by row with zeros above the diagonal, or null when A is not positive definite: a pivot at
 *   or below `tolerance` times its diagonal entry.
 * Cost: O(n³).
 */
export function cholesky(a: ArrayLike<number>, n: number, tolerance = 1e-13): Float64Array | null {
  const l = new Float64Array(n * n)
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = a[i * n + j]!
      for (let k = 0; k < j; k++) sum -= l[i * n + k]! * l[j * n + k]!
      if (i > j) l[i * n + j] = sum / l[j * n + j]!
      else if (sum > tolerance * Math.abs(a[i * n + i]!)) l[i * n + i] = Math.sqrt(sum)
      else return null
    }
  }
  return l
}

/** The x with L Lᵀ x = b. */
export function choleskySolve(l: Float64Array, n: number, b: ArrayLike<number>): Float64Array {
  const x = Float64Array.from(b)
  for (let i = 0; i < n; i++) {
    let sum = x[i]!
    for (let k = 0; k < i; k++) sum -= l[i * n + k]! * x[k]!
    x[i] = sum / l[i * n + i]!
  }
  return solveUpper(l, n, x)
}

/** Turns b into the x with Lᵀ x = b, in place; whole rows of L at a time, which lie together in memory. */
export function solveUpper(l: Float64Array, n: number, b: Float64Array): Float64Array {
  for (let i = n - 1; i >= 0; i--) {
    b[i]! /= l[i * n + i]!
    for (let k = 0; k < i; k++) b[k]! -= l[i * n + k]! * b[i]!
  }
  return b
}

/** The inverse of A = L Lᵀ, n·n numbers row by row, exactly symmetric. */
export function choleskyInverse(l: Float64Array, n: number): Float64Array {
  const inverse = new Float64Array(n * n)
  const rows = new Float64Array(n * n) // the inverse of L; whole rows at a time, which lie together in memory
  for (let i = 0; i < n; i++) {
    const own = rows.subarray(i * n, i * n + i + 1)
    own[i] = 1
    for (let k = 0; k < i; k++) {
      const factor = l[i * n + k]!
      if (factor !== 0) for (let j = 0; j <= k; j++) own[j]! -= factor * rows[k * n + j]!
    }
    for (let j = 0; j <= i; j++) own[j]! /= l[i * n + i]!
    for (let k = 0; k <= i; k++) {
      const factor = own[k]!
      if (factor !== 0) for (let j = 0; j <= k; j++) inverse[k * n + j]! += factor * own[j]!
    }
  }
  for (let i = 0; i < n; i++) for (let j = 0; j < i; j++) inverse[j * n + i] = inverse[i * n + j]!
  return inverse
}

/** Natural logarithm of the determinant of A = L Lᵀ. */
export function choleskyLogDeterminant(l: Float64Array, n: number): number {
  let sum = 0
  for (let i = 0; i < n; i++) sum += 2 * Math.log(l[i * n + i]!)
  return sum
}
