import type { Column } from '@semai/analytics/hazards/model-columns'
import { cox } from '@semai/analytics/survival/cox'
import { lastingMinimum, placeGroup, stopsPerColumn } from '@semai/domain/continuity/lasting'
import type { LastingBy } from '@semai/domain/continuity/lasting'
import type { ObservedRun } from '@semai/domain/continuity/observed-run'
import type { RunRow } from './runs.queries.ts'

/** A running that was followed, with what was known of it when it began. */
export type FollowedRun = {
  run: ObservedRun
  levels: Record<LastingBy, string>
  /** How many of the same innovation had begun before it. */
  earlier: number
  innovation: string
}

/** How much more often (`ratio` above 1) or less often those of a level stop than those compared with; 95 per cent limits. */
export type StoppingFactor = {
  factor: LastingBy | 'earlier'
  /** What is compared; null for `earlier`, whose ratio is for each doubling. */
  level: string | null
  ratio: number
  lower: number
  upper: number
  runs: number
  stopped: number
}

/** What goes with stopping, all factors beside each other. */
export type StoppingFactors = {
  runs: number
  stopped: number
  /** Followed, but of a group too small to be told apart. */
  leftOut: number
  /** With what the levels of a factor are compared: its largest group. */
  against: Partial<Record<LastingBy, string>>
  factors: StoppingFactor[]
  /** Innovations whose runnings may go together, which the limits allow for; null where they are too few for that. */
  innovations: number | null
}

const factors = ['place', 'form', 'category'] as const
/** With fewer groups than this, errors that allow for them are worse than those that do not. */
const fewestInnovations = 20

/**
 * Runnings that were followed, with their levels and how many of the same innovation began before each.
 * Cost: a sort.
 */
export function followedRuns(told: readonly { row: RunRow; run: ObservedRun | string }[]): FollowedRun[] {
  const begun = new Map<string, number>()
  const inOrder = told.toSorted((a, b) =>
    a.row.latest < b.row.latest ? -1 : a.row.latest > b.row.latest ? 1 : 0,
  )
  return inOrder.flatMap(({ row, run }) => {
    const earlier = begun.get(row.innovation) ?? 0
    begun.set(row.innovation, earlier + 1)
    if (typeof run === 'string') return []
    const levels = {
      place: placeGroup(row.place, row.isUnderdeveloped),
      form: row.form ?? 'unknown',
      category: row.category ?? 'unknown',
    }
    return [{ run, levels, earlier, innovation: row.innovation }]
  })
}

/**
 * What goes with stopping: a Cox model with late entry, ties by Efron, errors that allow for innovations going together.
 * Groups with too few runnings or stops are joined as `other`, and left out where even that is too small. Null where
 * there are fewer than ten stops a column. It names no cause. Method: docs/methods/lasting.md.
 */
export function stoppingFactors(followed: readonly FollowedRun[]): StoppingFactors | null {
  const groupings = factors.map((factor) => groupingOf(followed, factor))
  const kept = followed.filter((one) => groupings.every(({ levelOf }) => levelOf(one) !== null))
  const compared = groupings.map((grouping) => levelsOf(kept, grouping))
  const told = compared.flatMap(({ levels }) => levels)
  const columns = [
    ...told.map(({ members }, i) => ({
      name: String(i),
      values: Float64Array.from(kept, (one) => Number(members.has(one))),
    })),
    { name: 'earlier', values: Float64Array.from(kept, ({ earlier }) => Math.log2(1 + earlier)) },
  ]
  const stopped = stopsOf(kept)
  const innovations = new Set(kept.map(({ innovation }) => innovation)).size
  if (stopped < stopsPerColumn * columns.length) return null
  const isClustered = innovations >= fewestInnovations
  const estimates = ratiosOf(kept, columns, isClustered)
  if (estimates === null) return null
  const { names, coef, lower, upper } = estimates
  const found = names.map((name, i) => ({
    ...(told[Number(name)]?.counts ?? {
      factor: 'earlier' as const,
      level: null,
      runs: kept.length,
      stopped,
    }),
    ratio: Math.exp(coef[i]!),
    lower: Math.exp(lower[i]!),
    upper: Math.exp(upper[i]!),
  }))
  return {
    runs: kept.length,
    stopped,
    leftOut: followed.length - kept.length,
    against: Object.fromEntries(compared.map(({ factor, against }) => [factor, against])),
    factors: found,
    innovations: isClustered ? innovations : null,
  }
}

/** Logarithms of the ratios with their limits; null where the data do not settle them. */
function ratiosOf(runs: readonly FollowedRun[], columns: readonly Column[], isClustered: boolean) {
  const rows = {
    start: runs.map(({ run }) => run.entry),
    stop: runs.map(({ run }) => run.exit),
    event: runs.map(({ run }) => Number(run.stopped)),
  }
  const fit = cox(rows, columns, isClustered ? { cluster: runs.map(({ innovation }) => innovation) } : {})
  if (fit.separation !== null || !fit.converged) return null
  return fit.robust?.estimates ?? fit
}

const stopsOf = (runs: readonly FollowedRun[]) => runs.filter(({ run }) => run.stopped).length
const isEnough = (runs: readonly FollowedRun[]) =>
  runs.length >= lastingMinimum.runs && stopsOf(runs) >= lastingMinimum.stops

type Grouping = { factor: LastingBy; levelOf: (one: FollowedRun) => string | null }

/** The levels of a factor that are large enough to be told apart, and the others joined. */
function groupingOf(followed: readonly FollowedRun[], factor: LastingBy): Grouping {
  const levels = Map.groupBy(followed, ({ levels }) => levels[factor])
  const large = new Set([...levels].filter(([, members]) => isEnough(members)).map(([level]) => level))
  const other = isEnough(followed.filter(({ levels }) => !large.has(levels[factor]))) ? 'other' : null
  return { factor, levelOf: ({ levels }) => (large.has(levels[factor]) ? levels[factor] : other) }
}

/** The largest level of a factor, and those that are compared with it. */
function levelsOf(kept: readonly FollowedRun[], { factor, levelOf }: Grouping) {
  const [largest, ...levels] = [...Map.groupBy(kept, levelOf)].toSorted(
    ([a, those], [b, others]) => others.length - those.length || a!.localeCompare(b!),
  )
  return {
    factor,
    against: largest?.[0] ?? '',
    levels: levels.map(([level, members]) => ({
      members: new Set(members),
      counts: { factor, level, runs: members.length, stopped: stopsOf(members) },
    })),
  }
}
