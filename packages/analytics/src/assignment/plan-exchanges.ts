import { arcsOf, cellsOf } from './reading-choice.ts'
import type { ReadingNetwork } from './reading-choice.ts'

/** What never changes while plans of one network are improved. */
export type Places = {
  network: ReadingNetwork
  arcCell: Int32Array
  cellPaper: Int32Array
  /** Arc of paper · readers + reader. */
  arcAt: Map<number, number>
}

/** A plan while it changes: arcs taken, those of each reader, how full cells are, and the gains of each paper's arcs. */
export type Draft = Places & {
  gain: Float64Array
  used: Uint8Array
  scores: Float64Array
  own: number[][]
  cellCount: Int32Array
}

/** Arcs given up and taken, paper by paper. */
export type Exchange = { out: number[]; into: number[] }

/** The places of a network. */
export function placesOf(network: ReadingNetwork): Places {
  const { arcCell, cellPaper } = cellsOf(network)
  const arcAt = new Map<number, number>()
  arcCell.forEach((cell, arc) => arcAt.set(cellPaper[cell]! * network.readers + network.arcReader[arc]!, arc))
  return { network, arcCell, cellPaper, arcAt }
}

/** A plan in hand; papers start from the scores `base`, and each arc adds its `gain`. */
export function draftOf(
  places: Places,
  used: Uint8Array,
  { gain, base }: { gain: Float64Array; base: Float64Array },
): Draft {
  const draft = {
    ...places,
    gain,
    used: new Uint8Array(used.length),
    scores: base.slice(),
    own: Array.from({ length: places.network.readers }, (): number[] => []),
    cellCount: new Int32Array(places.cellPaper.length),
  }
  used.forEach((taken, arc) => taken && turn(draft, arc))
  return draft
}

/** Gives up and takes what the exchange says; once more, and the plan is as it was. */
export function exchange(draft: Draft, { out, into }: Exchange): void {
  for (const arc of [...out, ...into]) turn(draft, arc)
}

/** An arc that is taken is given up, another is taken. */
function turn({ network, gain, used, scores, own, ...draft }: Draft, arc: number): void {
  const cell = draft.arcCell[arc]!
  const held = own[network.arcReader[arc]!]!
  const sign = used[arc] ? -1 : 1
  if (used[arc]) held.splice(held.indexOf(arc), 1)
  else held.push(arc)
  used[arc]! ^= 1
  draft.cellCount[cell]! += sign
  scores[draft.cellPaper[cell]!]! += sign * gain[arc]!
}

export function paperOf({ arcCell, cellPaper }: Places, arc: number): number {
  return cellPaper[arcCell[arc]!]!
}

/** Every allowed exchange of `out` for a wanted reader who has room, or who takes its reader in return on another paper. */
export function* exchangesOf(
  draft: Draft,
  out: number,
  wanted: (into: number) => boolean,
): Generator<Exchange> {
  const { network, used, own, arcAt } = draft
  const { arcReader, min, max, readers } = network
  const reader = arcReader[out]!
  const [from, to] = arcsOf(network, paperOf(draft, out))
  for (let into = from; into < to; into++) {
    const other = arcReader[into]!
    if (used[into] || !wanted(into) || !fits(draft, out, into)) continue
    if (own[reader]!.length > min[reader]! && own[other]!.length < max[other]!)
      yield { out: [out], into: [into] }
    for (const back of own[other]!.slice()) {
      // who looks at an exchange may try it
      const inReturn = arcAt.get(paperOf(draft, back) * readers + reader)
      if (inReturn === undefined || used[inReturn] || !fits(draft, back, inReturn)) continue
      yield { out: [out, back], into: [into, inReturn] }
    }
  }
}

/** Whether a paper may take one arc for another within the limits of its cells. */
function fits({ network, arcCell, cellCount }: Draft, out: number, into: number): boolean {
  const cell = arcCell[into]!
  return cell === arcCell[out] || cellCount[cell]! < network.cellLimit[cell]!
}
