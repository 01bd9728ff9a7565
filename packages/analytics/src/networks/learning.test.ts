import { simulatedCascade } from '@semai/testkit/simulated-cascade'
import { expect, test } from 'vitest'
import { seededRandom } from '../numbers/random.ts'
import { cascadesOf } from './cascades.ts'
import type { Cascades } from './cascades.ts'
import { exponentialDelay } from './delay-models.ts'
import { edgeStability } from './edge-stability.ts'
import { fitNetwork } from './fit-network.ts'
import { heldOutEdges } from './held-out.ts'
import { netinf } from './netinf.ts'

const NODES = 40

/** A sparse random network and cascades on it. */
function simulated({ seed = 1, cascades = 500, edges = 60, unit = 1 } = {}) {
  const random = seededRandom(seed)
  const out = Array.from({ length: NODES }, () => [] as number[])
  const truth = new Set<string>()
  while (truth.size < edges) {
    const [from, to] = [random.below(NODES), random.below(NODES)]
    if (from === to || truth.has(`${from},${to}`)) continue
    truth.add(`${from},${to}`)
    out[from]!.push(to)
  }
  const all = Array.from({ length: cascades }, () =>
    simulatedCascade(out, { chance: 0.5, uniform: random.uniform }),
  )
  return { truth, cascades: cascadesFrom(all, unit) }
}

function cascadesFrom(all: { node: number; time: number }[][], unit: number): Cascades {
  const hits = all.flatMap((own, cascade) =>
    own.map(({ node, time }) => ({ cascade, node, time: time * unit })),
  )
  return cascadesOf({
    cascades: all.length,
    nodes: NODES,
    cascade: hits.map(({ cascade }) => cascade),
    node: hits.map(({ node }) => node),
    time: hits.map(({ time }) => time),
  })
}

const keysOf = ({ from, to }: { from: Int32Array; to: Int32Array }) =>
  Array.from(from, (start, i) => `${start},${to[i]}`)

test('the network that made the cascades is found again', () => {
  for (const seed of [1, 2, 3]) {
    const { truth, cascades } = simulated({ seed })
    const found = keysOf(netinf(cascades, { model: exponentialDelay(1), stop: { edges: truth.size } }))
    expect(found.filter((edge) => truth.has(edge)).length / truth.size).toBeGreaterThanOrEqual(0.95)
  }
})

test('the rate is learnt with the network, in any unit', () => {
  for (const unit of [1, 365]) {
    const { truth, cascades } = simulated({ unit, cascades: 1000 })
    const fitted = fitNetwork(cascades, 'exponential', { stop: { edges: truth.size } })
    expect(fitted.converged).toBe(true)
    expect(fitted.model.parameters['rate']! * unit).toBeGreaterThan(0.95)
    expect(fitted.model.parameters['rate']! * unit).toBeLessThan(1.15)
    expect(keysOf(fitted.network)).toEqual(
      keysOf(netinf(cascades, { model: fitted.model, stop: { edges: truth.size } })),
    )
  }
})

test('every delay model comes to rest on its own parameters', () => {
  const { truth, cascades } = simulated()
  for (const name of ['rayleigh', 'log-normal', 'power-law'] as const) {
    const { converged, model, rounds } = fitNetwork(cascades, name, { stop: { edges: truth.size } })
    expect([name, converged, model.name, rounds < 30]).toEqual([name, true, name, true])
  }
})

test('without any earlier hit there is no delay to learn from', () => {
  const single = cascadesFrom([[{ node: 1, time: 0 }], [{ node: 2, time: 0 }]], 1)
  expect(() => fitNetwork(single, 'exponential')).toThrow(
    new RangeError('fitDelayModel: there is no delay to learn from'),
  )
})

test('held-out cascades choose about as many edges as there are', () => {
  for (const seed of [1, 2, 3]) {
    const { truth, cascades } = simulated({ seed })
    const options = { model: exponentialDelay(1), stop: { edges: 200 }, share: 0.3, seed }
    const chosen = heldOutEdges(cascades, options)
    expect([chosen.learnt, chosen.held, chosen.logLikelihood.length]).toEqual([350, 150, 201])
    expect(Math.abs(chosen.edges - truth.size)).toBeLessThanOrEqual(0.15 * truth.size)
    const best = Math.max(...chosen.logLikelihood)
    expect(chosen.logLikelihood[chosen.edges]).toBe(best)
    expect(best).toBeGreaterThan(chosen.logLikelihood[0]!)
    expect(best).toBeGreaterThan(chosen.logLikelihood[200]!)
    expect(heldOutEdges(cascades, options)).toEqual(chosen)
  }
})

test('where nothing spreads no edge predicts anything', () => {
  const random = seededRandom(4)
  const all = Array.from({ length: 300 }, () =>
    random
      .shuffle(Array.from({ length: NODES }, (_, node) => node))
      .slice(0, 4)
      .map((node) => ({ node, time: 100 * random.uniform() })),
  )
  const chosen = heldOutEdges(cascadesFrom(all, 1), {
    model: exponentialDelay(1),
    stop: { edges: 100 },
    share: 0.3,
    seed: 1,
  })
  expect(chosen.edges).toBeLessThanOrEqual(5)
})

test('a share that leaves one side empty is refused', () => {
  const { cascades } = simulated({ cascades: 3 })
  const options = { model: exponentialDelay(1), seed: 1 }
  for (const share of [0, 1, 0.1, NaN]) {
    expect(() => heldOutEdges(cascades, { ...options, share })).toThrow(
      new RangeError(`heldOutEdges: a share of ${share} of 3 cascades leaves one side empty`),
    )
  }
})

test('true edges are more stable than the others, and a seed gives the same shares again', () => {
  const { truth, cascades } = simulated({ cascades: 200 })
  const model = exponentialDelay(1)
  const network = netinf(cascades, { model, stop: { edges: truth.size + 30 } })
  const told: number[] = []
  const options = { model, replicates: 10, seed: 3 }
  const share = edgeStability(cascades, network, { ...options, done: (replicates) => told.push(replicates) })
  expect(told).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
  const mean = (wanted: boolean) => {
    const own = share.filter((_, i) => truth.has(keysOf(network)[i]!) === wanted)
    return own.reduce((sum, one) => sum + one, 0) / own.length
  }
  expect(mean(true)).toBeGreaterThan(0.9)
  expect(mean(false)).toBeLessThan(0.7)
  expect(Math.max(...share)).toBe(1)
  expect(edgeStability(cascades, network, options)).toEqual(share)
  expect(edgeStability(cascades, network, { ...options, seed: 4 })).not.toEqual(share)
})

test('stability of no edges is empty, and of no replicates refused', () => {
  const { cascades } = simulated({ cascades: 5 })
  const model = exponentialDelay(1)
  const none = netinf(cascades, { model, stop: { edges: 0 } })
  expect(edgeStability(cascades, none, { model, replicates: 3, seed: 1 })).toEqual(new Float64Array(0))
  expect(() => edgeStability(cascades, none, { model, replicates: 0, seed: 1 })).toThrow(
    new RangeError('edgeStability: replicates must be a whole number from 1, got 0'),
  )
})
