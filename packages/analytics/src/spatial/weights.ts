/**
 * Spatial weights by rows (CSR): the neighbours of region i are `neighbours[starts[i] .. starts[i + 1]]`, ascending, each
 * with its weight in `values`. About 12 bytes a link.
 */
export type Weights = { n: number; starts: Int32Array; neighbours: Int32Array; values: Float64Array }

/** Directed links between regions 0 to n - 1; a link that holds both ways is given twice. */
export type Links = { from: ArrayLike<number>; to: ArrayLike<number>; weight?: ArrayLike<number> }

/** W: every row adds up to 1; B: every link weighs 1; raw: as given. */
export type WeightStyle = 'W' | 'B' | 'raw'

/** Sums over weights in which moments are written. */
export type WeightSums = {
  /** Regions that have a neighbour; the others are the islands. */
  n: number
  islands: number[]
  /** Σ w, Σ (w(i,j) + w(j,i))² / 2, and Σ over regions of (row sum + column sum)². */
  S0: number
  S1: number
  S2: number
}

/**
 * Weights from links, in any order. Links that weigh 0 are no links. Without `weight` every link weighs 1 before styling.
 * @throws RangeError naming the first link (counted from 1) that leaves 0 to n - 1, joins a region to itself, repeats
 *   another or weighs less than 0 or no finite number.
 * Cost: O(n + l log l) for l links.
 */
export function weightsFrom(n: number, { from, to, weight }: Links, style: WeightStyle = 'W'): Weights {
  const order = Int32Array.from({ length: from.length }, (_, l) => l)
  order.sort((a, b) => from[a]! - from[b]! || to[a]! - to[b]! || a - b)
  order.forEach((l, at) => refuseLink({ from, to, weight: weight ?? null }, n, l, order[at - 1]))
  const links = weight ? order.filter((l) => weight[l]! > 0) : order
  const starts = new Int32Array(n + 1)
  for (const l of links) starts[from[l]! + 1]!++
  for (let i = 0; i < n; i++) starts[i + 1]! += starts[i]!
  const neighbours = links.map((l) => to[l]!)
  const values = Float64Array.from(links, (l) => (style === 'B' ? 1 : (weight?.[l] ?? 1)))
  for (let i = 0; style === 'W' && i < n; i++) {
    const row = values.subarray(starts[i], starts[i + 1])
    const sum = row.reduce((total, value) => total + value, 0)
    row.forEach((value, k) => (row[k] = value / sum))
  }
  return { n, starts, neighbours, values }
}

function refuseLink(
  { from, to, weight }: { from: ArrayLike<number>; to: ArrayLike<number>; weight: ArrayLike<number> | null },
  n: number,
  l: number,
  before: number | undefined,
): void {
  const no = (says: string) => new RangeError(`weightsFrom: link ${l + 1}: ${says}`)
  for (const end of [from[l]!, to[l]!])
    if (!(Number.isInteger(end) && end >= 0 && end < n)) throw no(`${end} is no region from 0 to ${n - 1}`)
  if (from[l] === to[l]) throw no('joins a region to itself')
  if (before !== undefined && from[before] === from[l] && to[before] === to[l])
    throw no(`repeats link ${before + 1}`)
  if (weight && !(weight[l]! >= 0 && weight[l]! < Infinity))
    throw no(`must weigh 0 or more, not ${weight[l]}`)
}

/** Both directions of every link, each once. A link already given both ways keeps its own two weights. */
export function bothWays({ from, to, weight }: Links): Links {
  const seen = new Set<string>()
  for (let l = 0; l < from.length; l++) seen.add(`${from[l]} ${to[l]}`)
  const missing = Array.from({ length: from.length }, (_, l) => l).filter(
    (l) => !seen.has(`${to[l]} ${from[l]}`),
  )
  return {
    from: [...Array.from(from), ...missing.map((l) => to[l]!)],
    to: [...Array.from(to), ...missing.map((l) => from[l]!)],
    ...(weight && { weight: [...Array.from(weight), ...missing.map((l) => weight[l]!)] }),
  }
}

/** Row sum plus column sum of each region. */
export function endsOf({ n, starts, neighbours, values }: Weights): Float64Array {
  const ends = new Float64Array(n)
  for (let i = 0; i < n; i++) {
    for (let l = starts[i]!; l < starts[i + 1]!; l++) {
      ends[i]! += values[l]!
      ends[neighbours[l]!]! += values[l]!
    }
  }
  return ends
}

/** S0, S1, S2 and the islands; asymmetric weights are summed as they are. Cost: O(n + l log l). */
export function weightSums(weights: Weights): WeightSums {
  const { n, starts, neighbours, values } = weights
  const islands: number[] = []
  let [S0, S1] = [0, 0]
  for (let i = 0; i < n; i++) {
    if (starts[i] === starts[i + 1]) islands.push(i)
    for (let l = starts[i]!; l < starts[i + 1]!; l++) {
      const [j, value] = [neighbours[l]!, values[l]!]
      S0 += value
      S1 += value * (value + weightAt(weights, j, i))
    }
  }
  return {
    n: n - islands.length,
    islands,
    S0,
    S1,
    S2: endsOf(weights).reduce((sum, end) => sum + end * end, 0),
  }
}

function weightAt({ starts, neighbours, values }: Weights, i: number, j: number): number {
  let [low, high] = [starts[i]!, starts[i + 1]!]
  while (low < high) {
    const middle = (low + high) >> 1
    if (neighbours[middle]! < j) low = middle + 1
    else high = middle
  }
  return low < starts[i + 1]! && neighbours[low] === j ? values[low]! : 0
}

/**
 * The regions that have a neighbour among each other, and their links, for weights to be made anew without islands.
 * `kept` holds their numbers in the old order.
 */
export function withoutIslands(n: number, { from, to, weight }: Links): { kept: number[]; links: Links } {
  let links = Array.from({ length: from.length }, (_, l) => l).filter((l) => !weight || weight[l]! > 0)
  for (;;) {
    const own = new Set(links.map((l) => from[l]!))
    const left = links.filter((l) => own.has(to[l]!))
    if (left.length === links.length) break
    links = left
  }
  const own = new Set(links.map((l) => from[l]!))
  const kept = Array.from({ length: n }, (_, i) => i).filter((i) => own.has(i))
  const place = new Map(kept.map((i, at) => [i, at]))
  return {
    kept,
    links: {
      from: links.map((l) => place.get(from[l]!)!),
      to: links.map((l) => place.get(to[l]!)!),
      ...(weight && { weight: links.map((l) => weight[l]!) }),
    },
  }
}
