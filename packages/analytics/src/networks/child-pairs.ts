import type { Cascades } from './cascades.ts'
import type { DelayModel } from './delay-models.ts'
import type { Objective } from './objective.ts'

/** What is worked on: one child, its hits, their pairs with earlier hits, and the candidates among those. */
export type Room = {
  hits: Int32Array
  /** By hit of the child: where its pairs start, and what it is worth without a better edge. */
  offset: Int32Array
  worth: Float64Array
  /** By pair: what an edge from the earlier hit is worth; its hit, its candidate, the candidate's next pair. */
  value: Float64Array
  pairHit: Int32Array
  pairCandidate: Int32Array
  nextPair: Int32Array
  /** By candidate: its node, its first pair, and its gain, kept up to date but for rounding. */
  parent: Int32Array
  firstPair: Int32Array
  gain: Float64Array
  /** The candidates that are left, in any order. */
  left: Int32Array
  /** What one addition may lose, and how many hits were improved, each of which is one. */
  rounding: number
  improvements: number
  /** The candidate of each node for child `candidateFor`. */
  candidateOf: Int32Array
  candidateFor: Int32Array
}

/** What one child's pairs are made from, and the room they are in. */
export type PairWork = {
  cascades: Cascades
  earlier: Earlier
  model: DelayModel
  objective: Objective
  room: Room
}

/** For each hit the hits of its cascade that are strictly earlier, as a range. */
export type Earlier = { from: Int32Array; end: Int32Array }

export function earlierHits({ start, time }: Cascades): Earlier {
  const [from, end] = [new Int32Array(time.length), new Int32Array(time.length)]
  for (let c = 0; c + 1 < start.length; c++) {
    for (let h = start[c]!; h < start[c + 1]!; h++) {
      from[h] = start[c]!
      end[h] = h > start[c]! && time[h] === time[h - 1] ? end[h - 1]! : h
    }
  }
  return { from, end }
}

export function emptyRoom(nodes: number): Room {
  const [none, whole, real] = [new Int32Array(0), () => new Int32Array(nodes), new Float64Array(0)]
  return {
    hits: none,
    offset: none,
    worth: real,
    value: real,
    pairHit: none,
    pairCandidate: none,
    nextPair: none,
    parent: whole(),
    firstPair: whole(),
    gain: new Float64Array(nodes),
    left: whole(),
    rounding: 0,
    improvements: 0,
    candidateOf: whole(),
    candidateFor: whole().fill(-1),
  }
}

/** Values of all pairs by hit, and what each hit is worth without an edge. Returns the number of pairs. */
export function valuePairs({ cascades: { time }, earlier, model, objective, room }: PairWork): number {
  const { hits } = room
  let pairs = 0
  for (let j = 0; j < hits.length; j++) pairs += earlier.end[hits[j]!]! - earlier.from[hits[j]!]!
  makeRoom(room, hits.length, pairs)
  const { offset, worth, value } = room
  let p = 0
  for (let j = 0; j < hits.length; j++) {
    const h = hits[j]!
    offset[j] = p
    const own = time[h]!
    const end = earlier.end[h]!
    for (let q = earlier.from[h]!; q < end; q++) value[p++] = own - time[q]!
  }
  offset[hits.length] = p
  model.logDensities(value, pairs)
  if (objective.name === 'snap') worth.fill(Math.log(objective.eps), 0, hits.length)
  else startFromBest(room, Math.log(objective.eps), Math.log(objective.tied))
  return pairs
}

/** A hit comes from its best earlier hit, tied or not. */
function startFromBest({ hits, offset, worth, value }: Room, untied: number, tied: number): void {
  for (let j = 0; j < hits.length; j++) {
    let best = -Infinity
    for (let p = offset[j]!; p < offset[j + 1]!; p++) {
      if (value[p]! > best) best = value[p]!
      value[p]! += tied
    }
    worth[j] = untied + best
  }
}

function makeRoom(room: Room, hits: number, pairs: number): void {
  if (room.worth.length < hits) {
    room.worth = new Float64Array(2 * hits)
    room.offset = new Int32Array(2 * hits + 1)
  }
  if (room.value.length >= pairs) return
  room.value = new Float64Array(2 * pairs)
  for (const name of ['pairHit', 'pairCandidate', 'nextPair'] as const) room[name] = new Int32Array(2 * pairs)
}

/** Finds the candidates, links the pairs of each and sums its gain as the first edge. Returns their number. */
export function firstGains({ cascades: { node }, earlier, room }: PairWork, child: number): number {
  const { hits, offset, worth, value, pairHit, pairCandidate, nextPair } = room
  const { parent, firstPair, gain, left, candidateOf, candidateFor } = room
  let size = 0
  for (let j = hits.length - 1; j >= 0; j--) {
    // backwards, since the pairs are put before those that are linked already
    const base = worth[j]!
    const end = earlier.end[hits[j]!]!
    for (let q = earlier.from[hits[j]!]!, p = offset[j]!; q < end; q++, p++) {
      const from = node[q]!
      if (candidateFor[from] !== child) {
        candidateFor[from] = child
        candidateOf[from] = left[size] = size
        parent[size] = from
        gain[size] = 0
        firstPair[size++] = -1
      }
      const candidate = candidateOf[from]!
      pairHit[p] = j
      pairCandidate[p] = candidate
      nextPair[p] = firstPair[candidate]!
      firstPair[candidate] = p
      if (value[p]! > base) gain[candidate]! += value[p]! - base
    }
  }
  room.improvements = 0
  let most = 0
  for (let i = 0; i < size; i++) if (gain[i]! > most) most = gain[i]!
  room.rounding = most * 2 ** -52
  return size
}
