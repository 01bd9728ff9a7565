import { ranksOf } from './rank-uncertainty.ts'
import type { Reading } from './readings.ts'

/** What the best `top` would be without one judge: who would come in, who would drop out, or why it can not be said. */
export type WithoutJudge = { judge: string; enters: string[]; leaves: string[]; problem: string | null }

/** Entries and the values by which they are ordered, the best largest. */
export type Ordered = { names: readonly string[]; values: Float64Array }

/**
 * The order once more without each judge in turn. Entries that only this judge read stay out of the comparison.
 * `fit` gives the order for readings; its RangeError becomes the `problem` of that judge.
 * Cost: one fit a judge, and one.
 */
export function withoutEachJudge(
  readings: readonly Reading[],
  top: number,
  fit: (readings: readonly Reading[]) => Ordered,
): WithoutJudge[] {
  const whole = fit(readings)
  const judges = [...new Set(readings.map(({ judge }) => judge))]
  return judges.map((judge) => {
    const rest = readings.filter((reading) => reading.judge !== judge)
    const read = new Set(rest.map(({ entry }) => entry))
    const before = best(whole, top, read)
    try {
      const after = best(fit(rest), top, read)
      return {
        judge,
        enters: after.filter((name) => !before.includes(name)),
        leaves: before.filter((name) => !after.includes(name)),
        problem: null,
      }
    } catch (problem) {
      if (!(problem instanceof RangeError)) throw problem
      return { judge, enters: [], leaves: [], problem: problem.message }
    }
  })
}

function best({ names, values }: Ordered, top: number, among: ReadonlySet<string>): string[] {
  const kept = names.flatMap((name, i) => (among.has(name) && !Number.isNaN(values[i]!) ? [i] : []))
  const ranks = ranksOf(Float64Array.from(kept, (i) => values[i]!))
  return kept.filter((_, k) => ranks[k]! <= top).map((i) => names[i]!)
}
