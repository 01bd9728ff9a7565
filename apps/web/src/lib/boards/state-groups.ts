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

/** The groups as parts of a bar, each with its name: what runs first. */
export function groupParts(
  groups: StateGroups,
  names: Record<'running' | 'preparing' | 'ended', string>,
): SplitPart[] {
  return [
    { mark: 'first', count: groups.running, label: names.running.toLowerCase() },
    { mark: 'third', count: groups.underWay, label: names.preparing.toLowerCase() },
    { mark: 'stopped', count: groups.stopped, label: names.ended.toLowerCase() },
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
