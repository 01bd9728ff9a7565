import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cascadesOf } from './cascades.ts'
import type { Cascades } from './cascades.ts'
import { exponentialDelay, logNormalDelay, powerLawDelay, rayleighDelay } from './delay-models.ts'
import type { DelayModel } from './delay-models.ts'
import { netinf } from './netinf.ts'
import type { Network } from './netinf.ts'
import { objectiveOf } from './objective.ts'
import type { Objective } from './objective.ts'

type Row = [cascade: number, node: number, time: number]

function cascadesFrom(rows: readonly Row[], nodes = 6): Cascades {
  return cascadesOf(
    {
      cascades: Math.max(-1, ...rows.map(([cascade]) => cascade)) + 1,
      nodes,
      cascade: rows.map(([cascade]) => cascade),
      node: rows.map(([, node]) => node),
      time: rows.map(([, , time]) => time),
    },
    { repeated: 'first' },
  )
}

/** Few nodes, few cascades; times with ties, or without. */
const someRows = (time: fc.Arbitrary<number>) =>
  fc.array(fc.tuple(fc.nat(4), fc.nat(5), time), { minLength: 1, maxLength: 25 })
const tiedRows = someRows(fc.integer({ min: -3, max: 6 }))
/** Sixty-fourths: gains are clearly different or tied, never nearly so. */
const looseRows = someRows(fc.integer({ min: -3200, max: 3200 }).map((time) => time / 64))

const objectives = [objectiveOf('snap'), objectiveOf('r'), objectiveOf('snap', { eps: 0.05 })]
const models: DelayModel[] = [
  exponentialDelay(0.8),
  powerLawDelay(1.5, 2),
  rayleighDelay(0.5),
  logNormalDelay(1, 0.7),
]

/** What the edges of a network are worth, straight from the definition. */
function worth(cascades: Cascades, edges: ReadonlySet<string>, { model, objective }: Given): number {
  const { start, node, time } = cascades
  let sum = 0
  for (let c = 0; c + 1 < start.length; c++) {
    for (let h = start[c]!; h < start[c + 1]!; h++) {
      let [best, tied] = [-Infinity, -Infinity]
      for (let q = start[c]!; q < start[c + 1]!; q++) {
        if (!(time[q]! < time[h]!)) continue
        const delay = Float64Array.of(time[h]! - time[q]!)
        model.logDensities(delay, 1)
        best = Math.max(best, delay[0]!)
        if (edges.has(`${node[q]},${node[h]}`)) tied = Math.max(tied, delay[0]!)
      }
      const none = Math.log(objective.eps) + (objective.name === 'r' ? best : 0)
      if (none > -Infinity) sum += Math.max(0, Math.log(objective.tied) + tied - none)
    }
  }
  return sum
}

type Given = { model: DelayModel; objective: Objective }

/** Greedy choice that evaluates every edge anew each time. */
function bruteForce(cascades: Cascades, given: Given): { edge: string; gain: number }[] {
  const chosen: { edge: string; gain: number }[] = []
  const edges = new Set<string>()
  for (let total = 0; ;) {
    let best = { edge: '', gain: 0 }
    for (let to = 0; to < cascades.nodes; to++) {
      for (let from = 0; from < cascades.nodes; from++) {
        const edge = `${from},${to}`
        if (from === to || edges.has(edge)) continue
        const gain = worth(cascades, new Set([...edges, edge]), given) - total
        if (gain > best.gain + 1e-9 * Math.max(1, best.gain)) best = { edge, gain }
      }
    }
    if (best.gain <= 1e-9) return chosen
    chosen.push(best)
    edges.add(best.edge)
    total = worth(cascades, edges, given)
  }
}

const edgesOf = ({ from, to }: Network) => Array.from(from, (start, i) => `${start},${to[i]}`)

test.each(models)('$name: the same edges and gains as evaluating every edge each time', (model) => {
  fc.assert(
    fc.property(fc.oneof(tiedRows, looseRows), fc.constantFrom(...objectives), (rows, objective) => {
      const cascades = cascadesFrom(rows)
      const network = netinf(cascades, { model, objective, stop: { gain: 1e-9 } })
      const brute = bruteForce(cascades, { model, objective })
      expect(edgesOf(network)).toEqual(brute.map(({ edge }) => edge))
      brute.forEach(({ gain }, i) => expect(network.gain[i]).toBeCloseTo(gain, 8))
      expect(network.totalGain).toBeCloseTo(
        worth(cascades, new Set(edgesOf(network)), { model, objective }),
        8,
      )
    }),
    { numRuns: 60 },
  )
})

test('greedy reaches 63 % of the best network of its size', () => {
  const given = { model: exponentialDelay(1), objective: objectiveOf('snap', { eps: 0.01 }) }
  fc.assert(
    fc.property(looseRows, (rows) => {
      const cascades = cascadesFrom(
        rows.map(([cascade, node, time]): Row => [cascade, node % 4, time / 20]),
        4,
      )
      const all = Array.from({ length: 16 }, (_, i) => [i >> 2, i & 3]).filter(([a, b]) => a !== b)
      let best = 0
      for (const a of all) {
        for (const b of all) {
          best = Math.max(best, worth(cascades, new Set([a.join(','), b.join(',')]), given))
        }
      }
      const found = netinf(cascades, { ...given, stop: { edges: 2 } }).totalGain
      expect(found).toBeGreaterThanOrEqual((1 - 1 / Math.E) * best - 1e-9)
      expect(found).toBeLessThanOrEqual(best + 1e-9)
    }),
    { numRuns: 30 },
  )
})

test('gains never rise, and fewer edges are the first of more', () => {
  fc.assert(
    fc.property(looseRows, fc.integer({ min: 1, max: 8 }), (rows, edges) => {
      const cascades = cascadesFrom(rows)
      const all = netinf(cascades, { model: exponentialDelay(1) })
      const few = netinf(cascades, { model: exponentialDelay(1), stop: { edges } })
      expect(edgesOf(few)).toEqual(edgesOf(all).slice(0, edges))
      all.gain.forEach((gain, i) =>
        expect(gain).toBeLessThanOrEqual((all.gain[i - 1] ?? Infinity) * (1 + 2e-12)),
      )
      expect(all.stopped).toBe('no-gain')
      expect(few.stopped).toBe(few.from.length === edges ? 'edges' : 'no-gain')
    }),
  )
})

test('a pruned network is worth what its gains add up to, which never rise, and at least what the greedy one is', () => {
  fc.assert(
    fc.property(
      looseRows,
      fc.integer({ min: 1, max: 8 }),
      fc.constantFrom(...objectives),
      (rows, edges, objective) => {
        const cascades = cascadesFrom(rows)
        const given = { model: exponentialDelay(0.8), objective }
        const [greedy, pruned] = (['greedy', 'pruned'] as const).map((search) =>
          netinf(cascades, { ...given, search, stop: { edges } }),
        ) as [Network, Network]
        expect(edgesOf(pruned)).toHaveLength(edgesOf(greedy).length)
        expect(pruned.totalGain).toBeGreaterThanOrEqual(greedy.totalGain)
        expect(pruned.totalGain).toBeCloseTo(worth(cascades, new Set(edgesOf(pruned)), given), 6)
        pruned.gain.forEach((gain, i) =>
          expect(gain).toBeLessThanOrEqual((pruned.gain[i - 1] ?? Infinity) * (1 + 2e-12)),
        )
      },
    ),
  )
})

test('pruning takes an early edge away that later ones made idle', () => {
  const rows = [0, 1, 2, 3].flatMap((c): Row[] => [
    [c, 0, 0],
    [c, c < 2 ? 1 : 2, 1],
    [c, 3, 2],
  ])
  const given = { model: exponentialDelay(1), stop: { edges: 4 } }
  const greedy = netinf(cascadesFrom(rows), given)
  expect(edgesOf(greedy)).toEqual(['0,3', '0,1', '0,2', '1,3'])
  const pruned = netinf(cascadesFrom(rows), { ...given, search: 'pruned' })
  expect(edgesOf(pruned)).toEqual(['0,1', '0,2', '1,3', '2,3'])
  expect(pruned.gain.map((gain) => gain - 2 * (-Math.log(1e-64) - 1))).toEqual(new Float64Array(4))
})

test('a pruned network ends by a least gain as well', () => {
  const rows: Row[] = [0, 1, 2].flatMap((c): Row[] => [
    [c, 0, 0],
    [c, c < 2 ? 1 : 2, 1],
  ])
  const found = netinf(cascadesFrom(rows), {
    model: exponentialDelay(1),
    search: 'pruned',
    stop: { gain: 200 },
  })
  expect([edgesOf(found), found.stopped]).toEqual([['0,1'], 'gain'])
})

test('the order of rows, the day time starts and, for r, the unit of time do not matter', () => {
  fc.assert(
    fc.property(looseRows, fc.integer({ min: 1, max: 1000 }), (rows, seed) => {
      const days = [...new Map(rows.map((row) => [`${row[0]},${row[1]}`, row])).values()]
      const mixed = days.toSorted((a, b) => ((a[1] * seed) % 7) - ((b[1] * seed) % 7))
      const earlier = days.map(([cascade, node, time]): Row => [cascade, node, time - 20_000])
      const longer = days.map(([cascade, node, time]): Row => [cascade, node, time * 8])
      const objective = objectiveOf('r')
      const known = netinf(cascadesFrom(days), { model: exponentialDelay(1), objective })
      for (const other of [
        netinf(cascadesFrom(mixed), { model: exponentialDelay(1), objective }),
        netinf(cascadesFrom(earlier), { model: exponentialDelay(1), objective }),
        netinf(cascadesFrom(longer), { model: exponentialDelay(1 / 8), objective }),
      ]) {
        expect(edgesOf(other)).toEqual(edgesOf(known))
        other.gain.forEach((gain, i) => expect(gain).toBeCloseTo(known.gain[i]!, 9))
      }
    }),
  )
})

test('ties, single hits and nodes that are never hit make no edge', () => {
  const rows: Row[] = [
    [0, 0, 1],
    [0, 1, 1],
    [1, 2, 5],
  ]
  const network = netinf(cascadesFrom(rows), { model: exponentialDelay(1), stop: { edges: 3 } })
  expect([network.from.length, network.pairs, network.candidates, network.totalGain]).toEqual([0, 0, 0, 0])
  expect(network.stopped).toBe('no-gain')
  expect(netinf(cascadesFrom([]), { model: exponentialDelay(1) }).from.length).toBe(0)
})

test('equal gains go by smaller child and then smaller parent', () => {
  // 5 and 3 precede 4 by one day, 4 precedes 1 by one day; each edge once
  const rows: Row[] = [
    [0, 5, 0],
    [0, 4, 1],
    [1, 3, 0],
    [1, 4, 1],
    [2, 4, 0],
    [2, 1, 1],
  ]
  expect(edgesOf(netinf(cascadesFrom(rows), { model: exponentialDelay(1) }))).toEqual(['4,1', '3,4', '5,4'])
})

test('sums of the same delays in another order are a tie', () => {
  const delays = [0.1, 0.2, 0.3, 0.7, 1.1]
  const rows = delays.flatMap((delay, c): Row[] => [
    [c, 0, 0],
    [c, 2, delay],
    [9 - c, 1, 0],
    [9 - c, 2, delay],
  ])
  const network = netinf(cascadesFrom(rows), { model: exponentialDelay(0.3) })
  expect(edgesOf(network)).toEqual(['0,2', '1,2'])
})

test('a least gain, a number and a p-value end the network', () => {
  const rows = Array.from({ length: 8 }, (_, c): Row[] => [
    [c, 0, 0],
    [c, 1, 1],
    ...(c < 3 ? ([[c, 2, 1.5]] as Row[]) : []),
  ]).flat()
  const cascades = cascadesFrom(rows)
  const model = exponentialDelay(1)
  const all = netinf(cascades, { model, objective: objectiveOf('r') })
  expect(edgesOf(all)).toEqual(['0,1', '1,2'])
  const least = netinf(cascades, { model, objective: objectiveOf('r'), stop: { gain: all.gain[0]! } })
  expect([edgesOf(least), least.stopped]).toEqual([['0,1'], 'gain'])
  const none = netinf(cascades, { model, stop: { edges: 0 } })
  expect([edgesOf(none), none.stopped]).toEqual([[], 'edges'])
  const level = all.p[1]!
  expect(level).toBeGreaterThan(all.p[0]!)
  const strict = netinf(cascades, { model, objective: objectiveOf('r'), stop: { p: level, test: 'vuong' } })
  expect([edgesOf(strict), strict.stopped]).toEqual([['0,1'], 'p-value'])
  const asPackage = netinf(cascades, { model, objective: objectiveOf('r'), stop: { p: all.publishedP[1]! } })
  expect([edgesOf(asPackage), asPackage.stopped]).toEqual([['0,1', '1,2'], 'p-value'])
  expect(asPackage.totalGain).toBe(all.totalGain)
})

test('stops and objectives out of range are refused', () => {
  const cascades = cascadesFrom([[0, 0, 0]])
  const model = exponentialDelay(1)
  expect(() => netinf(cascades, { model, stop: { edges: 1.5 } })).toThrow(
    new RangeError('netinf: the number of edges must be a whole number from 0, got 1.5'),
  )
  expect(() => netinf(cascades, { model, stop: { gain: -1 } })).toThrow(RangeError)
  expect(() => netinf(cascades, { model, stop: { p: 0 } })).toThrow(RangeError)
  const ends = 'netinf: a pruned network ends by a number of edges or a least gain'
  for (const stop of [{}, { p: 0.05, edges: 3 }]) {
    expect(() => netinf(cascades, { model, search: 'pruned', stop })).toThrow(new RangeError(ends))
  }
  expect(() => objectiveOf('snap', { eps: 1 })).toThrow(
    new RangeError('objectiveOf: eps must be above 0 and below 1, got 1'),
  )
  expect(() => objectiveOf('r', { tied: 1e-11 })).toThrow(RangeError)
})
