import { fisherQuantile, fisherUpper } from '../numbers/tails.ts'
import { codedReadings } from './readings.ts'
import type { CodedReadings, Reading } from './readings.ts'
import { refuseLevel } from '../numbers/refusals.ts'

/** One judge or the mean of k; judges drawn anew for each entry (1), at random for all (2), or these and no others (3). */
export type IntraclassForm = 'icc1' | 'icc2' | 'icc3' | 'icc1k' | 'icc2k' | 'icc3k'

export type Intraclass = {
  icc: number
  /** The test that it is zero. */
  f: number
  df1: number
  df2: number
  p: number
  /** Confidence interval. */
  low: number
  high: number
}

export type IntraclassTable = {
  entries: number
  judges: number
  level: number
  /** Mean squares between entries, between judges, of the rest, and within entries (the last two together). */
  meanSquares: { entries: number; judges: number; residual: number; within: number }
  forms: Record<IntraclassForm, Intraclass>
}

/**
 * The six intraclass correlations of a complete table in which every judge scored every entry once, with F intervals.
 * For tables with gaps fit `crossedEffects` instead.
 * @throws RangeError when a cell is missing or filled twice (it names one), there are fewer than two entries or judges,
 *   all scores are equal, or the level is not between 0 and 1.
 * Source: Shrout & Fleiss (1979), Psychological Bulletin 86; McGraw & Wong (1996), Psychological Methods 1, for form 2.
 * @example const scores = [['a', 'x', 1], ['a', 'y', 2], ['b', 'x', 4], ['b', 'y', 5]] as const
 * intraclass(scores.map(([entry, judge, score]) => ({ entry, judge, score }))).forms.icc2.icc // 0.9
 */
export function intraclass(
  readings: readonly Reading[],
  { level = 0.95 }: { level?: number } = {},
): IntraclassTable {
  refuseLevel('intraclass: the level', level)
  const coded = codedReadings(readings, 'intraclass')
  refuseGaps(coded)
  const [n, k] = [coded.entry.names.length, coded.judge.names.length]
  if (n < 2 || k < 2) throw new RangeError(`intraclass: needs two entries and two judges, got ${n} and ${k}`)
  const squares = meanSquaresOf(coded)
  if (squares.entries === 0 && squares.within === 0) throw new RangeError('intraclass: all scores are equal')
  const once = singleForms(squares, { n, k, level })
  /** The mean of k judges, from one (Spearman and Brown); written so that an interval keeps its order below -1/k. */
  const averaged = (x: number) => (k * x) / (1 + (k - 1) * x)
  const mean = (one: Intraclass): Intraclass => ({
    ...one,
    icc: averaged(one.icc),
    low: averaged(one.low),
    high: averaged(one.high),
  })
  const [icc1, icc2, icc3] = once
  return {
    entries: n,
    judges: k,
    level,
    meanSquares: squares,
    forms: { icc1, icc2, icc3, icc1k: mean(icc1), icc2k: mean(icc2), icc3k: mean(icc3) },
  }
}

function refuseGaps({ entry, judge }: CodedReadings): void {
  const width = judge.names.length
  const times = new Int32Array(entry.names.length * width)
  entry.codes.forEach((code, r) => times[code * width + judge.codes[r]!]!++)
  const place = times.findIndex((count) => count !== 1)
  if (place < 0) return
  const who = `entry ${entry.names[Math.floor(place / width)]}, judge ${judge.names[place % width]}`
  const says =
    times[place] === 0 ? 'no score; the table must be complete' : `${times[place]} scores, one is wanted`
  throw new RangeError(`intraclass: ${who}: ${says}`)
}

function meanSquaresOf({ entry, judge, score }: CodedReadings): IntraclassTable['meanSquares'] {
  const [n, k] = [entry.names.length, judge.names.length]
  const grand = score.reduce((sum, x) => sum + x, 0) / score.length
  const [byEntry, byJudge] = [new Float64Array(n), new Float64Array(k)]
  score.forEach((x, r) => {
    byEntry[entry.codes[r]!]! += (x - grand) / k
    byJudge[judge.codes[r]!]! += (x - grand) / n
  })
  const total = (means: Float64Array) => means.reduce((sum, x) => sum + x * x, 0)
  let [within, rest] = [0, 0]
  score.forEach((x, r) => {
    const off = x - grand - byEntry[entry.codes[r]!]!
    within += off ** 2
    rest += (off - byJudge[judge.codes[r]!]!) ** 2
  })
  return {
    entries: (k * total(byEntry)) / (n - 1),
    judges: (n * total(byJudge)) / (k - 1),
    residual: rest / ((n - 1) * (k - 1)),
    within: within / (n * (k - 1)),
  }
}

type Size = { n: number; k: number; level: number }

function singleForms(
  squares: IntraclassTable['meanSquares'],
  size: Size,
): [Intraclass, Intraclass, Intraclass] {
  const { n, k } = size
  const { entries, judges, residual, within } = squares
  const f = entries / residual
  const [df1, df2] = [n - 1, (n - 1) * (k - 1)]
  const icc2 = (entries - residual) / (entries + (k - 1) * residual + (k * (judges - residual)) / n)
  return [
    ratioForm(entries / within, n - 1, n * (k - 1), size),
    { icc: icc2, f, df1, df2, p: fisherUpper(f, df1, df2), ...agreementInterval(squares, icc2, size) },
    ratioForm(f, df1, df2, size),
  ]
}

/** Forms 1 and 3 depend on one ratio of mean squares, and so do their limits. */
function ratioForm(f: number, df1: number, df2: number, { k, level }: Size): Intraclass {
  const from = (ratio: number) => (ratio === Infinity ? 1 : (ratio - 1) / (ratio + k - 1))
  const tail = 1 - (1 - level) / 2
  const low = from(f / fisherQuantile(tail, df1, df2))
  const high = from(f * fisherQuantile(tail, df2, df1))
  return { icc: from(f), f, df1, df2, p: fisherUpper(f, df1, df2), low, high }
}

/** Limits of form 2, with Satterthwaite's degrees of freedom for what judges and residual make together. */
function agreementInterval(squares: IntraclassTable['meanSquares'], icc: number, { n, k, level }: Size) {
  const { entries, judges, residual } = squares
  const a = (k * icc) / (n * (1 - icc))
  const b = 1 + (k * icc * (n - 1)) / (n * (1 - icc))
  const df =
    (a * judges + b * residual) ** 2 /
    ((a * judges) ** 2 / (k - 1) + (b * residual) ** 2 / ((n - 1) * (k - 1)))
  if (!(df > 0)) return { low: icc, high: icc } // perfect agreement: nothing is left to be uncertain about
  const tail = 1 - (1 - level) / 2
  const [below, above] = [fisherQuantile(tail, n - 1, df), fisherQuantile(tail, df, n - 1)]
  const spread = k * judges + (k * n - k - n) * residual
  return {
    low: (n * (entries - below * residual)) / (below * spread + n * entries),
    high: (n * (above * entries - residual)) / (spread + n * above * entries),
  }
}
