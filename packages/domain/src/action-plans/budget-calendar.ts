import { z } from 'zod'
import type { Says } from '../text/says.ts'
import { daysBetween } from '../time/clock.ts'
import { budgetChains, linkNames, recordedLinks } from './budget-chain.ts'
import type { ChainKind, RecordedLink } from './budget-chain.ts'
import { wayOutNames } from './ways-out.ts'

const says = z.strictObject({ id: z.string().min(1), en: z.string().min(1) })
const edge = z.strictObject({
  /** 0: in the budget year itself; 1: in the year before. */
  yearsBefore: z.int().min(0).max(2),
  /** `MM-DD`. */
  day: z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/),
})
const period = z.strictObject({ from: edge, to: edge, basis: says })
const chainPeriods = z.partialRecord(z.enum(recordedLinks), period)

function isPattern(text: string): boolean {
  try {
    return new RegExp(text) instanceof RegExp
  } catch {
    return false
  }
}

/**
 * The calendars of budgets as a site holds them: for each link the period in which it is made, for each way out when it is
 * open, how codes look; and what single regions do otherwise. Shipped in `data/budget/rules.json`.
 */
export const budgetRules = z.strictObject({
  note: says,
  windows: z.record(z.enum(['local', 'central', 'company', 'other']), chainPeriods),
  ways: z.partialRecord(z.enum(wayOutNames), period),
  /** By chain: a regular expression that a code of it fits. */
  codes: z.partialRecord(z.enum(['local', 'central', 'company', 'other']), z.string().refine(isPattern)),
  /** By code of a region: the windows that differ there. */
  regions: z.record(z.string(), chainPeriods),
})
export type BudgetRules = z.infer<typeof budgetRules>
export type Period = z.infer<typeof period>

/** The first and the last day of a period of a budget year, `YYYY-MM-DD`. */
export function daysOf(
  { from, to }: Pick<Period, 'from' | 'to'>,
  year: number,
): [first: string, last: string] {
  return [`${year - from.yearsBefore}-${from.day}`, `${year - to.yearsBefore}-${to.day}`]
}

/**
 * The window of a link in a budget year and how it stands: `recorded` when the link or a later one is there, `ahead` so many
 * days before it opens, `open` so many days before it closes (0: today), `missed` so many days ago.
 */
export type BudgetWindow = {
  link: RecordedLink
  year: number
  opens: string
  closes: string
  basis: Says
  state: 'recorded' | 'ahead' | 'open' | 'missed'
  days: number
}

/** What windows are asked about. `there`: the links that are recorded for that year. */
export type WindowQuestion = {
  chain: ChainKind
  regionCode: string | null
  year: number
  there: readonly RecordedLink[]
  today: string
}

/** The windows of a budget year in the order of its chain. Links without a period in the rules have none. */
export function budgetWindows(rules: BudgetRules, question: WindowQuestion): BudgetWindow[] {
  const { chain, regionCode, year, there, today } = question
  const own = regionCode === null ? undefined : rules.regions[regionCode]
  const { links } = budgetChains[chain]
  const reached = Math.max(-1, ...there.map((link) => links.indexOf(link)))
  return links.flatMap((link, i) => {
    const found = link === 'commitment' ? undefined : (own?.[link] ?? rules.windows[chain][link])
    if (found === undefined || link === 'commitment') return []
    const [opens, closes] = daysOf(found, year)
    return [{ link, year, opens, closes, basis: found.basis, ...standOf(opens, closes, today, i <= reached) }]
  })
}

function standOf(
  opens: string,
  closes: string,
  today: string,
  isThere: boolean,
): Pick<BudgetWindow, 'state' | 'days'> {
  if (isThere) return { state: 'recorded', days: 0 }
  if (today < opens) return { state: 'ahead', days: daysBetween(today, opens) }
  if (today <= closes) return { state: 'open', days: daysBetween(today, closes) }
  return { state: 'missed', days: daysBetween(closes, today) }
}

export const windowStages = ['month', 'week', 'missed'] as const
/** When people are told of a window: a month and a week before it closes, and once it has closed. */
export type WindowStage = (typeof windowStages)[number]

/** What is to be told of a window today; null when nothing is, also long after it closed. */
export function stageOf({ state, days }: Pick<BudgetWindow, 'state' | 'days'>): WindowStage | null {
  if (state === 'missed') return days <= 30 ? 'missed' : null
  if (state !== 'open' || days > 30) return null
  return days <= 7 ? 'week' : 'month'
}

/**
 * The window as a sentence about the plan: it will miss it in so many days, or did.
 * @example windowSays({ link: 'kua_ppas', year: 2027, state: 'open', days: 23 }).id
 * // 'Rencana ini melewatkan jendela KUA-PPAS 2027 dalam 23 hari.'
 */
export function windowSays({
  link,
  year,
  state,
  days,
}: Pick<BudgetWindow, 'link' | 'year' | 'state' | 'days'>): Says {
  const { id, en } = linkNames[link]
  const inDays = days === 1 ? '1 day' : `${days} days`
  switch (state) {
    case 'recorded':
      return { id: `${id} ${year} tercatat.`, en: `${en} of ${year} is recorded.` }
    case 'ahead':
      return {
        id: `Jendela ${id} ${year} terbuka dalam ${days} hari.`,
        en: `The window of ${en} ${year} opens in ${inDays}.`,
      }
    case 'open':
      return days === 0
        ? {
            id: `Hari ini hari terakhir jendela ${id} ${year}.`,
            en: `Today is the last day of the window of ${en} ${year}.`,
          }
        : {
            id: `Rencana ini melewatkan jendela ${id} ${year} dalam ${days} hari.`,
            en: `This plan misses the window of ${en} ${year} in ${inDays}.`,
          }
    case 'missed':
      return {
        id: `Rencana ini melewatkan jendela ${id} ${year} ${days} hari yang lalu.`,
        en: `This plan missed the window of ${en} ${year} ${inDays} ago.`,
      }
  }
}
