import type { Covariate, Diffusion } from '@semai/analytics/adopters/diffusion'
import { cascadesOf } from '@semai/analytics/networks/cascades'
import { nearestLinks } from '@semai/analytics/spatial/near-links'
import { weightsFrom } from '@semai/analytics/spatial/weights'
import type { AnalysedPlace, SpreadInput } from '@semai/domain/analyses/adoption'
import { adopterNeeds } from '@semai/domain/analyses/next-adopters'
import type { AdoptedInnovation } from '@semai/domain/analyses/next-adopters'
import { daysBetween } from '@semai/domain/time/clock'

const epoch = '1970-01-01'
const monthDays = 365.2425 / 12

/** What adoptions by governments say of who comes next, with codes in the order of their numbers. */
export type AdopterInput = {
  diffusion: Diffusion
  /** Innovations (cascades) and governments (nodes). */
  names: string[]
  codes: string[]
  /** The first moment after everything known, in months; -Infinity where nothing is. */
  end: number
}

/** Governments, which could adopt, in the order of the input. */
export function eligibleOf({ places }: SpreadInput): AnalysedPlace[] {
  return places.filter(({ canAdopt }) => canAdopt)
}

/** Every innovation that a government began on a known day, the most widely spread first. */
export function adoptedInnovations(input: SpreadInput): AdoptedInnovation[] {
  const codes = new Set(eligibleOf(input).map(({ code }) => code))
  const own = input.adoptions.filter(({ region }) => codes.has(region))
  return [...Map.groupBy(own, ({ innovation }) => innovation)]
    .map(([innovation, rows]) => {
      return { innovation, adopted: rows.length, batched: rows.filter(({ batched }) => batched).length }
    })
    .sort((a, b) => b.adopted - a.adopted || (a.innovation < b.innovation ? -1 : 1))
}

/**
 * Some innovations among governments, months as the unit of time, each government with its nearest others and its newest
 * figures. No network is inferred: on spread with a known hazard it adds nothing (docs/methods/spread-next-adopters.md).
 * Cost: O(places²) once.
 */
export function adopterInput(input: SpreadInput, innovations: readonly string[]): AdopterInput {
  const eligible = eligibleOf(input)
  const node = new Map(eligible.map(({ code }, v) => [code, v]))
  const cascade = new Map(innovations.map((innovation, c) => [innovation, c]))
  const hits = input.adoptions.filter((one) => node.has(one.region) && cascade.has(one.innovation))
  const undated = new Set(
    input.undated?.map(({ innovation, region }) => keyOf(cascade.get(innovation), node.get(region))),
  )
  const points = {
    x: eligible.map(({ lon }) => lon),
    y: eligible.map(({ lat }) => lat),
    on: 'sphere' as const,
  }
  const time = hits.map(({ day }) => momentOf(day))
  return {
    diffusion: {
      cascades: cascadesOf({
        cascades: innovations.length,
        nodes: eligible.length,
        cascade: hits.map(({ innovation }) => cascade.get(innovation)!),
        node: hits.map(({ region }) => node.get(region)!),
        time,
      }),
      undated: (c, v) => undated.has(keyOf(c, v)),
      covariates: covariatesOf(eligible),
      neighbours: weightsFrom(eligible.length, nearestLinks(points, adopterNeeds.nearest)),
      places: points,
      network: 'none',
    },
    names: [...innovations],
    codes: eligible.map(({ code }) => code),
    end: input.adoptions.reduce((most, { day }) => Math.max(most, momentOf(day, 1)), -Infinity),
  }
}

function keyOf(cascade: number | undefined, node: number | undefined): string {
  return `${cascade} ${node}`
}

/** A day, or one some days later, in months. */
function momentOf(day: string, later = 0): number {
  return (daysBetween(epoch, day) + later) / monthDays
}

/** The first day that is not before a moment (`YYYY-MM-DD`). */
export function dayAt(moment: number): string {
  const days = Math.ceil(moment * monthDays - 1e-6)
  return new Date(days * 86_400_000).toISOString().slice(0, 10)
}

/** Unknown figures are NaN, which counts as the mean; a figure known of nobody is left out. */
function covariatesOf(places: readonly AnalysedPlace[]): Covariate[] {
  const figure = (name: string, scale = (value: number) => value) =>
    Float64Array.from(places, ({ figures }) => scale(figures[name] ?? NaN))
  const all = {
    population: figure('population', Math.log),
    product: figure('grdp_per_capita_rp', Math.log),
    poverty: figure('poverty_rate'),
    hdi: figure('hdi'),
    underdeveloped: figure('underdeveloped'),
  }
  return Object.entries(all)
    .map(([name, values]) => ({ name, values }))
    .filter(({ values }) => values.some((value) => !Number.isNaN(value)))
}
