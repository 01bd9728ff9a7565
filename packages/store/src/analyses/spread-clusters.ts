import { largeClusters } from '@semai/analytics/spatial/large-clusters'
import { moran } from '@semai/analytics/spatial/moran'
import { nearestLinks } from '@semai/analytics/spatial/near-links'
import { permutationMoran } from '@semai/analytics/spatial/permutation'
import { weightsFrom } from '@semai/analytics/spatial/weights'
import type { Weights } from '@semai/analytics/spatial/weights'
import type { Adoption, SpreadInput } from '@semai/domain/analyses/adoption'
import { clusterNeeds } from '@semai/domain/analyses/clusters'
import type { ClusterSubject, ClusterYear, SpreadClusters } from '@semai/domain/analyses/clusters'

/** So many innovations are looked at one by one, the most widely spread. */
const most = 12
const shuffling = { permutations: clusterNeeds.shuffles, seed: 1 }

/**
 * Whether neighbours begin the same things, year by year, for all innovations together and for the most widely spread: Moran's I
 * and clusters over governments and their nearest others. Batches count: where is told, not who followed whom.
 * Method: docs/methods/spread-clusters.md.
 * @param tell is told how much of the work is done, from 0 to 1.
 */
export function spreadClusters(
  { adoptions, places }: SpreadInput,
  tell: (done: number) => void = () => undefined,
): SpreadClusters {
  const eligible = places.filter(({ canAdopt }) => canAdopt)
  if (eligible.length <= clusterNeeds.nearest) return { eligible: eligible.length, subjects: [] }
  const node = new Map(eligible.map(({ code }, i) => [code, i]))
  const links = nearestLinks(
    { x: eligible.map(({ lon }) => lon), y: eligible.map(({ lat }) => lat), on: 'sphere' },
    clusterNeeds.nearest,
  )
  const weights = weightsFrom(eligible.length, { from: links.from, to: links.to })
  const counted = adoptions.filter(({ region }) => node.has(region))
  const single = [...Map.groupBy(counted, ({ innovation }) => innovation)]
    .filter(([, rows]) => rows.length >= clusterNeeds.regions)
    .sort(([a, first], [b, second]) => second.length - first.length || (a < b ? -1 : 1))
    .slice(0, most)
  const asked = [[null, counted] as const, ...single]
  const codes = eligible.map(({ code }) => code)
  const subjects = asked.map(([innovation, rows], i): ClusterSubject => {
    const years = yearsOf(rows).flatMap((year) => yearOf(rows, year, { codes, node, weights }) ?? [])
    tell((i + 1) / asked.length)
    return { innovation, years }
  })
  return { eligible: eligible.length, subjects: subjects.filter(({ years }) => years.length > 0) }
}

/** The last years in which something began. */
function yearsOf(rows: readonly Adoption[]): number[] {
  const years = [...new Set(rows.map(({ day }) => Number(day.slice(0, 4))))].sort((a, b) => a - b)
  return years.slice(-clusterNeeds.years)
}

type Seats = { codes: readonly string[]; node: ReadonlyMap<string, number>; weights: Weights }

/** Null where too few had begun, or all had. */
function yearOf(
  rows: readonly Adoption[],
  year: number,
  { codes, node, weights }: Seats,
): ClusterYear | null {
  const begun = new Float64Array(codes.length)
  for (const { region, day } of rows) if (Number(day.slice(0, 4)) <= year) begun[node.get(region)!]! += 1
  const adopted = begun.filter((count) => count > 0).length
  const global = adopted < clusterNeeds.regions ? null : moran(begun, weights)
  const shuffled = global && permutationMoran(begun, weights, shuffling)
  if (!global || !shuffled) return null
  const hot = largeClusters(begun, weights, shuffling)
    .filter(({ p }) => p <= clusterNeeds.level)
    .map(({ regions, p }) => ({ regions: regions.map((i) => codes[i]!), p }))
  return { year, adopted, moran: global.I!, expected: global.expected, p: shuffled.moran.pTwoSided, hot }
}
