import type { Room } from './child-pairs.ts'

/**
 * The chosen candidates of one child, the one that is missed most first: each time the one whose loss costs least goes,
 * of ties the greatest node, and what goes last comes first. An early choice that later ones made idle so comes to the end.
 * @param base what each hit is worth without an edge.
 * Cost: for each candidate, the pairs of the chosen.
 */
export function prunedOrder(room: Room, chosen: readonly number[], base: Float64Array): number[] {
  const left = [...chosen].sort((a, b) => room.parent[a]! - room.parent[b]!)
  const pairs = chosenPairs(room, left, base.length)
  const order: number[] = []
  const losses = new Float64Array(room.firstPair.length)
  while (left.length > 1) {
    for (const one of left) losses[one] = 0
    addLosses(losses, pairs, base)
    const least = left.reduce((least, one) => (losses[one]! <= losses[least]! ? one : least))
    order.unshift(least)
    left.splice(left.indexOf(least), 1)
    pairs.gone[least] = 1
  }
  return [...left, ...order]
}

/** The pairs of the chosen by hit: where those of each start, their candidates and values; and who is gone. */
type ChosenPairs = { start: Int32Array; candidate: number[]; value: number[]; gone: Uint8Array }

function chosenPairs(
  { offset, pairCandidate, value, firstPair }: Room,
  chosen: readonly number[],
  hits: number,
) {
  const gone = new Uint8Array(firstPair.length).fill(1)
  for (const one of chosen) gone[one] = 0
  const pairs: ChosenPairs = { start: new Int32Array(hits + 1), candidate: [], value: [], gone }
  for (let j = 0; j < hits; j++) {
    for (let p = offset[j]!; p < offset[j + 1]!; p++) {
      if (gone[pairCandidate[p]!]) continue
      pairs.candidate.push(pairCandidate[p]!)
      pairs.value.push(value[p]!)
    }
    pairs.start[j + 1] = pairs.value.length
  }
  return pairs
}

/** Adds what would be lost with each candidate: over the hits it explains best, by how much. */
function addLosses(
  losses: Float64Array,
  { start, candidate, value, gone }: ChosenPairs,
  base: Float64Array,
): void {
  for (let j = 0; j < base.length; j++) {
    let [best, first, second] = [-1, base[j]!, base[j]!]
    for (let p = start[j]!; p < start[j + 1]!; p++) {
      const own = value[p]!
      if (gone[candidate[p]!] || !(own > second)) continue
      if (own > first) {
        second = first
        first = own
        best = candidate[p]!
      } else second = own
    }
    if (best >= 0) losses[best]! += first - second
  }
}
