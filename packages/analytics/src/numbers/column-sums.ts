/** Fills `sum` with the sum of the columns times their factors. */
export function combine(columns: readonly Float64Array[], factors: Float64Array, sum: Float64Array): void {
  sum.fill(0)
  columns.forEach((column, a) => {
    const factor = factors[a]!
    for (let i = 0; i < sum.length; i++) sum[i]! += factor * column[i]!
  })
}

const BLOCK = 512

/**
 * The lower half of Qᵀ W Q for columns Q and a weight for each row, row by row.
 * Cost: O(rows columns²), in blocks of rows that stay in the nearest cache.
 */
export function weightedProducts(columns: readonly Float64Array[], weight: Float64Array): Float64Array {
  const size = columns.length
  const products = new Float64Array(size * size)
  const part = new Float64Array(BLOCK)
  for (let from = 0; from < weight.length; from += BLOCK) {
    const count = Math.min(BLOCK, weight.length - from)
    for (let a = 0; a < size; a++) {
      const column = columns[a]!
      for (let i = 0; i < count; i++) part[i] = weight[from + i]! * column[from + i]!
      for (let b = 0; b <= a; b++) products[a * size + b]! += partProduct(part, columns[b]!, from, count)
    }
  }
  return products
}

function partProduct(part: Float64Array, column: Float64Array, from: number, count: number): number {
  let sum = 0
  for (let i = 0; i < count; i++) sum += part[i]! * column[from + i]!
  return sum
}
