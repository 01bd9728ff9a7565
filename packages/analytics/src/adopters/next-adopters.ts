import { chanceOf } from '../hazards/links.ts'
import { normalQuantile } from '../numbers/tails.ts'
import { refuseFaults } from './diffusion.ts'
import type { Diffusion } from './diffusion.ts'
import { columnsFor, learnHazard, lessonsBefore } from './learn-hazard.ts'
import type { LearningOptions, Ranking } from './learn-hazard.ts'
import type { RidgeHazard } from './ridge-hazard.ts'
import { riskRows } from './risk-rows.ts'
import type { RiskRows } from './risk-rows.ts'

export type NextAdoptersOptions = LearningOptions & {
  /** The moment of the forecast; what happened then or later is not looked at. */
  at: number
  /** One innovation only, or one place only, whose innovations are ranked then. */
  cascade?: number | undefined
  node?: number | undefined
  /** 'model' unless said otherwise; what `backTest` says should be used, say. */
  by?: Ranking | undefined
  /** How many of the strongest reasons; 3 unless said otherwise. */
  reasons?: number | undefined
}

/**
 * What sets a row apart: by how much the column moves the linear predictor from its mean over those it is compared with.
 * `value` is the column's, NaN where it was not known.
 */
export type Reason = { name: string; value: number; contribution: number }

export type NextAdopter = {
  cascade: number
  node: number
  /** To adopt within the horizon, with limits by the delta method. */
  chance: number
  lower: number
  upper: number
  /** Strongest first, whichever way they point. */
  reasons: Reason[]
}

export type NextAdopters = {
  by: Ranking
  /** Best first; ties by chance, then smaller innovation, then smaller place. */
  ranked: NextAdopter[]
  hazard: RidgeHazard & { clustered: 'innovations' | 'places' }
  /** What it was learnt from. */
  periods: number
  rows: number
  adopters: number
}

/**
 * Who adopts next: places that have not adopted, by their chance to do so within the horizon, learnt from what came
 * strictly before. Reasons compare a place with the others at risk of the same innovation; with `node` alone they compare
 * innovations at that place.
 * @throws RangeError when horizon or step is not above 0, the innovation has not begun, nobody is at risk, nobody adopted in
 *   the periods to learn from, or nothing is known that the ranking could go by.
 * Cost: O(rows × columns²) an iteration; rows are places × innovations × periods.
 */
export function nextAdopters(diffusion: Diffusion, options: NextAdoptersOptions): NextAdopters {
  refuseFaults('nextAdopters', diffusion, options)
  const { at, by = 'model', level = 0.95, cascade, node, reasons = 3 } = options
  const rows = riskRows(diffusion, at, options)
  const count = rows.node.length
  if (count === 0)
    throw new RangeError('nextAdopters: no place is at risk: it has adopted, or nobody has begun')
  const lessons = lessonsBefore(diffusion, at, options)
  const hazard = learnHazard(lessons, by, options)
  if (!hazard) throw new RangeError(`nextAdopters: nothing is known to rank by ${by}`)
  const found = described(rows, hazard, {
    level,
    reasons,
    alike: node !== undefined && cascade === undefined ? rows.node : rows.cascade,
  })
  const score = by === 'model' ? undefined : columnsFor(by, rows.columns)![0]?.values
  const order = [...found.keys()].sort(
    (a, b) =>
      (score ? score[b]! - score[a]! : 0) ||
      found[b]!.chance - found[a]!.chance ||
      found[a]!.cascade - found[b]!.cascade ||
      found[a]!.node - found[b]!.node,
  )
  const adopters = lessons.adopted.reduce((sum, one) => sum + one, 0)
  const ranked = order.map((row) => found[row]!)
  return { by, ranked, hazard, periods: lessons.periods, rows: lessons.adopted.length, adopters }
}

function described(
  rows: RiskRows,
  hazard: RidgeHazard,
  { level, reasons, alike }: { level: number; reasons: number; alike: Int32Array },
): NextAdopter[] {
  const count = rows.node.length
  const parts = hazard.parts(rows.columns, count)
  const errors = hazard.errors(rows.columns, count)
  const means = parts.map((part) => groupMeans(part, alike))
  const values = hazard.names.map((name) => rows.columns.find((column) => column.name === name)?.values)
  const half = normalQuantile((1 + level) / 2)
  return Array.from({ length: count }, (_, row) => {
    const eta = parts.reduce((sum, part) => sum + part[row]!, 0)
    const [chance, lower, upper] = [0, -half, half].map((side) =>
      chanceOf(eta + side * errors[row]!, hazard.link),
    )
    const all = parts.map((part, j) => ({
      name: hazard.names[j]!,
      value: values[j]?.[row] ?? 1,
      contribution: part[row]! - means[j]!.get(alike[row]!)!,
    }))
    return {
      cascade: rows.cascade[row]!,
      node: rows.node[row]!,
      chance: chance!,
      lower: lower!,
      upper: upper!,
      reasons: all
        .slice(1)
        .sort((a, b) => Math.abs(b.contribution) - Math.abs(a.contribution))
        .slice(0, reasons),
    }
  })
}

function groupMeans(values: Float64Array, group: Int32Array): Map<number, number> {
  const sums = new Map<number, { sum: number; count: number }>()
  values.forEach((value, row) => {
    const { sum, count } = sums.get(group[row]!) ?? { sum: 0, count: 0 }
    sums.set(group[row]!, { sum: sum + value, count: count + 1 })
  })
  return new Map([...sums].map(([g, { sum, count }]) => [g, sum / count]))
}
