import fc from 'fast-check'
import { expect, test } from 'vitest'
import { betweenness } from './betweenness.ts'

test('in the middle of a chain lies what leads from one end to the other', () => {
  expect([...betweenness({ from: [0, 1, 2], to: [1, 2, 3] }, 4)]).toEqual([0, 2, 2, 0])
})

test('of two shortest ways each counts half', () => {
  const square = { from: [0, 0, 1, 2], to: [1, 2, 3, 3] }
  expect([...betweenness(square, 4)]).toEqual([0, 0.5, 0.5, 0])
})

test('a star with edges both ways has all its ways through the middle', () => {
  const star = { from: [0, 0, 0, 1, 2, 3], to: [1, 2, 3, 0, 0, 0] }
  expect([...betweenness(star, 4)]).toEqual([6, 0, 0, 0])
})

test('a node nobody reaches, and one that reaches nobody, lie between none', () => {
  expect([...betweenness({ from: [0], to: [1] }, 3)]).toEqual([0, 0, 0])
})

test('the sum over nodes is the inner nodes of all shortest ways', () => {
  const graphs = fc.array(fc.tuple(fc.nat(6), fc.nat(6)), { maxLength: 20 }).map((pairs) => {
    const edges = [...new Map(pairs.filter(([a, b]) => a !== b).map((p) => [p.join(), p])).values()]
    return { from: edges.map(([a]) => a), to: edges.map(([, b]) => b) }
  })
  fc.assert(
    fc.property(graphs, (edges) => {
      const sum = betweenness(edges, 7).reduce((all, one) => all + one, 0)
      expect(sum).toBeCloseTo(innerNodes(edges, 7), 9)
    }),
  )
})

/** Steps between each pair that is joined, less the last one, by relaxation. */
function innerNodes({ from, to }: { from: number[]; to: number[] }, n: number): number {
  const far = Array.from({ length: n }, (_, i) =>
    Array.from({ length: n }, (_, j) => (i === j ? 0 : Infinity)),
  )
  from.forEach((a, e) => (far[a]![to[e]!] = 1))
  for (let k = 0; k < n; k++)
    for (let i = 0; i < n; i++)
      for (let j = 0; j < n; j++) far[i]![j] = Math.min(far[i]![j]!, far[i]![k]! + far[k]![j]!)
  return far
    .flat()
    .filter((d) => d > 0 && d < Infinity)
    .reduce((sum, d) => sum + d - 1, 0)
}
