/**
 * Who may read what, as arrays. Papers own cells (rows of `cellStart`), cells own arcs (rows of `arcStart`); a cell is a
 * group of readers of which a paper takes at most `cellLimit`, for instance those of one institution.
 */
export type ReadingNetwork = {
  papers: number
  readers: number
  cellStart: Int32Array
  cellLimit: Int32Array
  arcStart: Int32Array
  arcReader: Int32Array
  /** Whole numbers, so that sums and comparisons are exact; the least total wins. */
  arcCost: Float64Array
  /** Readings that each paper still needs, and that each reader must at least and may at most give. */
  need: Int32Array
  min: Int32Array
  max: Int32Array
  /** What a reading below its reader's minimum is worth: more than any exchange of readings can cost; see `urgeOf`. */
  urge: number
}

/** More than any exchange of readings can cost: a path passes each reader once, by two arcs. */
export function urgeOf(readers: number, arcCost: Float64Array): number {
  let dearest = 0
  for (const cost of arcCost) dearest = Math.max(dearest, Math.abs(cost))
  return 4 * (readers + 1) * dearest + 1
}

/** The cell of each arc and the paper of each cell. */
export function cellsOf({ cellStart, arcStart, arcReader, cellLimit }: ReadingNetwork) {
  const owners = (start: Int32Array, count: number) => {
    const owner = new Int32Array(count)
    for (let i = 0; i + 1 < start.length; i++) owner.fill(i, start[i]!, start[i + 1]!)
    return owner
  }
  return { arcCell: owners(arcStart, arcReader.length), cellPaper: owners(cellStart, cellLimit.length) }
}

/** The arcs of a paper, as a range. */
export function arcsOf({ cellStart, arcStart }: ReadingNetwork, paper: number): [from: number, to: number] {
  return [arcStart[cellStart[paper]!]!, arcStart[cellStart[paper + 1]!]!]
}

/**
 * The arcs a paper likes best at these prices: greatest price − cost, as many as it needs, within the limits of its cells;
 * fewer when there are no more. Best first; of equals the earlier.
 * An arc that would break a limit drives out the worst that stands in its way, which is optimal for nested limits.
 */
export function choose(net: ReadingNetwork, paper: number, readerPrice: Float64Array): number[] {
  const { cellStart, cellLimit, arcStart, arcReader, arcCost } = net
  const need = net.need[paper]!
  const chosen: number[] = []
  const values: number[] = []
  if (need === 0) return chosen
  for (let cell = cellStart[paper]!; cell < cellStart[paper + 1]!; cell++) {
    const firstArc = arcStart[cell]!
    let own = 0
    for (let arc = firstArc; arc < arcStart[cell + 1]!; arc++) {
      const value = readerPrice[arcReader[arc]!]! - arcCost[arc]!
      if (chosen.length === need && value <= values[need - 1]!) continue
      let out = chosen.length === need ? need - 1 : -1
      if (own === cellLimit[cell]!) out = chosen.findLastIndex((other) => other >= firstArc)
      if (own === cellLimit[cell]! && (out < 0 || values[out]! >= value)) continue
      if (out >= 0) {
        if (chosen[out]! >= firstArc) own--
        chosen.splice(out, 1)
        values.splice(out, 1)
      }
      let at = chosen.length
      while (at > 0 && values[at - 1]! < value) at--
      chosen.splice(at, 0, arc)
      values.splice(at, 0, value)
      own++
    }
  }
  return chosen
}

/** Sets the prices of a paper and its cells so that its choice has no arc of negative reduced cost around it. */
export function chosenPrices(
  {
    net,
    price,
    count,
    arcCell,
  }: { net: ReadingNetwork; price: Float64Array; count: Int32Array; arcCell: Int32Array },
  { paper, chosen, readerPrice }: { paper: number; chosen: readonly number[]; readerPrice: Float64Array },
): void {
  const value = (arc: number) => readerPrice[net.arcReader[arc]!]! - net.arcCost[arc]!
  const last = chosen.at(-1)
  let own = last === undefined ? -Infinity : value(last)
  if (last === undefined) {
    const [from, to] = arcsOf(net, paper)
    for (let arc = from; arc < to; arc++) own = Math.max(own, value(arc))
    if (own === -Infinity) own = 0
  }
  price[paper] = own
  price.fill(own, net.papers + net.cellStart[paper]!, net.papers + net.cellStart[paper + 1]!)
  for (const arc of chosen) {
    const cell = arcCell[arc]! // best first: the last of a full cell sets its price
    if (count[cell] === net.cellLimit[cell]!) price[net.papers + cell] = value(arc)
  }
}
