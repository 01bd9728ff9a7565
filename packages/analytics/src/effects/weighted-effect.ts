import type { Influenced } from './group-time.ts'

/** The effect on one group, for an average over groups. */
export type GroupPart = Influenced & { group: number }

/** Each unit's group, Infinity or NaN for those that belong to none. */
export type Membership = ArrayLike<number>

/**
 * The average over groups in which each treated unit counts the same. That the sizes of the groups are themselves
 * drawn adds to the error of each member (its group's effect less the average) / members in all.
 * Each group may come up once. Cost: O(groups · units).
 * Source: Callaway & Sant'Anna (2021), Journal of Econometrics 225, section 3.1 and corollary 2.
 */
export function weightedEffect(parts: readonly GroupPart[], groupOf: Membership): Influenced {
  const members = new Map(parts.map(({ group }) => [group, 0]))
  for (let unit = 0; unit < groupOf.length; unit++) {
    const count = members.get(groupOf[unit]!)
    if (count !== undefined) members.set(groupOf[unit]!, count + 1)
  }
  const all = [...members.values()].reduce((sum, count) => sum + count, 0)
  const effect = parts.reduce((sum, part) => sum + members.get(part.group)! * part.effect, 0) / all
  const influence = new Float64Array(groupOf.length)
  for (const part of parts) {
    const share = members.get(part.group)! / all
    for (let unit = 0; unit < influence.length; unit++) {
      influence[unit]! += share * part.influence[unit]!
      if (groupOf[unit] === part.group) influence[unit]! += (part.effect - effect) / all
    }
  }
  return { effect, influence }
}

/** The plain average, over periods of one group. */
export function meanEffect(parts: readonly Influenced[]): Influenced {
  const influence = new Float64Array(parts[0]!.influence.length)
  for (const part of parts) {
    for (let unit = 0; unit < influence.length; unit++)
      influence[unit]! += part.influence[unit]! / parts.length
  }
  return { effect: parts.reduce((sum, { effect }) => sum + effect, 0) / parts.length, influence }
}

/** The standard error. */
export function errorOf({ influence }: Influenced): number {
  return Math.sqrt(influence.reduce((sum, value) => sum + value * value, 0))
}
