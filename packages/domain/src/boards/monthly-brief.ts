import { fewestTold, runStates } from '../continuity/lasting.ts'
import type { RunState } from '../continuity/lasting.ts'
import { pastStates } from '../continuity/past-states.ts'
import type { BriefMonth } from './brief-month.ts'

export const beganStates = ['preparing', 'implementing', 'running', 'institutionalised'] as const
/** What a replication began in a month: to be prepared, to be carried out, to run, to stand on its own. */
export type BeganState = (typeof beganStates)[number]
export const verifiedKinds = ['claims', 'reports', 'pulses'] as const
/** What was heard and checked: claims verified, quarterly reports verified, pulses answered. */
export type VerifiedKind = (typeof verifiedKinds)[number]
export const behindKinds = ['milestones', 'reports', 'pulses'] as const
/** What was late at the end: milestones behind their plan, quarterly reports not begun, pulses nobody answered. */
export type BehindKind = (typeof behindKinds)[number]

/** A replication that began to run in the month. */
export type BegunRun = { name: string; adopter: string; on: string; path: string }

/** What a monthly brief tells of a place: flows of the month, and how it stood on its last day. */
export type MonthlyBrief = BriefMonth & {
  began: Record<BeganState, number>
  /** The newest that began to run, at most five. */
  begun: readonly BegunRun[]
  verified: Record<VerifiedKind, number>
  states: Record<RunState, number>
  /** Stops in the month, and their reasons where there are enough that none is told apart. */
  stops: { count: number; reasons: readonly { reason: string | null; count: number }[] }
  behind: Record<BehindKind, number>
}

type Run = Parameters<typeof pastStates>[0][number] & { stopReason: string | null }

/**
 * How runnings stood on the last day, and what stopped in the month: reasons only where at least three stopped, most frequent
 * first. Product rule 2.
 */
export function briefOfRuns(
  runs: readonly Run[],
  { from, until }: BriefMonth,
): Pick<MonthlyBrief, 'states' | 'stops'> {
  const stopped = runs.filter(
    ({ stoppedOn }) => stoppedOn !== null && stoppedOn >= from && stoppedOn <= until,
  )
  const byReason = [...Map.groupBy(stopped, ({ stopReason }) => stopReason)]
    .map(([reason, same]) => ({ reason, count: same.length }))
    .toSorted((a, b) => b.count - a.count || (a.reason ?? '').localeCompare(b.reason ?? ''))
  return {
    states: runs.length === 0 ? noStates() : (pastStates(runs, until).at(-1)?.states ?? noStates()),
    stops: { count: stopped.length, reasons: stopped.length < fewestTold ? [] : byReason },
  }
}

const noStates = () => Object.fromEntries(runStates.map((state) => [state, 0])) as Record<RunState, number>
