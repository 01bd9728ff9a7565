import { backFactors, orthogonalColumns } from '../numbers/orthogonal-columns.ts'
import type { Basis } from '../numbers/orthogonal-columns.ts'
import type { Summit } from '../numbers/newton.ts'
import { combine } from '../numbers/column-sums.ts'

/** One explanatory column, a number a row. */
export type Column = { name: string; values: Float64Array }

/** A column left out because others make it up; `says` names them. */
export type DroppedColumn = { name: string; says: string }

/** Why estimates have no finite value: the columns that run away, or only lean far out. */
export type Separation = {
  kind: 'diverging' | 'extreme'
  columns: string[]
  /** The largest absolute linear predictor (less its mean in a Cox model). */
  largestPredictor: number
}

/** What to do about columns that others make up. */
export type Collinearity = 'drop' | 'refuse'

/** @throws RangeError naming the row and column of a number that is not finite, and a name used twice. */
export function refuseColumns(method: string, columns: readonly Column[], rows: number): void {
  const names = new Set<string>()
  for (const { name, values } of columns) {
    if (names.has(name)) throw new RangeError(`${method}: two columns are called ${name}`)
    names.add(name)
    if (values.length !== rows) {
      throw new RangeError(`${method}: column ${name} has ${values.length} rows, the events have ${rows}`)
    }
    for (let row = 0; row < rows; row++) {
      if (!Number.isFinite(values[row]!)) {
        throw new RangeError(`${method}: row ${row + 1}, column ${name}: the value must be finite`)
      }
    }
  }
}

/**
 * The basis of the columns, and what had to be left out.
 * @throws RangeError when columns are collinear and that is to be refused.
 */
export function basisOf(
  method: string,
  columns: readonly Column[],
  { collinear, sizes }: { collinear: Collinearity; sizes?: readonly number[] },
): { basis: Basis; names: string[]; dropped: DroppedColumn[] } {
  const basis = orthogonalColumns(
    columns.map(({ values }) => values),
    sizes,
  )
  const dropped = basis.dropped.map(({ column, of }) => {
    const others = of.map(({ column }) => columns[column]!.name).join(', ')
    const says = others === '' ? 'does not vary within a stratum' : `is made up by ${others}`
    return { name: columns[column]!.name, says }
  })
  if (collinear === 'refuse' && dropped[0]) {
    throw new RangeError(`${method}: column ${dropped[0].name} ${dropped[0].says}`)
  }
  return { basis, names: basis.kept.map((column) => columns[column]!.name), dropped }
}

/**
 * Looks for estimates that run away: the last step still moves a row's predictor by a quarter although the likelihood is
 * flat (it moves by 1 for ever where the best estimate is infinite), or a predictor lies beyond ±15, where a chance is
 * within 3e-7 of 0 or 1.
 */
export function separationOf(
  { at, step, factor, converged }: Summit,
  basis: Basis,
  columns: readonly Column[],
): Separation | null {
  const largestPredictor = largest(basis.units, at)
  const named = (moves: Float64Array, least: number) =>
    columns.flatMap(({ name, values }, i) => (Math.abs(moves[i]!) * spreadOf(values) >= least ? [name] : []))
  if (factor === null || !converged || largest(basis.units, step) > 0.25) {
    return { kind: 'diverging', columns: named(backFactors(basis, step), 0.25), largestPredictor }
  }
  if (largestPredictor <= 15) return null
  const coef = backFactors(basis, at)
  const leans = columns.map(({ values }, i) => Math.abs(coef[i]!) * spreadOf(values))
  return { kind: 'extreme', columns: named(coef, Math.max(...leans) / 2), largestPredictor }
}

/** The largest absolute value of the sum of columns times `factors`. */
function largest(columns: readonly Float64Array[], factors: Float64Array): number {
  const sum = new Float64Array(columns[0]!.length)
  combine(columns, factors, sum)
  let most = 0
  for (let i = 0; i < sum.length; i++) most = Math.max(most, Math.abs(sum[i]!))
  return most
}

/** Largest less smallest value; 1 for a column that stays the same, such as the intercept. */
function spreadOf(values: Float64Array): number {
  let [low, high] = [Infinity, -Infinity]
  for (let i = 0; i < values.length; i++) {
    if (values[i]! < low) low = values[i]!
    if (values[i]! > high) high = values[i]!
  }
  return high > low ? high - low : 1
}
