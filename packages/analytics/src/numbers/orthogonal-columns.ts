import { dot } from './dot.ts'

/** A column that the ones before it make up already: the sum of `of` (kept columns by their place) times their factors. */
export type Collinear = { column: number; of: { column: number; factor: number }[] }

/** The columns of a table in a basis in which they are nearly orthogonal and have mean square 1. */
export type Basis = {
  units: Float64Array[]
  kept: number[]
  dropped: Collinear[]
  /** T, upper triangular, row by row: factors g on the basis are factors T g on the kept columns. */
  back: Float64Array
}

const TOLERANCE = 1e-11

/**
 * Takes the columns in order (modified Gram–Schmidt); one of which less than 1e-11 of its size is left is dropped and
 * explained, as R's `glm` does. A fit on the basis is safe where powers of a year would not be.
 * @param sizes what a column's rest is measured against, when it was centred before: the lengths it had.
 * Cost: O(rows columns²).
 */
export function orthogonalColumns(columns: readonly Float64Array[], sizes?: readonly number[]): Basis {
  const rows = columns[0]?.length ?? 0
  const kept: number[] = []
  const units: Float64Array[] = []
  const dropped: Collinear[] = []
  const backs: number[][] = []
  columns.forEach((original, column) => {
    const rest = original.slice()
    const parts = units.map((unit) => {
      const part = dot(unit, rest) / rows
      for (let i = 0; i < rows; i++) rest[i]! -= part * unit[i]!
      return part
    })
    const left = Math.sqrt(dot(rest, rest) / rows)
    const factors = backs.map((_, row) =>
      backs.reduce((sum, back, k) => sum + (back[row] ?? 0) * parts[k]!, 0),
    )
    if (!(left > TOLERANCE * (sizes?.[column] ?? length(original)))) {
      dropped.push({ column, of: named(kept, factors) })
      return
    }
    for (let i = 0; i < rows; i++) rest[i]! /= left
    kept.push(column)
    units.push(rest)
    backs.push([...factors.map((factor) => -factor / left), 1 / left])
  })
  return { units, kept, dropped, back: triangle(backs) }
}

/** Root mean square. */
export function length(column: Float64Array): number {
  return Math.sqrt(dot(column, column) / column.length)
}

function named(kept: readonly number[], factors: readonly number[]): Collinear['of'] {
  const largest = Math.max(...factors.map(Math.abs), 0)
  return kept
    .map((column, i) => ({ column, factor: factors[i]! }))
    .filter(({ factor }) => Math.abs(factor) > 1e-9 * largest)
}

/** The columns as one table, row by row. */
export function byRow(columns: readonly Float64Array[]): Float64Array {
  const width = columns.length
  const rows = columns[0]?.length ?? 0
  const table = new Float64Array(rows * width)
  columns.forEach((column, j) => {
    for (let i = 0; i < rows; i++) table[i * width + j] = column[i]!
  })
  return table
}

function triangle(backs: readonly number[][]): Float64Array {
  const width = backs.length
  const table = new Float64Array(width * width)
  backs.forEach((back, j) => back.forEach((value, i) => (table[i * width + j] = value)))
  return table
}

/** Factors on the kept columns from factors on the basis. */
export function backFactors({ back }: Basis, factors: Float64Array): Float64Array {
  const width = factors.length
  return Float64Array.from({ length: width }, (_, i) =>
    dot(factors, back.subarray(i * width, (i + 1) * width)),
  )
}

/** T V Tᵀ: the covariances of the kept columns' factors from those of the basis. */
export function backCovariance({ back }: Basis, covariance: Float64Array): Float64Array {
  const width = Math.sqrt(covariance.length)
  const half = new Float64Array(width * width)
  const full = new Float64Array(width * width)
  const row = (table: Float64Array, i: number) => table.subarray(i * width, (i + 1) * width)
  for (let i = 0; i < width; i++) {
    for (let j = 0; j < width; j++) half[i * width + j] = dot(row(back, i), row(covariance, j))
  }
  for (let i = 0; i < width; i++) {
    for (let j = 0; j <= i; j++) {
      full[i * width + j] = full[j * width + i] = dot(row(half, i), row(back, j))
    }
  }
  return full
}
