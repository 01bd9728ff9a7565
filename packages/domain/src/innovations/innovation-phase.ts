import type { Says } from '../text/says.ts'
import type { Stage } from './innovation.ts'

export const phases = ['creation', 'development', 'institutionalisation'] as const
/** A phase of innovation management: penciptaan, pengembangan, pelembagaan. Source: PermenPANRB 91/2021. */
export type Phase = (typeof phases)[number]

/** What each phase is called. */
export const phaseNames: Readonly<Record<Phase, Says>> = {
  creation: { id: 'Penciptaan', en: 'Creation' },
  development: { id: 'Pengembangan', en: 'Development' },
  institutionalisation: { id: 'Pelembagaan', en: 'Institutionalisation' },
}

/**
 * The stages that count as each phase. The regulation names the phases, not the stages: that what is in regular service
 * is in its development is how this platform reads it.
 */
export const stagesOf: Readonly<Record<Phase, readonly Stage[]>> = {
  creation: ['idea', 'trial'],
  development: ['implemented', 'developed'],
  institutionalisation: ['institutionalised'],
}

/** Stages of what does not run (any more). */
export const restingStages: readonly Stage[] = ['dormant', 'stopped', 'merged']

/**
 * The phase an innovation is in; `resting` for what is dormant, stopped or merged, null while its stage is not told.
 * @example phaseOf('trial') // 'creation'
 */
export function phaseOf(stage: Stage | null): Phase | 'resting' | null {
  if (stage === null) return null
  return phases.find((phase) => stagesOf[phase].includes(stage)) ?? 'resting'
}

/** One year: how many innovations are on record as begun in it. */
export type DutyYear = { year: number; begun: number; isMet: boolean }

/**
 * "One agency, one innovation" year by year, the newest first: met in a year in which at least one innovation on record
 * began. A year that is not met says only that none is on record. Source: PermenPANRB 19/2016.
 * @param begun the years in which innovations began, one entry for each.
 * @example dutyYears([2023, 2023], { last: 2024, count: 2 })[1] // { year: 2023, begun: 2, isMet: true }
 */
export function dutyYears(
  begun: readonly number[],
  { last, count }: { last: number; count: number },
): DutyYear[] {
  return Array.from({ length: count }, (_, back) => {
    const year = last - back
    const ofYear = begun.filter((one) => one === year).length
    return { year, begun: ofYear, isMet: ofYear > 0 }
  })
}
