import type { Says } from '../text/says.ts'
import type { PlanContent } from './plan.form.ts'
import { isWrongWay } from './plan-indicators.ts'

/** How many years a plan may span. */
export const mostPlanYears = 5

/**
 * The quarters of a span of years, as `2027-1`.
 * @example quartersOf(2027, 2027) // ['2027-1', '2027-2', '2027-3', '2027-4']
 */
export function quartersOf(firstYear: number, lastYear: number): string[] {
  const years = Array.from({ length: Math.max(0, lastYear - firstYear + 1) }, (_, i) => firstYear + i)
  return years.flatMap((year) => [1, 2, 3, 4].map((quarter) => `${year}-${quarter}`))
}

/** A plan before anything is typed, for the year it is meant for. */
export function emptyPlan(year: number): PlanContent {
  return {
    firstYear: year,
    lastYear: year,
    activities: [],
    indicators: [],
    risks: [],
    regulations: [],
    support: null,
  }
}

/**
 * What a plan still lacks before others can follow it, in the order of its parts. It holds up only the very first: a plan
 * without a dated activity can not be agreed.
 */
export function planGaps({ activities, indicators, risks }: PlanContent): Says[] {
  const gaps: [isGap: boolean, says: Says][] = [
    [!hasDatedActivity({ activities }), noActivity],
    [
      activities.some(({ post }) => post === null),
      { id: 'Ada kegiatan tanpa penanggung jawab.', en: 'An activity has nobody in charge.' },
    ],
    [
      indicators.every(({ target }) => target === null),
      { id: 'Belum ada indikator dengan target.', en: 'No indicator has a target yet.' },
    ],
    [
      indicators.some(({ target, baseline }) => target !== null && baseline === null),
      { id: 'Ada indikator tanpa nilai awal.', en: 'An indicator has no baseline.' },
    ],
    [indicators.some(isWrongWay), wrongWay],
    [risks.length === 0, { id: 'Belum ada risiko yang ditulis.', en: 'No risk is written down yet.' }],
    [
      risks.some(({ response }) => response === null),
      { id: 'Ada risiko tanpa tindakan.', en: 'A risk has nothing done about it.' },
    ],
  ]
  return gaps.flatMap(([isGap, says]) => (isGap ? [says] : []))
}

const wrongWay: Says = {
  id: 'Ada target yang bergerak menjauhi yang dituju indikatornya.',
  en: 'A target lies the other way from where its indicator is meant to go.',
}

/** Why a plan can not be agreed yet. */
export const noActivity: Says = {
  id: 'Belum ada kegiatan dengan triwulannya.',
  en: 'There is no activity with its quarters yet.',
}

/** Whether a plan says what is done when, at least once. */
export function hasDatedActivity({ activities }: Pick<PlanContent, 'activities'>): boolean {
  return activities.some(({ quarters }) => quarters.length > 0)
}
