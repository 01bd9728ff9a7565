import type { Adoption, SpreadInput } from '@semai/domain/analyses/adoption'
import { seededRandom } from './synthetic-words.ts'

const [first, last] = [2014, 2024]

/**
 * Made-up regions on a grid among which made-up innovations spread, year by year from 2014 to the end of 2024: the richer a
 * region and the more of its four neighbours had begun, the sooner it begins. To the log odds, which are `odds` for a mean
 * region, `pull` is added where all its neighbours had begun and `wealth` where it is richer by a standard deviation. The same in every run of a seed.
 */
export function knownSpread(
  seed: number,
  {
    side = 8,
    innovations = 24,
    pull = 4,
    wealth = 0.8,
    odds = -4,
  }: Partial<Record<'side' | 'innovations' | 'pull' | 'wealth' | 'odds', number>> = {},
): SpreadInput & { undated: [] } {
  const random = seededRandom(seed)
  const below = (limit: number) => Math.floor(limit * random())
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
  const riches = Array.from({ length: side * side }, () => normal())
  const places = riches.map((rich, v) => {
    const point = { lat: Math.floor(v / side) / 2 - 8, lon: 110 + (v % side) / 2 }
    const figures = {
      population: Math.round(Math.exp(12 + normal())),
      grdp_per_capita_rp: Math.exp(17 + rich),
    }
    return { code: codeOf(v), province: '35', canAdopt: true, ...point, figures }
  })
  const adoptions: Adoption[] = []
  for (let c = 0; c < innovations; c++) {
    const since = new Map<number, number>([[below(side * side), first + below(5)]])
    for (let year = first; year <= last; year++) {
      const begun = [...since].filter(([, then]) => then < year).map(([v]) => v)
      if (begun.length === 0) continue
      for (const [v, rich] of riches.entries()) {
        if (since.has(v)) continue
        const around = around4(v, side)
        const share = around.filter((other) => begun.includes(other)).length / around.length
        if (random() < 1 / (1 + Math.exp(-(odds + wealth * rich + pull * share)))) since.set(v, year)
      }
    }
    for (const [v, year] of since) adoptions.push(adoption(c, v, { year, day: below(365) }))
  }
  return { adoptions: adoptions.sort(inOrder), undated: [], places }
}

/** Of the region in place `v`: a regency of East Java, made up. */
function codeOf(v: number): string {
  return `35.${String(v + 1).padStart(2, '0')}`
}

function adoption(c: number, v: number, { year, day }: { year: number; day: number }): Adoption {
  const date = new Date(Date.UTC(year, 0, 1 + day)).toISOString().slice(0, 10)
  return {
    innovation: `INV-${String(c + 1).padStart(3, '0')}`,
    region: codeOf(v),
    day: date,
    batched: false,
  }
}

function around4(v: number, side: number): number[] {
  const [row, column] = [Math.floor(v / side), v % side]
  return [
    [row - 1, column],
    [row + 1, column],
    [row, column - 1],
    [row, column + 1],
  ]
    .filter(([r, c]) => r! >= 0 && r! < side && c! >= 0 && c! < side)
    .map(([r, c]) => r! * side + c!)
}

function inOrder(a: Adoption, b: Adoption): number {
  const key = ({ innovation, day, region }: Adoption) => `${innovation} ${day} ${region}`
  return key(a) < key(b) ? -1 : 1
}
