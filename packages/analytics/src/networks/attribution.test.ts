import fc from 'fast-check'
import { expect, test } from 'vitest'
import { normalUpper } from '../numbers/tails.ts'
import { attribute, edgeFacts } from './attribution.ts'
import { cascadesOf } from './cascades.ts'
import type { Cascades } from './cascades.ts'
import { exponentialDelay } from './delay-models.ts'
import { edgeTests } from './edge-tests.ts'
import { netinf } from './netinf.ts'
import type { Network } from './netinf.ts'

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

/** Few nodes, few cascades. */
const someRows = fc.array(fc.tuple(fc.nat(4), fc.nat(5), fc.integer({ min: -50, max: 50 })), {
  minLength: 1,
  maxLength: 25,
})

const edgesOf = ({ from, to }: Network) => Array.from(from, (start, i) => `${start},${to[i]}`)

test("Vuong's test is that of each cascade's improvement less 1/n", () => {
  fc.assert(
    fc.property(someRows, (rows) => {
      const cascades = cascadesFrom([...rows, [5, 0, 0], [6, 1, 0]])
      const n = cascades.start.length - 1
      const network = netinf(cascades, { model: exponentialDelay(0.1) })
      network.p.forEach((p, i) => {
        const { start, hit, by } = network.evidence
        const differences = Array.from({ length: n }, () => -1 / n)
        for (let k = start[i]!; k < start[i + 1]!; k++) {
          differences[cascades.start.findLastIndex((first) => first <= hit[k]!)]! += by[k]!
        }
        const sum = differences.reduce((a, b) => a + b, 0)
        const squares = differences.reduce((a, b) => a + (b - sum / n) ** 2, 0)
        expect(p).toBeCloseTo(normalUpper(sum / Math.sqrt((squares / (n - 1)) * n)), 9)
      })
      const [first, same] = [network.p[0] ?? 0, network.publishedP[0] ?? 0]
      expect(same).toBeCloseTo(first, 6)
    }),
  )
})

test('evidence adds up to the gain, and the last improvement of a hit is its best parent', () => {
  fc.assert(
    fc.property(someRows, (rows) => {
      const cascades = cascadesFrom(rows)
      const model = exponentialDelay(0.5)
      const network = netinf(cascades, { model })
      const { start, by } = network.evidence
      network.gain.forEach((gain, i) => {
        expect(by.subarray(start[i], start[i + 1]).reduce((a, b) => a + b, 0)).toBeCloseTo(gain, 8)
      })
      const { edge, source } = attribute(cascades, network)
      const known = new Set(edgesOf(network))
      edge.forEach((one, hit) => {
        const first = cascades.start.findLast((from) => from <= hit)!
        const parents = Array.from({ length: hit - first }, (_, i) => first + i).filter(
          (q) =>
            cascades.time[q]! < cascades.time[hit]! && known.has(`${cascades.node[q]},${cascades.node[hit]}`),
        )
        const latest = Math.max(...parents.map((q) => cascades.time[q]!)) // -Infinity without a parent
        expect(one >= 0 ? cascades.time[source[hit]!] : -Infinity).toBe(latest)
      })
    }),
  )
})

test('an edge that transmits in two of three exposures has probability 2/3', () => {
  const rows: Row[] = [
    [0, 0, 0],
    [0, 1, 1],
    [1, 0, 0],
    [1, 1, 3],
    [2, 0, 0], // not passed on
    [3, 1, 0], // came before
    [3, 0, 1],
  ]
  const cascades = cascadesFrom(rows)
  const network = netinf(cascades, { model: exponentialDelay(1), stop: { edges: 1 } })
  expect(edgesOf(network)).toEqual(['0,1'])
  const { volume, support, exposures, probability, meanDelay, medianDelay } = edgeFacts(cascades, network)
  expect([volume[0], support[0], exposures[0], meanDelay[0], medianDelay[0]]).toEqual([2, 2, 3, 2, 3])
  expect(probability[0]).toBeCloseTo(2 / 3, 12)
})

test('the published test counts 1/n again for each edge since a cascade was last improved', () => {
  // edge 0 improves cascade 0, edge 1 cascade 1, edge 2 both: by then 2/4 and 1/4 have been taken off them
  const improvements = {
    cascades: 4,
    start: Int32Array.of(0, 1, 2, 4),
    cascade: Int32Array.of(0, 1, 0, 1),
    by: Float64Array.of(2, 2, 1, 1),
  }
  const differences = [1 + 2 / 4 - 1 / 4, 1 + 1 / 4 - 1 / 4, -1 / 4, -1 / 4]
  const sum = differences.reduce((a, b) => a + b, 0)
  const deviation = Math.sqrt(differences.reduce((a, b) => a + (b - sum / 4) ** 2, 0) / 3)
  expect(edgeTests(improvements).publishedP[2]).toBeCloseTo(normalUpper(sum / (deviation * 2)), 6)
})

test('with one cascade there is no test', () => {
  const network = netinf(
    cascadesFrom([
      [0, 0, 0],
      [0, 1, 1],
    ]),
    { model: exponentialDelay(1) },
  )
  expect([...network.p, ...network.publishedP]).toEqual([NaN, NaN])
})
