import { defineLifecycle } from '../lifecycle.ts'
import type { Need } from '../lifecycle.ts'
import { dayIn, isCalendarDay } from '../time/clock.ts'
import { answersFinding, evaluatesUnits } from './finding-parties.ts'
import type { FindingParties } from './finding-parties.ts'

/** A finding as its life cycle sees it; `dueOn` as it would stand after the step. */
export type FindingLife = FindingParties & {
  state: 'found' | 'recommended' | 'followed_up' | 'closed' | 'withdrawn'
  /** `YYYY-MM-DD`; null where none is set. */
  dueOn: string | null
}

const hasDeadline: Need<FindingLife> = {
  says: {
    id: 'Isi batas waktunya: hari yang belum lewat, menurut kalender.',
    en: 'Fill in the deadline: a day of the calendar that is not over.',
  },
  holds: ({ dueOn }, now) => dueOn !== null && isCalendarDay(dueOn) && dueOn >= dayIn(now),
}

/** The ministry finds and recommends by a day, the unit follows up, the ministry closes or returns it. */
export const findingLifecycle = defineLifecycle<FindingLife>()({
  name: 'programme_finding',
  title: { id: 'Temuan program', en: 'Finding of a programme' },
  initial: 'found',
  states: {
    found: { id: 'Temuan', en: 'found', seenBy: 'involved' },
    recommended: { id: 'Rekomendasi', en: 'recommended', seenBy: 'involved' },
    followed_up: { id: 'Tindak lanjut', en: 'followed up', seenBy: 'involved' },
    closed: { id: 'Selesai', en: 'closed', seenBy: 'involved' },
    withdrawn: { id: 'Dicabut', en: 'withdrawn', seenBy: 'involved' },
  },
  steps: {
    recommend: {
      from: ['found'],
      to: 'recommended',
      label: { id: 'Beri rekomendasi', en: 'Recommend' },
      done: { id: 'direkomendasikan', en: 'recommended' },
      by: evaluatesUnits,
      needs: [hasDeadline],
      reason: 'required',
    },
    follow_up: {
      from: ['recommended'],
      to: 'followed_up',
      label: { id: 'Laporkan tindak lanjut', en: 'Report what was done' },
      done: { id: 'ditindaklanjuti', en: 'followed up' },
      by: answersFinding,
      reason: 'required',
    },
    close: {
      from: ['followed_up'],
      to: 'closed',
      label: { id: 'Nyatakan selesai', en: 'Close it' },
      done: { id: 'selesai', en: 'closed' },
      by: evaluatesUnits,
    },
    return: {
      from: ['followed_up'],
      to: 'recommended',
      label: { id: 'Kembalikan dengan alasan', en: 'Return with a reason' },
      done: { id: 'dikembalikan', en: 'returned' },
      by: evaluatesUnits,
      needs: [hasDeadline],
      reason: 'required',
    },
    extend: {
      from: ['recommended'],
      to: 'recommended',
      label: { id: 'Ubah batas waktu', en: 'Change the deadline' },
      done: { id: 'batas waktunya diubah', en: 'given another deadline' },
      by: evaluatesUnits,
      needs: [hasDeadline],
      reason: 'required',
    },
    reopen: {
      from: ['closed', 'withdrawn'],
      to: 'found',
      label: { id: 'Buka lagi', en: 'Open it again' },
      done: { id: 'dibuka lagi', en: 'opened again' },
      by: evaluatesUnits,
      reason: 'required',
    },
    withdraw: {
      from: ['found', 'recommended'],
      to: 'withdrawn',
      label: { id: 'Cabut dengan alasan', en: 'Withdraw with a reason' },
      done: { id: 'dicabut', en: 'withdrawn' },
      by: evaluatesUnits,
      reason: 'required',
    },
  },
})

export type FindingState = FindingLife['state']
export type FindingStep = keyof typeof findingLifecycle.steps

/** Steps that set the day by which the unit answers. */
export const deadlineSteps: readonly FindingStep[] = ['recommend', 'return', 'extend']
