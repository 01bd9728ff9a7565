import type { Cascades } from '../networks/cascades.ts'
import type { Edges } from '../networks/edge-uses.ts'
import type { Places } from '../spatial/near-links.ts'
import type { Weights } from '../spatial/weights.ts'

/** What is known of places: a number each (NaN where unknown), or numbers that each hold from a time on. */
export type Covariate =
  | { name: string; values: Float64Array }
  | { name: string; node: ArrayLike<number>; time: ArrayLike<number>; value: ArrayLike<number> }

/** Who passes on to whom, how surely, and the chance that it takes longer than a delay (1, for ever, unless given). */
export type GivenNetwork = Edges & { weight: ArrayLike<number>; survival?: (delay: number) => number }

/** Innovations (cascades) among places (nodes), with what may explain who adopts when. */
export type Diffusion = {
  cascades: Cascades
  /** From when each place exists; always, unless given. */
  exists?: ArrayLike<number>
  /** Whether a place is known to have adopted on a day that is not known: neither at risk then nor an adopter. */
  undated?: (cascade: number, node: number) => boolean
  covariates?: readonly Covariate[]
  neighbours?: Weights
  /** Nearness where no covariate is there all along. */
  places?: Places
  /** Inferred anew from what came before each period, unless given; a network given must itself come from earlier data. */
  network?: GivenNetwork | 'inferred' | 'none'
}

/**
 * What had happened strictly before a time.
 * @example eventsBefore(cascadesOf({ cascades: 1, nodes: 2, cascade: [0, 0], node: [0, 1], time: [1, 2] }), 2).node // Int32Array [0]
 */
export function eventsBefore({ nodes, start, node, time }: Cascades, before: number): Cascades {
  const kept = new Int32Array(start.length)
  const hits: number[] = []
  for (let c = 0; c + 1 < start.length; c++) {
    for (let h = start[c]!; h < start[c + 1]! && time[h]! < before; h++) hits.push(h)
    kept[c + 1] = hits.length
  }
  return {
    nodes,
    start: kept,
    node: Int32Array.from(hits, (h) => node[h]!),
    time: Float64Array.from(hits, (h) => time[h]!),
  }
}

/** When each place adopted in cascade `c`; Infinity for never. */
export function adoptionTimes({ nodes, start, node, time }: Cascades, c: number): Float64Array {
  const when = new Float64Array(nodes).fill(Infinity)
  for (let h = start[c]!; h < start[c + 1]!; h++) when[node[h]!] = time[h]!
  return when
}

/** @throws RangeError, beginning with `who`, naming what does not fit the number of places, or a span that is not above 0. */
export function refuseFaults(
  who: string,
  { cascades, exists, covariates = [], neighbours }: Diffusion,
  { horizon, step = horizon }: { horizon: number; step?: number | undefined },
): void {
  const no = (says: string) => new RangeError(`${who}: ${says}`)
  const { nodes, node, time } = cascades
  for (const [name, span] of Object.entries({ horizon, step }))
    if (!(span > 0 && span < Infinity)) throw no(`the ${name} must be above 0, got ${span}`)
  const lengths = { exists: exists?.length, neighbours: neighbours?.n }
  for (const [name, length = nodes] of Object.entries(lengths))
    if (length !== nodes) throw no(`${name}: ${length} places where the events have ${nodes}`)
  for (const one of covariates)
    if ('values' in one && one.values.length !== nodes)
      throw no(`covariate ${one.name}: ${one.values.length} values for ${nodes} places`)
  const early = node.findIndex((v, h) => (exists?.[v] ?? -Infinity) > time[h]!)
  if (early >= 0) throw no(`place ${node[early]} adopts at ${time[early]}, before it exists`)
}
