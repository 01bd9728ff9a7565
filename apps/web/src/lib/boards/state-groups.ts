import type { StateCounts } from '@semai/store/hubs/board.queries'
import type { SplitPart } from '#lib/parts/split.ts'

/** Replications on their way, running and stopped: what a reader wants to tell apart at a glance. */
export type StateGroups = { underWay: number; running: number; stopped: number; all: number }

/** What was declined or cancelled is no part of a board. */
export function stateGroups(counts: StateCounts): StateGroups {
  const underWay = counts.proposed + counts.preparing + counts.implementing
  const running = counts.running + counts.institutionalised
  return { underWay, running, stopped: counts.stopped, all: underWay + running + counts.stopped }
}

/** The groups as parts of a bar: what runs first. */
export function groupParts({ underWay, running, stopped }: StateGroups): SplitPart[] {
  return [
    { mark: 'first', count: running },
    { mark: 'third', count: underWay },
    { mark: 'stopped', count: stopped },
  ]
}

/** The counts of a place without any. */
export const noReplications: StateCounts = {
  proposed: 0,
  preparing: 0,
  implementing: 0,
  running: 0,
  institutionalised: 0,
  stopped: 0,
  declined: 0,
  cancelled: 0,
}
