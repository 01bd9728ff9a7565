import { attribute } from './attribution.ts'
import type { Cascades } from './cascades.ts'
import { fitDelayModel } from './delay-models.ts'
import type { DelayModel, DelayName } from './delay-models.ts'
import { netinf } from './netinf.ts'
import type { NetinfOptions, Network } from './netinf.ts'

export type FittedNetwork = {
  model: DelayModel
  network: Network
  /** How often a network was inferred, and whether the parameters had come to rest (1e-9 relative). */
  rounds: number
  converged: boolean
  /** Number of delays the parameters rest on. */
  delays: number
}

const ROUNDS = 30

/**
 * Network and delay model together. It starts from the delays since the hit before; then, in turn, the network is
 * inferred and the model made most likely for the delays of the hits that the network explains. Both halves raise the
 * objective (the first as far as a greedy choice does). Where many edges compete for a hit the nearest wins too often, and
 * delays come out somewhat short.
 * @throws RangeError when no hit has an earlier one, or all delays are equal where the model needs a spread.
 */
export function fitNetwork(
  cascades: Cascades,
  name: DelayName,
  { shortest, ...options }: Omit<NetinfOptions, 'model'> & { shortest?: number } = {},
): FittedNetwork {
  let delays: Float64Array = delaysSince(cascades, hitsBefore(cascades)).filter(
    (one) => one >= (shortest ?? 0),
  )
  const least =
    name === 'power-law' ? (shortest ?? delays.reduce((a, b) => Math.min(a, b), Infinity)) : undefined
  let model = fitDelayModel(name, delays, least)
  for (let rounds = 1; ; rounds++) {
    const network = netinf(cascades, { ...options, model })
    const explained = delaysSince(cascades, attribute(cascades, network).source)
    if (explained.length > 0) delays = explained
    const next = fitDelayModel(name, delays, least)
    const converged = isSame(model, next)
    if (converged || rounds === ROUNDS) return { model, network, rounds, converged, delays: delays.length }
    model = next
  }
}

/** For each hit the latest of its cascade that is strictly earlier; or -1. */
function hitsBefore({ start, time }: Cascades): Int32Array {
  const before = new Int32Array(time.length).fill(-1)
  for (let c = 0; c + 1 < start.length; c++) {
    for (let h = start[c]! + 1; h < start[c + 1]!; h++) {
      before[h] = time[h]! > time[h - 1]! ? h - 1 : before[h - 1]!
    }
  }
  return before
}

function delaysSince({ time }: Cascades, source: Int32Array): Float64Array {
  return Float64Array.from(source, (from, hit) => (from < 0 ? -1 : time[hit]! - time[from]!)).filter(
    (delay) => delay >= 0,
  )
}

function isSame(a: DelayModel, b: DelayModel): boolean {
  return Object.entries(a.parameters).every(([name, value]) => {
    return Math.abs(b.parameters[name]! - value) <= 1e-9 * Math.abs(value)
  })
}
