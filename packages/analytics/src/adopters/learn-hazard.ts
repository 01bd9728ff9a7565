import { chanceOf } from '../hazards/links.ts'
import type { Link } from '../hazards/links.ts'
import type { Column } from '../hazards/model-columns.ts'
import type { Diffusion } from './diffusion.ts'
import { ridgeHazard } from './ridge-hazard.ts'
import type { Pull, RidgeHazard } from './ridge-hazard.ts'
import { adoptedWithin, riskRows } from './risk-rows.ts'
import type { RiskRows, Watched } from './risk-rows.ts'

/** By what places are ranked: the whole model, or one thing that anybody could look up. */
export type Ranking = 'model' | 'popularity' | 'neighbours' | 'nearest' | 'random'

export type LearningOptions = {
  /** How far ahead, in the unit of the times. */
  horizon: number
  /** How far apart periods to learn from begin; the horizon unless said otherwise, so that they do not overlap. */
  step?: number | undefined
  /** 'logit' unless said otherwise. */
  link?: Link | undefined
  /** How strongly effects are pulled to what they would be without evidence; 1 unless said otherwise. */
  penalty?: number | undefined
  /** Of the limits; 0.95 unless said otherwise. */
  level?: number | undefined
} & Watched

/** The column that a ranking goes by; none is a constant chance. */
export const rankingColumn: Record<Exclude<Ranking, 'model'>, string | null> = {
  popularity: 'history',
  neighbours: 'neighbours',
  nearest: 'nearest',
  random: null,
}

/** Rows of all periods to learn from, one after the other. */
export type Lessons = RiskRows & { adopted: Float64Array; periods: number; innovationPeriods: number }

/** Periods by their beginning, so that several moments can learn from them. */
export type KnownPeriods = Map<number, { rows: RiskRows; adopted: Float64Array }>

/**
 * The periods of one horizon that end at a moment, one step earlier, two steps and so on, back to the first adoption: each
 * described by what came before it, with who adopted in it.
 */
export function lessonsBefore(
  diffusion: Diffusion,
  at: number,
  { horizon, step = horizon, least, most }: LearningOptions,
  known: KnownPeriods = new Map(),
): Lessons {
  const first = diffusion.cascades.time.reduce((least, time) => Math.min(least, time), Infinity)
  const parts: { rows: RiskRows; adopted: Float64Array }[] = []
  for (let k = 0; ; k++) {
    const begin = at - horizon - k * step
    if (!(begin > first)) break
    let part = known.get(begin)
    if (!part) {
      const rows = riskRows(diffusion, begin, { horizon, least, most })
      part = { rows, adopted: adoptedWithin(rows, diffusion.cascades, { at: begin, horizon }) }
      known.set(begin, part)
    }
    parts.push(part)
  }
  const names = parts[0]?.rows.columns.map(({ name }) => name) ?? []
  return {
    cascade: Int32Array.from(joined(parts.map(({ rows }) => rows.cascade))),
    node: Int32Array.from(joined(parts.map(({ rows }) => rows.node))),
    columns: names.map((name, j) => ({
      name,
      values: joined(parts.map(({ rows }) => rows.columns[j]!.values)),
    })),
    adopted: joined(parts.map(({ adopted }) => adopted)),
    periods: parts.length,
    innovationPeriods: parts.reduce((sum, { rows }) => sum + new Set(rows.cascade).size, 0),
  }
}

function joined(parts: readonly ArrayLike<number>[]): Float64Array {
  const whole = new Float64Array(parts.reduce((sum, { length }) => sum + length, 0))
  let filled = 0
  for (const part of parts) {
    whole.set(part, filled)
    filled += part.length
  }
  return whole
}

/** Fewer innovations than this say too little about how errors go together within one; places are grouped then. */
const ENOUGH = 20

/** What is the same for all places of an innovation in a period. */
const common = ['duration', 'prevalence', 'pace']

/**
 * Each effect to 0 as if one adopter spoke for it; but what an innovation's places have in common is seen once an innovation
 * and period, however many places there are. So these effects are pulled by ten times the adopters of a mean innovation and
 * period: to 0, and of the pace to 1, which is to go on as in the period before.
 */
function pullsOf({ adopted, innovationPeriods }: Lessons, penalty: number): (name: string) => Pull {
  const adopters = adopted.reduce((sum, one) => sum + one, 0)
  return (name) => ({
    effect: name === 'pace' ? 1 : 0,
    penalty: penalty * (common.includes(name) ? (10 * adopters) / innovationPeriods : 1),
  })
}

/** A hazard learnt from all columns, or from the one that a ranking goes by; null where nothing is known of that one. */
export function learnHazard(
  lessons: Lessons,
  by: Ranking,
  { link = 'logit', penalty = 1, level = 0.95 }: LearningOptions,
): (RidgeHazard & { clustered: 'innovations' | 'places' }) | null {
  const columns = columnsFor(by, lessons.columns)
  if (!columns) return null
  const innovations = new Set(lessons.cascade).size
  const clustered = innovations >= ENOUGH ? 'innovations' : 'places'
  const cluster = clustered === 'innovations' ? lessons.cascade : lessons.node
  return {
    ...ridgeHazard(lessons.adopted, columns, { link, pull: pullsOf(lessons, penalty), cluster, level }),
    clustered,
  }
}

/** Null where the ranking needs a column that is not there. */
export function columnsFor(by: Ranking, columns: readonly Column[]): readonly Column[] | null {
  if (by === 'model') return columns
  const name = rankingColumn[by]
  const own = columns.filter((column) => column.name === name)
  return name !== null && own.length === 0 ? null : own
}

/** The chance of each row to adopt within the horizon. */
export function chancesOf(hazard: RidgeHazard, columns: readonly Column[], rows: number): Float64Array {
  const chance = new Float64Array(rows)
  for (const part of hazard.parts(columns, rows))
    for (let row = 0; row < rows; row++) chance[row]! += part[row]!
  return chance.map((eta) => chanceOf(eta, hazard.link))
}
