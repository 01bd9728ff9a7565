import { moran } from '@semai/analytics/spatial/moran'
import { nearestLinks } from '@semai/analytics/spatial/near-links'
import { permutationMoran } from '@semai/analytics/spatial/permutation'
import { weightsFrom } from '@semai/analytics/spatial/weights'

/** Each province is compared with the four whose seats are nearest: contiguity would leave islands alone. */
export const nearestCompared = 4
const permutations = 999

/** Whether provinces near each other are alike in the share of their governments that adopted. */
export type ProvinceClusters = {
  /** Moran's I: near 1 where like lies by like, near `expected` for no pattern. */
  index: number
  expected: number
  /** How often a shuffled map is at least as far from no pattern, to either side. */
  chance: number
  provinces: { code: string; share: number; /** Mean share of the nearest. */ around: number }[]
}

type Province = { code: string; lat: number; lon: number; share: number }

/**
 * Moran's I of shares by province, with the nearest of each as neighbours (rows weigh one) and 999 seeded shuffles.
 * Method: docs/methods/spatial-autocorrelation.md. Cost: about 5 ms.
 * @returns null where all shares are the same or there are too few provinces to compare.
 */
export function provinceClusters(provinces: readonly Province[]): ProvinceClusters | null {
  if (provinces.length < 2 * nearestCompared) return null
  const x = provinces.map(({ share }) => share)
  const places = {
    x: provinces.map(({ lon }) => lon),
    y: provinces.map(({ lat }) => lat),
    on: 'sphere' as const,
  }
  const { from, to } = nearestLinks(places, nearestCompared)
  const weights = weightsFrom(provinces.length, { from, to }, 'W')
  const { I, expected } = moran(x, weights)
  const shuffled = permutationMoran(x, weights, { permutations, seed: 1 })
  if (I === null || shuffled === null) return null
  return {
    index: I,
    expected,
    chance: shuffled.moran.pTwoSided,
    provinces: provinces.map(({ code, share }, i) => {
      const near = Array.from(to).filter((_, link) => from[link] === i)
      return { code, share, around: near.reduce((sum, j) => sum + x[j]!, 0) / near.length }
    }),
  }
}
