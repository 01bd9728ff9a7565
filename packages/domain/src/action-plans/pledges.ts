import type { ReplicationState } from '../replications/replication.lifecycle.ts'
import type { PledgeRecord } from './budget-standing.ts'

/** A commitment with what it promises for each year. */
export type Pledging = { signedOn: string; amounts: readonly PledgeRecord[] }

/**
 * What counts as promised for each year, the earliest first: of several commitments that name a year, the one signed last.
 * Of two signed on one day the later in the list counts.
 */
export function pledgesOf(commitments: readonly Pledging[]): PledgeRecord[] {
  const byYear = new Map<number, number>()
  const inOrder = [...commitments].sort((a, b) =>
    a.signedOn < b.signedOn ? -1 : Number(a.signedOn > b.signedOn),
  )
  for (const { amounts } of inOrder) for (const { year, amount } of amounts) byYear.set(year, amount)
  return [...byYear].map(([year, amount]) => ({ year, amount })).sort((a, b) => a.year - b.year)
}

/** States in which windows of a budget still matter. */
export const plannedStates: readonly ReplicationState[] = ['preparing', 'implementing']

/** What says for which budget years a replication wants money. */
export type YearsMeant = {
  /** The year it is meant for. */
  year: number | null
  plan: { firstYear: number; lastYear: number } | null
  pledges: readonly { year: number }[]
}

/** The budget years whose windows matter today: from the running year on, each once, the earliest first. */
export function yearsMeant({ year, plan, pledges }: YearsMeant, today: string): number[] {
  const planned = plan === null ? [] : rangeOf(plan.firstYear, plan.lastYear)
  const all = new Set([...(year === null ? [] : [year]), ...planned, ...pledges.map((one) => one.year)])
  return [...all].filter((one) => one >= Number(today.slice(0, 4))).sort((a, b) => a - b)
}

function rangeOf(first: number, last: number): number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i)
}
