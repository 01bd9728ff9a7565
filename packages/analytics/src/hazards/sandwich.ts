import { choleskyInverse } from '../numbers/cholesky.ts'
import type { Groups } from '../numbers/groups.ts'

/**
 * I⁻¹ (Σ u uᵀ) I⁻¹ over the sums u of the scores of each cluster: errors that stay right when rows of a cluster go
 * together. No factor for few clusters is in it.
 * @param scores row by row, as many numbers a row as the factor has columns.
 * Source: Liang & Zeger (1986), Biometrika 73.
 */
export function sandwich(factor: Float64Array, scores: Float64Array, { of, labels }: Groups): Float64Array {
  const width = scores.length / of.length
  const sums = new Float64Array(labels.length * width)
  of.forEach((group, row) => {
    for (let j = 0; j < width; j++) sums[group * width + j]! += scores[row * width + j]!
  })
  const inverse = choleskyInverse(factor, width)
  const result = new Float64Array(width * width)
  const lever = new Float64Array(width)
  for (let group = 0; group < labels.length; group++) {
    lever.fill(0)
    for (let i = 0; i < width; i++) {
      for (let j = 0; j < width; j++) lever[i]! += inverse[i * width + j]! * sums[group * width + j]!
    }
    for (let i = 0; i < width; i++) {
      for (let j = 0; j < width; j++) result[i * width + j]! += lever[i]! * lever[j]!
    }
  }
  return result
}
