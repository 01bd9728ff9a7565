import { dot } from '../numbers/dot.ts'
import { groupsOf } from '../numbers/groups.ts'
import { quantile } from '../numbers/quantile.ts'
import { seededRandom } from '../numbers/random.ts'
import type { Random } from '../numbers/random.ts'
import { gather } from '../numbers/stable-order.ts'
import { calibration, surprise } from './calibration.ts'
import type { Calibration } from './calibration.ts'
import { refuseFaults } from './diffusion.ts'
import type { Diffusion } from './diffusion.ts'
import { chancesOf, columnsFor, learnHazard, lessonsBefore, rankingColumn } from './learn-hazard.ts'
import type { KnownPeriods, LearningOptions, Ranking } from './learn-hazard.ts'
import { rankedRows, rankingMeasures } from './ranking-measures.ts'
import { adoptedWithin, riskRows } from './risk-rows.ts'

export type BackTestOptions = LearningOptions & {
  /** Moments at which it is learnt from what came strictly before, and asked who comes within the horizon. */
  splits: readonly number[]
  /** Of precision among the first k; 10 unless said otherwise. */
  k?: number | undefined
  /** Resamples for the limits; 200 unless said otherwise. */
  replicates?: number | undefined
  seed?: number | string | undefined
  /** Chances from elsewhere, to be compared: those of a known truth, say. */
  others?: Record<string, (cascade: number, node: number, at: number) => number>
}

export type Measured = { value: number; lower: number; upper: number }

/** How good one ranking was; the first three as `RankingMeasures`. */
export type Contest = Record<(typeof names)[number], Measured> & {
  ranking: string
  calibration: Calibration
  /** The model's auc less this one's, on the same resamples. */
  lead: Measured
}

/** One look back, with what each ranking was worth in it alone; NaN where nobody adopted. */
export type TestedSplit = {
  at: number
  learntFrom: number
  periods: number
  rows: number
  adopters: number
  rankings: ({ ranking: string } & Record<(typeof names)[number], number>)[]
}

export type BackTest = {
  /** The model first. A ranking is not there when nothing is known that it could go by. */
  contests: Contest[]
  splits: TestedSplit[]
  rows: number
  adopters: number
  resampled: 'innovations' | 'places'
  /** Whether the limits of the model's lead lie above 0 against each of the simple rankings. */
  modelBeatsAll: boolean
  /** The model where it does, else the simple ranking with the greatest auc. */
  use: Ranking
}

type Scores = { ranking: string; score: number[]; chance: number[] }
type Tested = {
  group: number[]
  cascade: number[]
  node: number[]
  adopted: number[]
  scores: Map<string, Scores>
}

/** Fewer innovations than this with an adopter after a split: places are resampled instead. */
const ENOUGH = 10

/**
 * Looks back: at each split the model learns from what came strictly before it, networks and scales included, ranks who had
 * not adopted, and is compared with who did within the horizon; beside popularity, neighbours, nearest and random. Limits
 * are percentiles over resamples of innovations, or of places where few innovations had an adopter.
 * `auc` compares places within an innovation at one split; `aucOfAll` compares the chances of all rows.
 * @throws RangeError when nobody adopted after any split, or nobody in the periods to learn from.
 * Cost: learning at each split, and O(rows × rankings) a replicate.
 */
export function backTest(diffusion: Diffusion, options: BackTestOptions): BackTest {
  refuseFaults('backTest', diffusion, options)
  const { seed = 1, k = 10, replicates = 200, level = 0.95 } = options
  const random = seededRandom(seed)
  const tested: Tested = { group: [], cascade: [], node: [], adopted: [], scores: new Map() }
  const known: KnownPeriods = new Map()
  const splits = options.splits.map((at) => addSplit(tested, diffusion, { at, options, known, random }))
  const adopters = tested.adopted.reduce((sum, one) => sum + one, 0)
  if (adopters === 0)
    throw new RangeError('backTest: nobody adopted within the horizon after any of the splits')
  const { contests, resampled } = compared(tested, { k, replicates, level, random: random.branch(1) })
  const best = contests.filter(({ ranking }) => simple.includes(ranking as never) && ranking !== 'random')
  const modelBeatsAll = contests.every(
    ({ ranking, lead }) => !simple.includes(ranking as never) || lead.lower > 0,
  )
  best.sort((a, b) => b.auc.value - a.auc.value)
  const use = modelBeatsAll ? 'model' : (best[0]!.ranking as Ranking)
  return { contests, splits, rows: tested.adopted.length, adopters, resampled, modelBeatsAll, use }
}

const simple = Object.keys(rankingColumn) as Exclude<Ranking, 'model'>[]

type Split = { at: number; options: BackTestOptions; known: KnownPeriods; random: Random }

/** Learns from what came before the split, and adds who could adopt after it with every ranking's score and chance. */
function addSplit(tested: Tested, diffusion: Diffusion, { at, options, known, random }: Split): TestedSplit {
  const { horizon, others = {}, least, most, k = 10 } = options
  const lessons = lessonsBefore(diffusion, at, options, known)
  const rows = riskRows(diffusion, at, { horizon, least, most })
  const adopted = adoptedWithin(rows, diffusion.cascades, { at, horizon })
  const here = { group: rows.cascade, adopted, k }
  const rankings: TestedSplit['rankings'] = []
  const put = (ranking: string, chance: Float64Array, score = chance) => {
    rankings.push({ ranking, ...measurer({ score, chance }, here)() })
    const all = tested.scores.get(ranking) ?? { ranking, score: [], chance: [] }
    tested.scores.set(ranking, all)
    chance.forEach((value, row) => {
      all.chance.push(value)
      all.score.push(score[row]!)
    })
  }
  for (const by of ['model', ...simple] as const) {
    const hazard = learnHazard(lessons, by, options)
    if (!hazard) continue
    const chance = chancesOf(hazard, rows.columns, adopted.length)
    const drawn = by === 'random' ? chance.map(() => random.uniform()) : undefined
    put(by, chance, by === 'model' ? chance : (drawn ?? columnsFor(by, rows.columns)![0]!.values))
  }
  for (const [name, chanceOf] of Object.entries(others))
    put(
      name,
      Float64Array.from(rows.cascade, (c, row) => chanceOf(c, rows.node[row]!, at)),
    )
  let group = tested.group.at(-1) ?? -1
  rows.cascade.forEach((c, row) => {
    if (row === 0 || c !== rows.cascade[row - 1]) group++
    tested.group.push(group)
    tested.cascade.push(c)
    tested.node.push(rows.node[row]!)
    tested.adopted.push(adopted[row]!)
  })
  const adopters = adopted.reduce((sum, one) => sum + one, 0)
  const { periods } = lessons
  return { at, learntFrom: lessons.adopted.length, periods, rows: adopted.length, adopters, rankings }
}

type Drawing = { k: number; replicates: number; level: number; random: Random }

function compared(tested: Tested, { k, replicates, level, random }: Drawing) {
  const { group, cascade, node, adopted } = tested
  const innovations = new Set(cascade.filter((_, row) => adopted[row]! > 0)).size
  const resampled = innovations >= ENOUGH ? ('innovations' as const) : ('places' as const)
  const unit = resampled === 'innovations' ? cascade : node
  const { of, labels } = groupsOf(unit)
  const measures = [...tested.scores.values()].map((scores) => measurer(scores, { group, adopted, k }))
  const once = measures.map((measure) => measure())
  const drawn = Array.from({ length: replicates }, (_, r) => {
    const own = random.branch(r)
    const times = new Float64Array(labels.length)
    for (let i = 0; i < times.length; i++) times[own.below(times.length)]!++
    const often = gather(times, of)
    return measures.map((measure) => measure(often, resampled))
  })
  const limits = (value: number, of: (all: (typeof once)[number][]) => number): Measured => {
    const sorted = drawn
      .map(of)
      .filter(Number.isFinite)
      .sort((a, b) => a - b)
    const at = (share: number) => (sorted.length > 0 ? quantile(sorted, share) : NaN)
    return { value, lower: at((1 - level) / 2), upper: at((1 + level) / 2) }
  }
  const contests = [...tested.scores.values()].map(({ ranking, chance }, j): Contest => {
    const measured = names.map((name) => [name, limits(once[j]![name], (all) => all[j]![name])] as const)
    return {
      ranking,
      ...(Object.fromEntries(measured) as Record<(typeof names)[number], Measured>),
      calibration: calibration(Float64Array.from(chance), Float64Array.from(adopted)),
      lead: limits(once[0]!.auc - once[j]!.auc, (all) => all[0]!.auc - all[j]!.auc),
    }
  })
  return { contests, resampled }
}

const names = ['auc', 'precision', 'reciprocalRank', 'aucOfAll', 'logLoss', 'brier'] as const

/** All measures of one ranking; `often` says how often a row counts in a resample. */
function measurer(
  scores: Record<'score' | 'chance', ArrayLike<number>>,
  { group, adopted, k }: { group: ArrayLike<number>; adopted: ArrayLike<number>; k: number },
) {
  const chance = Float64Array.from(scores.chance)
  const within = rankedRows(group, Float64Array.from(scores.score))
  const among = rankedRows(new Uint8Array(chance.length), chance)
  const losses = chance.map((value, row) => surprise(value, adopted[row]!))
  const squares = chance.map((value, row) => (value - adopted[row]!) ** 2)
  const once: Float64Array = new Float64Array(chance.length).fill(1)
  return (often = once, resampled: BackTest['resampled'] = 'places') => {
    const total = often.reduce((sum, times) => sum + times, 0)
    const counted = resampled === 'innovations' ? { weight: often } : { times: often }
    return {
      ...rankingMeasures(within, adopted, { k, ...counted }),
      aucOfAll: rankingMeasures(among, adopted, { k, times: often }).auc,
      logLoss: dot(losses, often) / total,
      brier: dot(squares, often) / total,
    }
  }
}
