import { membersOf } from '../numbers/groups.ts'
import type { Cascades } from './cascades.ts'
import { earlierHits, emptyRoom, firstGains, valuePairs } from './child-pairs.ts'
import type { PairWork, Room } from './child-pairs.ts'
import { prunedOrder } from './child-pruning.ts'
import type { DelayModel } from './delay-models.ts'
import type { EdgeRecords } from './edge-records.ts'
import type { Objective } from './objective.ts'

/** Which gains are still wanted; it may rise while edges are found. */
export type Floor = {
  /** Only greater gains are. */
  above: number
  /** Nor is one below this. */
  least: number
}

/** Gains are tied within this share: sums of the same terms in another order must not decide. */
export const TIE = 1e-12

/** The greedy sequence of edges into one child after the other. */
export type ChildSearch = {
  /** Adds the edges into `child` to the records, best first, until the floor; `found` may raise it after each. */
  search(child: number, records: EdgeRecords, found: (gain: number) => void): void
  /** The same edges in the order in which they would be missed, with what each adds to those before it. */
  searchAndPrune(child: number, records: EdgeRecords): void
  /** What was looked at so far: earlier hit and hit, and different edges among them. */
  readonly pairs: number
  readonly candidates: number
}

/**
 * Prepares the search in these cascades. A hit has one parent at most and only edges into its node matter to it, so each
 * child is searched on its own, and only its own pairs are in memory.
 * Cost of a search: O(pairs of the child), then for each edge found the candidates and the pairs of the hits it improves.
 */
export function childSearch(
  cascades: Cascades,
  { model, objective, floor }: { model: DelayModel; objective: Objective; floor: Floor },
): ChildSearch {
  const byNode = membersOf(cascades.node, cascades.nodes)
  const room = emptyRoom(cascades.nodes)
  const work = { cascades, earlier: earlierHits(cascades), model, objective, room, floor }
  let [pairs, candidates] = [0, 0]
  const begin = (child: number): number => {
    room.hits = byNode.members.subarray(byNode.start[child], byNode.start[child + 1])
    pairs += valuePairs(work)
    const size = firstGains(work, child)
    candidates += size
    return size
  }
  return {
    search(child, records, found) {
      takeInTurn(work, begin(child), (candidate, gain) => {
        records.add(child, room.parent[candidate]!, gain)
        take(work, candidate, records)
        found(gain)
      })
    },
    searchAndPrune(child, records) {
      prune(work, begin(child), { child, records })
    },
    get pairs() {
      return pairs
    },
    get candidates() {
      return candidates
    },
  }
}

type Work = PairWork & { floor: Floor }

/** Has `chosen` take one wanted candidate after the other, the best of those left first. */
function takeInTurn(work: Work, size: number, chosen: (candidate: number, gain: number) => void): void {
  const { left } = work.room
  for (let best = bestCandidate(work, size); best.at >= 0; best = bestCandidate(work, best.size)) {
    const candidate = left[best.at]!
    left[best.at] = left[--best.size]!
    chosen(candidate, best.gain)
  }
}

/** Takes all wanted candidates, puts them in the order in which they would be missed, and records them in that order. */
function prune(work: Work, size: number, { child, records }: { child: number; records: EdgeRecords }): void {
  const { room } = work
  const base = room.worth.slice(0, room.hits.length)
  const chosen: number[] = []
  takeInTurn(work, size, (candidate) => {
    chosen.push(candidate)
    take(work, candidate)
  })
  const order = prunedOrder(room, chosen, base)
  room.worth.set(base)
  for (const candidate of order) {
    records.add(child, room.parent[candidate]!, exactGain(room, candidate))
    take(work, candidate, records)
  }
}

/**
 * The place among those left of the candidate with the greatest gain, at ties of the smallest node, with its gain summed
 * anew; -1 when none is wanted. Drops those that will never be wanted: gains only fall, the floor only rises.
 */
function bestCandidate({ room, floor }: Work, size: number) {
  const { left, gain, parent } = room
  const slack = room.rounding * (room.improvements + room.hits.length + 8)
  const least = Math.max(floor.above, floor.least) * (1 - TIE) - slack
  let kept = 0
  let greatest = 0
  for (let i = 0; i < size; i++) {
    const candidate = left[i]!
    if (gain[candidate]! <= least) continue
    left[kept++] = candidate
    if (gain[candidate]! > greatest) greatest = gain[candidate]!
  }
  const near = greatest * (1 - 2 * TIE) - slack
  greatest = 0
  for (let i = 0; i < kept; i++) {
    const candidate = left[i]!
    if (gain[candidate]! < near) continue
    gain[candidate] = exactGain(room, candidate)
    if (gain[candidate]! > greatest) greatest = gain[candidate]!
  }
  const best = { at: -1, gain: 0, size: kept }
  if (!(greatest > floor.above && greatest >= floor.least)) return best
  for (let i = 0; i < kept; i++) {
    const candidate = left[i]!
    if (gain[candidate]! < greatest * (1 - TIE)) continue
    if (best.at >= 0 && parent[candidate]! > parent[left[best.at]!]!) continue
    best.at = i
    best.gain = gain[candidate]!
  }
  return best
}

function exactGain({ firstPair, nextPair, pairHit, value, worth }: Room, candidate: number): number {
  let sum = 0
  for (let p = firstPair[candidate]!; p >= 0; p = nextPair[p]!) {
    const more = value[p]! - worth[pairHit[p]!]!
    if (more > 0) sum += more
  }
  return sum
}

/** Records (where there are records) the hits for which the new edge is better than what they had, and lowers every gain they were part of. */
function take(
  { earlier, room }: PairWork & { floor: Floor },
  candidate: number,
  records?: EdgeRecords,
): void {
  const { hits, offset, worth, value, pairHit, pairCandidate, nextPair, gain } = room
  for (let p = room.firstPair[candidate]!; p >= 0; p = nextPair[p]!) {
    const j = pairHit[p]!
    const before = worth[j]!
    const after = value[p]!
    if (!(after > before)) continue
    records?.improve(hits[j]!, earlier.from[hits[j]!]! + p - offset[j]!, after - before)
    room.improvements++
    worth[j] = after
    const end = offset[j + 1]!
    for (let other = offset[j]!; other < end; other++) {
      const own = value[other]!
      if (own > before) gain[pairCandidate[other]!]! -= (own < after ? own : after) - before
    }
  }
}
