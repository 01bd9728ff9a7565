import { discreteHazard } from '../hazards/discrete-hazard.ts'
import { predictorOf } from '../hazards/links.ts'

/** How chances compare with what came. */
export type Calibration = {
  /** Tenths of the rows from the lowest chances up: how many rows, their mean chance, the share that adopted. */
  table: { rows: number; chance: number; share: number }[]
  /** Of a logit of what came on the log odds of the chances: 0 and 1 where they are right. Null where it has no finite fit. */
  line: { intercept: number; slope: number; interceptSe: number; slopeSe: number } | null
  expected: number
  observed: number
}

/** Chances are kept this far from 0 and 1 where a logarithm is taken of them. */
const EDGE = 1e-12

/** Source: Cox (1958), Biometrika 45; Steyerberg (2019), Clinical Prediction Models. */
export function calibration(chance: Float64Array, adopted: Float64Array): Calibration {
  const order = Int32Array.from(chance, (_, row) => row).sort((a, b) => chance[a]! - chance[b]! || a - b)
  const rows = order.length
  const bins = Math.min(10, rows)
  const table = Array.from({ length: bins }, (_, bin) => {
    const own = order.subarray(Math.round((bin * rows) / bins), Math.round(((bin + 1) * rows) / bins))
    return { rows: own.length, chance: meanOver(own, chance), share: meanOver(own, adopted) }
  })
  const all = { expected: 0, observed: 0 }
  chance.forEach((value, row) => {
    all.expected += value
    all.observed += adopted[row]!
  })
  return { table, line: lineOf(chance, adopted, all.observed), ...all }
}

function lineOf(chance: Float64Array, adopted: Float64Array, observed: number): Calibration['line'] {
  if (observed === 0 || observed === adopted.length) return null
  const values = chance.map((value) => predictorOf(Math.min(Math.max(value, EDGE), 1 - EDGE), 'logit'))
  const { coef, se, separation } = discreteHazard({ event: adopted, columns: [{ name: 'log odds', values }] })
  if (separation || coef.length < 2) return null
  return { intercept: coef[0]!, slope: coef[1]!, interceptSe: se[0]!, slopeSe: se[1]! }
}

/** Minus the log of the chance given to what came. */
export function surprise(chance: number, adopted: number): number {
  return -Math.log(Math.max(EDGE, adopted > 0 ? chance : 1 - chance))
}

function meanOver(rows: Int32Array, values: Float64Array): number {
  return rows.reduce((sum, row) => sum + values[row]!, 0) / rows.length
}
