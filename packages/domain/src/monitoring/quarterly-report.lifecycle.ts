import { defineLifecycle } from '../lifecycle.ts'
import type { Need } from '../lifecycle.ts'
import { guidesReplication, writesReplication } from '../replications/replication-parties.ts'
import type { ReplicationParties } from '../replications/replication-parties.ts'

/** A quarterly report as its life cycle sees it. */
export type ReportLife = ReplicationParties & {
  state: 'draft' | 'submitted' | 'returned' | 'verified' | 'discarded'
  /** Something is said about what was done. */
  isFilled: boolean
  /** Another report of the same quarter was handed in: one quarter has one report. */
  isTaken: boolean
}

const filled: Need<ReportLife> = {
  says: { id: 'Isi dulu kegiatan yang dikerjakan.', en: 'First write what was done.' },
  holds: ({ isFilled }) => isFilled,
}
const onlyOne: Need<ReportLife> = {
  says: {
    id: 'Triwulan ini sudah punya laporan yang diajukan. Gabungkan isinya ke sana, lalu buang yang ini.',
    en: 'This quarter has a report that was handed in. Put what is here into that one, then discard this.',
  },
  holds: ({ isTaken }) => !isTaken,
}

/** The way of a quarterly report: written by the adopter, verified or returned by whoever guides it, never by itself. */
export const quarterlyReportLifecycle = defineLifecycle<ReportLife>()({
  name: 'quarterly_report',
  title: { id: 'Laporan triwulan', en: 'Quarterly report' },
  initial: 'draft',
  states: {
    draft: { id: 'Ditulis', en: 'being written', seenBy: 'owner' },
    submitted: { id: 'Diajukan', en: 'submitted', seenBy: 'involved' },
    returned: { id: 'Dikembalikan', en: 'returned', seenBy: 'involved' },
    verified: { id: 'Terverifikasi', en: 'verified', seenBy: 'public' },
    discarded: { id: 'Dibuang', en: 'discarded', seenBy: 'owner' },
  },
  steps: {
    submit: {
      from: ['draft', 'returned'],
      to: 'submitted',
      label: { id: 'Ajukan laporan', en: 'Submit the report' },
      done: { id: 'diajukan', en: 'submitted' },
      by: writesReplication,
      needs: [filled, onlyOne],
    },
    return: {
      from: ['submitted'],
      to: 'returned',
      label: { id: 'Kembalikan', en: 'Return it' },
      done: { id: 'dikembalikan', en: 'returned' },
      by: guidesReplication,
      reason: 'required',
    },
    verify: {
      from: ['submitted'],
      to: 'verified',
      label: { id: 'Nyatakan terverifikasi', en: 'Verify it' },
      done: { id: 'terverifikasi', en: 'verified' },
      by: guidesReplication,
    },
    reopen: {
      from: ['verified'],
      to: 'returned',
      label: { id: 'Buka lagi', en: 'Open it again' },
      done: { id: 'dibuka lagi', en: 'opened again' },
      by: guidesReplication,
      reason: 'required',
    },
    discard: {
      from: ['draft'],
      to: 'discarded',
      label: { id: 'Buang', en: 'Discard' },
      done: { id: 'dibuang', en: 'discarded' },
      by: writesReplication,
    },
    restore: {
      from: ['discarded'],
      to: 'draft',
      label: { id: 'Ambil kembali', en: 'Take it back' },
      done: { id: 'diambil kembali', en: 'taken back' },
      by: writesReplication,
    },
  },
})
export type ReportState = ReportLife['state']
export type ReportStep = keyof typeof quarterlyReportLifecycle.steps

/** States in which the text of a report can be changed. */
export const writableReportStates: readonly ReportState[] = ['draft', 'returned']
/** States that take the place of the one report of a quarter. */
export const takenReportStates: readonly ReportState[] = ['submitted', 'returned', 'verified']

/** Steps somebody else takes about a report, of which its writers hear. */
export const toldReportSteps = ['return', 'verify', 'reopen'] as const satisfies readonly ReportStep[]
export type ToldReportStep = (typeof toldReportSteps)[number]
