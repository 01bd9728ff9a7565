import { runsHub } from '../hubs/hub-scope.ts'
import type { HubScope } from '../hubs/hub-scope.ts'
import { defineLifecycle } from '../lifecycle.ts'
import type { Need } from '../lifecycle.ts'
import { about } from '../people/access.ts'
import { guidesEngagement } from './engagement-parties.ts'
import type { EngagementParties } from './engagement-parties.ts'

/** An engagement as its life cycle sees it. */
export type EngagementLife = EngagementParties & {
  state: 'active' | 'completed' | 'ended'
  /** Stages that are not finished. */
  stagesLeft: number
}

const isThrough: Need<EngagementLife> = {
  says: {
    id: 'Selesaikan semua tahapnya dulu, atau akhiri lebih awal dengan alasan.',
    en: 'Finish all of its stages first, or end it early with a reason.',
  },
  holds: ({ stagesLeft }) => stagesLeft === 0,
}

const itsHub = about<EngagementLife, HubScope>(runsHub.says, runsHub, ({ hub }) => hub)

/** A team accompanies an organisation until all stages are through, or until the hub ends it with a reason. */
export const engagementLifecycle = defineLifecycle<EngagementLife>()({
  name: 'engagement',
  title: { id: 'Pendampingan', en: 'Engagement' },
  initial: 'active',
  states: {
    active: { id: 'Berjalan', en: 'under way', seenBy: 'involved' },
    completed: { id: 'Selesai', en: 'completed', seenBy: 'involved' },
    ended: { id: 'Diakhiri lebih awal', en: 'ended early', seenBy: 'involved' },
  },
  steps: {
    complete: {
      from: ['active'],
      to: 'completed',
      label: { id: 'Nyatakan selesai', en: 'Declare it completed' },
      done: { id: 'dinyatakan selesai', en: 'declared completed' },
      by: guidesEngagement,
      needs: [isThrough],
    },
    end: {
      from: ['active'],
      to: 'ended',
      label: { id: 'Akhiri lebih awal', en: 'End it early' },
      done: { id: 'diakhiri lebih awal', en: 'ended early' },
      by: itsHub,
      reason: 'required',
    },
    reopen: {
      from: ['completed', 'ended'],
      to: 'active',
      label: { id: 'Buka lagi', en: 'Open it again' },
      done: { id: 'dibuka lagi', en: 'opened again' },
      by: itsHub,
      reason: 'required',
    },
  },
})

export type EngagementState = EngagementLife['state']
export type EngagementStep = keyof typeof engagementLifecycle.steps
