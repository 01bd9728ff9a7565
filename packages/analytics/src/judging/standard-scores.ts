import { groupsOf } from '../numbers/groups.ts'
import { connectedParts } from './connected-parts.ts'
import { codedReadings, countsOf } from './readings.ts'
import type { CodedReadings, Factor, Reading } from './readings.ts'

export type StandardScores = {
  /** By reading: distance from the mean of the same judge (on the same criterion), in that judge's deviations. */
  z: Float64Array
  /** Mean z of each entry over the readings that have one, how many those are, and the raw mean. NaN without any. */
  entry: { names: string[]; z: Float64Array; count: Float64Array; rawMean: Float64Array }
  /** Each judge's scale, criterion by criterion when there are any; the deviation divides by count - 1. */
  judges: { judge: string; criterion: string | null; mean: number; sd: number; count: number }[]
  /** Why the comparison of entries may not be sound; empty when nothing speaks against it. */
  warnings: string[]
}

/**
 * Scores standardised within each judge. A fair comparison only when every judge read a large random lot of entries, or
 * all read the same: what a judge's lot is better than others' is taken away with the judge's leniency.
 * A judge with one reading, or with equal scores throughout, has no scale; those readings have no z (NaN).
 * @throws RangeError when there is no reading or a score is not finite.
 * Cost: O(readings).
 * @example zScores([{ entry: 'a', judge: 'x', score: 4 }, { entry: 'b', judge: 'x', score: 8 }]).z // -0.707… and 0.707…
 */
export function zScores(readings: readonly Reading[]): StandardScores {
  const coded = codedReadings(readings, 'zScores')
  const { entry, score } = coded
  const scale = scalesOf(coded)
  const z = score.map((own, r) => {
    const { mean, sd } = scale.judges[scale.codes[r]!]!
    return sd > 0 ? (own - mean) / sd : NaN
  })
  const [sum, raw, count] = [0, 1, 2].map(() => new Float64Array(entry.names.length)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ]
  const all = countsOf(entry)
  entry.codes.forEach((code, r) => {
    raw[code]! += score[r]! / all[code]!
    if (Number.isNaN(z[r]!)) return
    sum[code]! += z[r]!
    count[code]!++
  })
  return {
    z,
    entry: { names: entry.names, z: sum.map((value, i) => value / count[i]!), count, rawMean: raw },
    judges: scale.judges,
    warnings: warningsOf(coded, scale.judges),
  }
}

/** Mean and deviation of each judge, or of each judge on each criterion, and which of them a reading belongs to. */
function scalesOf({ judge, criterion, score }: CodedReadings) {
  const width = Math.max(1, criterion.names.length)
  const { of: codes, labels: keys } = groupsOf(
    judge.codes.map((code, r) => code * width + (criterion.codes[r] ?? 0)),
  )
  const lots: Factor = { names: keys.map(String), codes }
  const count = countsOf(lots)
  const [mean, squares] = [new Float64Array(count.length), new Float64Array(count.length)]
  codes.forEach((code, r) => (mean[code]! += score[r]! / count[code]!))
  codes.forEach((code, r) => (squares[code]! += (score[r]! - mean[code]!) ** 2))
  const judges = keys.map((key, k) => ({
    judge: judge.names[Math.floor(key / width)]!,
    criterion: criterion.names[key % width] ?? null,
    mean: mean[k]!,
    sd: Math.sqrt(squares[k]! / (count[k]! - 1)),
    count: count[k]!,
  }))
  return { codes, judges }
}

function warningsOf(coded: CodedReadings, judges: StandardScores['judges']): string[] {
  const says: string[] = []
  const named = (list: StandardScores['judges']) => [...new Set(list.map(({ judge }) => judge))].join(', ')
  const flat = judges.filter(({ sd }) => !(sd > 0))
  if (flat.length > 0)
    says.push(
      `no scale of their own (one reading, or all equal): ${named(flat)}; these readings are left out`,
    )
  const few = judges.filter(({ count, sd }) => sd > 0 && count < 20)
  if (few.length > 0)
    says.push(`fewer than 20 readings, so that mean and deviation are themselves uncertain: ${named(few)}`)
  const pairs = new Set(
    coded.judge.codes.map((code, r) => code * coded.entry.names.length + coded.entry.codes[r]!),
  )
  if (pairs.size < coded.entry.names.length * coded.judge.names.length) {
    says.push(
      'judges read different entries: fair only if entries were dealt at random; otherwise use additive or crossed effects',
    )
  }
  if (connectedParts(coded).length > 1) {
    says.push(
      'some judges share no entry with the others: nothing in the scores can show that their lots are alike',
    )
  }
  return says
}
