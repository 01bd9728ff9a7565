import type { Diffusion, GivenNetwork } from '@semai/analytics/adopters/diffusion'
import { chanceOf } from '@semai/analytics/hazards/links'
import { cascadesOf } from '@semai/analytics/networks/cascades'
import { seededRandom } from '@semai/analytics/numbers/random'
import { nearestLinks } from '@semai/analytics/spatial/near-links'
import { weightsFrom } from '@semai/analytics/spatial/weights'

export type KnownHazard = {
  diffusion: Diffusion
  /** Who looks up to whom, as the hazard has it. */
  network: GivenNetwork
  years: number
  /** The chance that the place adopts within a year of a time, as it was drawn; NaN once it has adopted. */
  truth: (cascade: number, node: number, at: number) => number
}

const PARENTS = 3
const SEEDS = 3

/**
 * Innovations that spread by a known yearly hazard. Its log odds add up what a region is like (two attributes that are
 * given and a third part, its eagerness, that is not), the share of its four nearest neighbours and of three places it looks
 * up to (`network`) that have adopted, and how attractive the innovation is (not given). Adoptions fall in the middle of the
 * year and count from the next on. Innovations begin in different years with three places drawn at random.
 */
export function knownHazard(
  seed: number,
  {
    places = 200,
    innovations = 60,
    years = 15,
  }: { places?: number; innovations?: number; years?: number } = {},
): KnownHazard {
  const random = seededRandom(seed)
  const draw = (size: number) => Float64Array.from({ length: size }, () => random.normal())
  const points = { x: draw(places), y: draw(places), on: 'plane' as const }
  const neighbours = weightsFrom(places, nearestLinks(points, 4))
  const parents = Array.from({ length: places }, (_, v) => othersThan(v, places, random.below))
  const [wealth, size, eagerness] = [draw(places), draw(places), draw(places)]
  const hits = { cascade: [] as number[], node: [] as number[], time: [] as number[] }
  const truth = new Float64Array(innovations * places * years).fill(NaN)
  for (let c = 0; c < innovations; c++) {
    const begins = random.below(years - 3)
    const appeal = -4.5 + 0.5 * random.normal()
    const when = new Float64Array(places).fill(Infinity)
    const adopt = (v: number, year: number) => {
      when[v] = year + 0.5
      hits.cascade.push(c)
      hits.node.push(v)
      hits.time.push(year + 0.5)
    }
    while (when.filter(Number.isFinite).length < SEEDS) {
      const v = random.below(places)
      if (when[v] === Infinity) adopt(v, begins)
    }
    for (let year = begins + 1; year < years; year++) {
      const before = when.slice()
      const share = (others: ArrayLike<number>) =>
        Array.from(others).filter((other) => before[other]! < year).length / others.length
      for (let v = 0; v < places; v++) {
        if (before[v]! < Infinity) continue
        const near = share(neighbours.neighbours.subarray(neighbours.starts[v], neighbours.starts[v + 1]))
        const own = 0.5 * wealth[v]! + 0.3 * size[v]! + 0.5 * eagerness[v]!
        const chance = chanceOf(appeal + own + 2 * near + 2 * share(parents[v]!), 'logit')
        truth[(c * places + v) * years + year] = chance
        if (random.uniform() < chance) adopt(v, year)
      }
    }
  }
  return {
    diffusion: {
      cascades: cascadesOf({ cascades: innovations, nodes: places, ...hits }),
      neighbours,
      covariates: [
        { name: 'wealth', values: wealth },
        { name: 'size', values: size },
      ],
    },
    network: {
      from: Int32Array.from(parents.flat()),
      to: Int32Array.from(parents.flatMap((others, v) => others.map(() => v))),
      weight: new Float64Array(places * PARENTS).fill(1 / PARENTS),
    },
    years,
    truth: (c, v, at) => truth[(c * places + v) * years + at]!,
  }
}

function othersThan(v: number, places: number, below: (limit: number) => number): number[] {
  const others = new Set<number>()
  while (others.size < PARENTS) {
    const other = below(places)
    if (other !== v) others.add(other)
  }
  return [...others]
}
