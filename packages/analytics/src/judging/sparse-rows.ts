import type { Factor } from './readings.ts'

/**
 * One row for each level of a grouping factor, with columns for the levels of other factors and for dense columns after
 * them. Row i holds `values` from `starts[i]` to before `starts[i + 1]`, at the rising `columns`.
 */
export type SparseRows = {
  starts: Int32Array
  columns: Int32Array
  values: Float64Array
  /** For each factor, where in `values` a reading adds. */
  places: Int32Array[]
  /** Number of columns, and how many of them are dense (the last ones). */
  order: number
  dense: number
}

/** Lays out the rows of `group` by the levels that its readings meet; the values are zeros. Cost: O(readings). */
export function sparseRows(group: Factor, factors: readonly Factor[], dense: number): SparseRows {
  const offsets: number[] = []
  let order = 0
  for (const { names } of factors) {
    offsets.push(order)
    order += names.length
  }
  const met: Set<number>[] = group.names.map(() => new Set())
  group.codes.forEach((code, r) =>
    factors.forEach((factor, f) => met[code]!.add(offsets[f]! + factor.codes[r]!)),
  )
  const starts = new Int32Array(met.length + 1)
  met.forEach(({ size }, i) => (starts[i + 1] = starts[i]! + size + dense))
  const columns = new Int32Array(starts[met.length]!)
  const placeOf = met.map((own, i) => {
    const sorted = Int32Array.from(own).sort()
    columns.set(sorted, starts[i])
    for (let k = 0; k < dense; k++) columns[starts[i + 1]! - dense + k] = order + k
    return new Map(Array.from(sorted, (column, k) => [column, starts[i]! + k]))
  })
  const places = factors.map(({ codes }, f) =>
    codes.map((code, r) => placeOf[group.codes[r]!]!.get(offsets[f]! + code)!),
  )
  return { starts, columns, values: new Float64Array(columns.length), places, order: order + dense, dense }
}

/** Takes Σ factor_i · row_i row_iᵀ off the lower half of `target`, a square matrix row by row. Cost: O(Σ length²). */
export function subtractOuter(target: Float64Array, rows: SparseRows, factor: ArrayLike<number>): void {
  const { starts, columns, values, order } = rows
  for (let i = 0; i + 1 < starts.length; i++) {
    const [from, to] = [starts[i]!, starts[i + 1]!]
    for (let a = from; a < to; a++) {
      const scaled = factor[i]! * values[a]!
      if (scaled === 0) continue
      const line = columns[a]! * order
      for (let b = from; b <= a; b++) target[line + columns[b]!]! -= scaled * values[b]!
    }
  }
}

/** row_i · x, without the dense columns from `width` on. */
export function rowTimes({ starts, columns, values }: SparseRows, i: number, x: ArrayLike<number>): number {
  let sum = 0
  for (let a = starts[i]!; a < starts[i + 1]! && columns[a]! < x.length; a++)
    sum += values[a]! * x[columns[a]!]!
  return sum
}

/** row_i A row_iᵀ for a symmetric A of order `width`, both halves filled. */
export function rowForm(rows: SparseRows, i: number, a: Float64Array, width: number): number {
  const { starts, columns, values } = rows
  let sum = 0
  for (let k = starts[i]!; k < starts[i + 1]! && columns[k]! < width; k++) {
    const line = columns[k]! * width
    let inner = 0
    for (let l = starts[i]!; l < k; l++) inner += values[l]! * a[line + columns[l]!]!
    sum += values[k]! * (2 * inner + values[k]! * a[line + columns[k]!]!)
  }
  return sum
}

/** Sums over readings: of each group's rows, and of the cross products of all columns (lower half). */
export type CrossedSums = { rows: SparseRows; cross: Float64Array }

/** Rows and cross products of indicator columns of `factors` followed by `dense` columns, one number a reading each. */
export function crossedSums(
  group: Factor,
  factors: readonly Factor[],
  dense: readonly ArrayLike<number>[],
): CrossedSums {
  const rows = sparseRows(group, factors, dense.length)
  const { values, starts, columns, order } = rows
  const cross = new Float64Array(order * order)
  const width = factors.length + dense.length
  const column = Int32Array.from({ length: width }, (_, k) => order - width + k)
  const value = new Float64Array(width).fill(1)
  for (let r = 0; r < group.codes.length; r++) {
    const end = starts[group.codes[r]! + 1]! - dense.length
    for (let k = 0; k < width; k++) {
      const sparse = k < factors.length
      const place = sparse ? rows.places[k]![r]! : end + k - factors.length
      if (!sparse) value[k] = dense[k - factors.length]![r]!
      column[k] = columns[place]!
      values[place]! += value[k]!
      for (let l = 0; l <= k; l++) cross[column[k]! * order + column[l]!]! += value[k]! * value[l]!
    }
  }
  return { rows, cross }
}
