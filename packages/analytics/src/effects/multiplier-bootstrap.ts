import { dot } from '../numbers/dot.ts'
import { seededRandom } from '../numbers/random.ts'
import { errorOf } from './weighted-effect.ts'
import type { Influenced } from './group-time.ts'

/**
 * By family of estimates, the largest distance from 0 in errors that chance alone gives to any of them: one value a
 * replicate, sorted. In each replicate every unit, with all its periods, is given a sign by a fair coin, so what
 * hangs together within a unit stays together. Replicate r draws from branch r of the seed; estimates without error
 * are passed over.
 * Cost: O(replicates · estimates · units).
 * Source: Callaway & Sant'Anna (2021), Journal of Econometrics 225, algorithm 1, with Rademacher's signs as multipliers.
 */
export function largestByChance(
  families: readonly (readonly Influenced[])[],
  { replicates, seed }: { replicates: number; seed: number | string },
): Float64Array[] {
  const standard = families.map((family) =>
    family.flatMap((estimate) => {
      const se = errorOf(estimate)
      return se > 0 ? [estimate.influence.map((value) => value / se)] : []
    }),
  )
  const units = families.find(([one]) => one)?.[0]?.influence.length ?? 0
  const largest = families.map(() => new Float64Array(replicates))
  const random = seededRandom(seed)
  const sign = new Float64Array(units)
  for (let r = 0; r < replicates; r++) {
    const own = random.branch(r)
    for (let unit = 0; unit < units; unit++) sign[unit] = own.uniform() < 0.5 ? -1 : 1
    standard.forEach((family, place) => {
      largest[place]![r] = family.reduce((most, values) => Math.max(most, Math.abs(dot(values, sign))), 0)
    })
  }
  return largest.map((values) => values.sort())
}
