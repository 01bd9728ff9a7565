import type { Column } from '../hazards/model-columns.ts'
import type { Cascades } from '../networks/cascades.ts'
import { distanceBetween } from '../spatial/near-links.ts'
import { adoptionTimes, eventsBefore } from './diffusion.ts'
import type { Covariate, Diffusion } from './diffusion.ts'
import { neighbourShare, networkExposures, pastEagerness } from './past-influence.ts'

/**
 * Which innovations are looked at at a moment, by nothing but what came before it: those with at least so many adopters (1
 * unless said otherwise), and of these at most so many, the most widely spread (all, unless said otherwise).
 */
export type Watched = { least?: number | undefined; most?: number | undefined }

/** A row for each innovation that had begun and each place that had not adopted it, in this order. */
export type RiskRows = { cascade: Int32Array; node: Int32Array; columns: Column[] }

/** The horizon, and one innovation or one place alone. */
type RowsAsked = { horizon: number; cascade?: number | undefined; node?: number | undefined } & Watched

/**
 * Who could still adopt what at a time, described by what came strictly before it and nothing else:
 * - duration: log(1 + periods since the innovation's first adoption)
 * - prevalence: log odds of the share of places that had adopted, each side with half a place more
 * - pace: log of the share of those at risk that adopted in the period before, with half an adoption more
 * - neighbours, network, recent: see `neighbourShare` and `networkExposures`
 * - history: see `pastEagerness`; less the mean of those at risk of the innovation
 * - nearest: minus the distance to the most similar adopter, by standardised covariates that are there all along; else by
 *   the given places
 * and the covariates. A column for which nothing is given is not there; NaN stands for what is not known.
 * @throws RangeError when a covariate takes the name of another column.
 * Cost: O(rows × (adopters + neighbours)), and an inferred network.
 */
export function riskRows(
  diffusion: Diffusion,
  at: number,
  { horizon, cascade, node, ...watched }: RowsAsked,
): RiskRows {
  const past = eventsBefore(diffusion.cascades, at)
  const { nodes, start, time } = past
  const exists = (v: number) => !diffusion.exists || diffusion.exists[v]! <= at
  const living = Array.from({ length: nodes }, (_, v) => v).filter(exists)
  const history = pastEagerness(past, diffusion.exists)
  const columns = placeColumns(diffusion, past, { at, history })
  const found = {
    cascade: [] as number[],
    node: [] as number[],
    values: [...columns].map(() => [] as number[]),
  }
  for (const c of watchedAt(past, watched).filter((c) => cascade === undefined || c === cascade)) {
    const when = adoptionTimes(past, c)
    const atRisk = living.filter((v) => when[v] === Infinity && !diffusion.undated?.(c, v))
    const adopted = time.subarray(start[c], start[c + 1])
    const spread = {
      when,
      ...commonTo(adopted, { at, horizon, places: adopted.length + atRisk.length }),
      eagerness: atRisk.reduce((sum, v) => sum + history[v]!, 0) / atRisk.length,
    }
    for (const v of node === undefined ? atRisk : atRisk.filter((v) => v === node)) {
      found.cascade.push(c)
      found.node.push(v)
      columns.forEach(({ of }, k) => found.values[k]!.push(of(v, spread)))
    }
  }
  return {
    cascade: Int32Array.from(found.cascade),
    node: Int32Array.from(found.node),
    columns: columns.map(({ name }, k) => ({ name, values: Float64Array.from(found.values[k]!) })),
  }
}

/** The innovations to look at, in rising order. */
function watchedAt({ start }: Cascades, { least = 1, most = Infinity }: Watched): number[] {
  const adopters = (c: number) => start[c + 1]! - start[c]!
  return Array.from({ length: start.length - 1 }, (_, c) => c)
    .filter((c) => adopters(c) >= Math.max(1, least))
    .sort((a, b) => adopters(b) - adopters(a) || a - b)
    .slice(0, most)
    .sort((a, b) => a - b)
}

/** What all places at risk of an innovation have in common, from when it was adopted. */
function commonTo(
  times: Float64Array,
  { at, horizon, places }: { at: number; horizon: number; places: number },
) {
  const adopters = times.length
  const earlier = times.filter((time) => time < at - horizon).length
  return {
    duration: Math.log1p((at - times[0]!) / horizon),
    prevalence: Math.log((adopters + 0.5) / (places - adopters + 0.5)),
    pace: Math.log((adopters - earlier + 0.5) / (places - earlier + 1)),
  }
}

/** 1 for each row whose place adopted at the time or within the horizon after it, 0 for the others. */
export function adoptedWithin(
  { cascade, node }: RiskRows,
  cascades: Cascades,
  { at, horizon }: { at: number; horizon: number },
): Float64Array {
  let last = -1
  let when: Float64Array = new Float64Array(0)
  return Float64Array.from(cascade, (c, row) => {
    if (c !== last) when = adoptionTimes(cascades, (last = c))
    return when[node[row]!]! < at + horizon ? 1 : 0
  })
}

type Spread = { when: Float64Array } & Record<'duration' | 'prevalence' | 'pace' | 'eagerness', number>

type PlaceColumn = { name: string; of: (node: number, spread: Spread) => number }

function placeColumns(
  diffusion: Diffusion,
  past: Cascades,
  { at, history }: { at: number; history: Float64Array },
): PlaceColumn[] {
  const columns = (['duration', 'prevalence', 'pace'] as const).map((name): PlaceColumn => {
    return { name, of: (_, spread) => spread[name] }
  })
  const exposures = { neighbours: neighbourShare(diffusion), ...networkExposures(diffusion, past) }
  for (const [name, exposure] of Object.entries(exposures))
    if (exposure) columns.push({ name, of: (node, { when }) => exposure(node, when, at) })
  columns.push({ name: 'history', of: (node, { eagerness }) => history[node]! - eagerness })
  const far = distances(diffusion, past.nodes)
  if (far)
    columns.push({
      name: 'nearest',
      of: (node, { when }) => -nearestAdopter(far.subarray(node * past.nodes), when),
    })
  for (const covariate of diffusion.covariates ?? []) {
    const { name } = covariate
    if (columns.some((column) => column.name === name))
      throw new RangeError(`riskRows: a covariate may not be called ${name}`)
    const values = knownAt(covariate, past.nodes, at)
    columns.push({ name, of: (node) => values[node]! })
  }
  return columns
}

function nearestAdopter(far: Float32Array, when: Float64Array): number {
  let least = Infinity
  for (let v = 0; v < when.length; v++) if (when[v]! < Infinity && far[v]! < least) least = far[v]!
  return least
}

/** The last value of each place from strictly before. */
function knownAt(covariate: Covariate, nodes: number, at: number): Float64Array {
  if ('values' in covariate) return covariate.values
  const [values, since] = [new Float64Array(nodes).fill(NaN), new Float64Array(nodes).fill(-Infinity)]
  for (let i = 0; i < covariate.node.length; i++) {
    const [v, time] = [covariate.node[i]!, covariate.time[i]!]
    if (time < at && time >= since[v]!) [values[v], since[v]] = [covariate.value[i]!, time]
  }
  return values
}

const known = new WeakMap<Diffusion, Float32Array>()

/** How far places are from each other, row by row; what is not known of a place counts as the mean. */
function distances(diffusion: Diffusion, nodes: number): Float32Array | null {
  const before = known.get(diffusion)
  if (before) return before
  const scales = (diffusion.covariates ?? []).flatMap((one) =>
    'values' in one ? [standardised(one.values)] : [],
  )
  const { places } = diffusion
  if (scales.length === 0 && !places) return null
  const far = new Float32Array(nodes * nodes)
  for (let a = 0; a < nodes; a++) {
    for (let b = 0; b < a; b++) {
      far[a * nodes + b] =
        scales.length > 0
          ? Math.sqrt(scales.reduce((sum, scale) => sum + (scale[a]! - scale[b]!) ** 2, 0))
          : distanceBetween(places!, a, b)
      far[b * nodes + a] = far[a * nodes + b]!
    }
  }
  known.set(diffusion, far)
  return far
}

function standardised(values: Float64Array): Float64Array {
  const { mean, sd } = momentsOf(values)
  return values.map((value) => (Number.isNaN(value) || sd === 0 ? 0 : (value - mean) / sd))
}

/** Mean and standard deviation of what is known; 0 and 0 of nothing. */
export function momentsOf(values: Float64Array): { mean: number; sd: number } {
  let [count, mean, square] = [0, 0, 0]
  for (const value of values) {
    if (Number.isNaN(value)) continue
    const off = value - mean
    mean += off / ++count
    square += off * (value - mean)
  }
  return { mean, sd: count > 0 ? Math.sqrt(square / count) : 0 }
}
