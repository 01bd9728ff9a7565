import type { NetworkEdge, NetworkRegion } from '@semai/domain/analyses/network'
import { expect, test } from 'vitest'
import { edgesEach, networkView } from './network-view.ts'

const edge = (from: string, to: string, stability: number, gain = 1): NetworkEdge => ({
  from,
  to,
  gain,
  stability,
  exposures: 10,
  probability: 0.5,
  evidence: [],
})
const region = (code: string, followers: number, between = 0): NetworkRegion => ({
  region: code,
  followers,
  leads: 0,
  innovations: followers,
  between,
})
const network = (edges: NetworkEdge[], places: NetworkRegion[] = []) => ({
  enough: true as const,
  innovations: 30,
  adoptions: 300,
  batched: 0,
  regions: 40,
  heldOut: { learnt: 24, held: 6 },
  replicates: 100,
  meanDelayMonths: 8,
  edges,
  places,
})

test('edges found in fewer than half of the resamples are not shown; the most stable come first', () => {
  const edges = [edge('a', 'b', 0.6), edge('b', 'c', 0.49), edge('c', 'd', 0.9, 1), edge('d', 'e', 0.9, 2)]
  const { rows, arcs } = networkView(network(edges), { region: null, page: 1 })
  expect(rows.map(({ from, to }) => from + to)).toEqual(['de', 'cd', 'ab'])
  expect(arcs).toEqual([
    { from: 'd', to: 'e' },
    { from: 'c', to: 'd' },
    { from: 'a', to: 'b' },
  ])
})

test('of one region, those it follows and that follow it', () => {
  const edges = [edge('a', 'b', 1), edge('b', 'c', 1), edge('c', 'd', 1)]
  const { rows } = networkView(network(edges), { region: 'b', page: 1 })
  expect(rows.map(({ from, to }) => from + to)).toEqual(['ab', 'bc'])
})

test('a page beyond the last is the last', () => {
  const edges = Array.from({ length: edgesEach + 1 }, (_, i) => edge(`a${i}`, 'z', 1))
  const { page, pages, rows } = networkView(network(edges), { region: null, page: 9 })
  expect([page, pages, rows.length]).toEqual([2, 2, 1])
  expect(networkView(network([]), { region: null, page: 1 })).toMatchObject({ page: 1, pages: 1, rows: [] })
})

test('leaders are those with followers, bridges those that others meet through', () => {
  const places = [region('a', 0, 5), region('b', 3), region('c', 3), region('d', 7, 9)]
  const { leaders, bridges } = networkView(network([], places), { region: null, page: 1 })
  expect(leaders.map((one) => one.region)).toEqual(['d', 'b', 'c'])
  expect(bridges.map((one) => one.region)).toEqual(['d', 'a'])
})
