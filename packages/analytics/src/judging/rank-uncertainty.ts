import { seededRandom } from '../numbers/random.ts'
import { rankOf } from '../numbers/stable-order.ts'
import { drawEntries } from './entry-posterior.ts'
import type { EntryPosterior } from './entry-posterior.ts'
import { refuseCount, refuseLevel } from '../numbers/refusals.ts'

export type RankUncertainty = {
  /** By entry: the chance that it belongs to the best `top`, its mean rank (1 is best), and an interval of ranks. */
  chance: Float64Array
  meanRank: Float64Array
  low: Int32Array
  high: Int32Array
  /** Rank by the centre of the distribution; ties share the order of the entries. */
  rank: Int32Array
  /** Entries whose chance of belonging lies between a tenth and nine tenths: the zone where the cut is a toss-up. */
  doubtful: number[]
  draws: number
}

export type RankOptions = { top: number; draws?: number; seed?: number | string; level?: number }

/**
 * How sure the order of entries is, by drawing all entries at once from their joint distribution; the same seed gives
 * the same answer. A chance has a simulation error of up to 0.5 / √draws.
 * @throws RangeError unless 1 <= top < entries, draws is a whole number from 1, 0 < level < 1, and every centre is a number.
 * Cost: O(draws · (entries · log entries + readings)); memory 4 bytes · draws · entries.
 */
export function rankUncertainty(
  posterior: EntryPosterior,
  { top, draws = 2000, seed = 1, level = 0.95 }: RankOptions,
): RankUncertainty {
  const n = posterior.centre.length
  refuseCount('rankUncertainty: the cut', top, 1, n - 1)
  refuseCount('rankUncertainty: draws', draws)
  refuseLevel('rankUncertainty: the level', level)
  if (posterior.centre.some(Number.isNaN)) throw new RangeError('rankUncertainty: an entry has no measure')
  const random = seededRandom(seed)
  const values = new Float64Array(n)
  const ranks = new Int32Array(n * draws) // all draws of one entry lie together
  for (let draw = 0; draw < draws; draw++) {
    drawEntries(posterior, random, values)
    const sorted = values.slice().sort()
    for (let i = 0; i < n; i++) {
      const below = rankOf(sorted, values[i]!)
      const tied = sorted[below + 1] === values[i] ? rankOf(sorted, values[i]!, true) - below : 1
      const lot = tied > 1 ? random.below(tied) : 0 // who is first among equals
      ranks[i * draws + draw] = n - below - lot
    }
  }
  const result = summed(ranks, { n, draws, top, level })
  const doubtful = Array.from(result.chance.keys()).filter(
    (i) => result.chance[i]! > 0.1 && result.chance[i]! < 0.9,
  )
  return { ...result, rank: ranksOf(posterior.centre), doubtful, draws }
}

function summed(
  ranks: Int32Array,
  { n, draws, top, level }: { n: number; draws: number; top: number; level: number },
) {
  const [chance, meanRank] = [new Float64Array(n), new Float64Array(n)]
  const [low, high] = [new Int32Array(n), new Int32Array(n)]
  for (let i = 0; i < n; i++) {
    const own = ranks.subarray(i * draws, (i + 1) * draws).sort()
    let [sum, within] = [0, 0]
    for (const rank of own) {
      sum += rank
      if (rank <= top) within++
    }
    meanRank[i] = sum / draws
    chance[i] = within / draws
    low[i] = own[Math.floor(((1 - level) / 2) * (draws - 1))]!
    high[i] = own[Math.ceil(((1 + level) / 2) * (draws - 1))]!
  }
  return { chance, meanRank, low, high }
}

/** 1 for the largest; the earlier of equals first. */
export function ranksOf(values: Float64Array): Int32Array {
  const order = Array.from(values.keys()).sort((a, b) => values[b]! - values[a]! || a - b)
  const ranks = new Int32Array(values.length)
  order.forEach((i, place) => (ranks[i] = place + 1))
  return ranks
}
