import { itsOrigin } from '../claims/claim-parties.ts'
import { defineLifecycle } from '../lifecycle.ts'
import type { Need } from '../lifecycle.ts'
import { anyOf } from '../people/access.ts'
import { writesReplication } from '../replications/replication-parties.ts'
import type { ReplicationParties } from '../replications/replication-parties.ts'

/** A study visit as its life cycle sees it: for whose replication, to which slot, and whether there is room. */
export type StudyVisitLife = Pick<ReplicationParties, 'adopter' | 'origin'> & {
  state: 'requested' | 'accepted' | 'declined' | 'cancelled' | 'reported'
  /** People who would come. */
  people: number
  /** Places of the slot that nobody accepted has taken. */
  placesLeft: number
  /** The day of the slot, `YYYY-MM-DD`. */
  heldOn: string
  /** What was learned is written down. */
  hasReport: boolean
}

const hasRoom: Need<StudyVisitLife> = {
  says: {
    id: 'Tempatnya tidak cukup lagi. Tambah kapasitas jadwalnya, atau tolak dengan menyebut jadwal lain.',
    en: 'There is not enough room left. Raise the capacity of the slot, or decline and name another slot.',
  },
  holds: ({ people, placesLeft }) => people <= placesLeft,
}

const isReported: Need<StudyVisitLife> = {
  says: { id: 'Isi laporannya dulu.', en: 'Fill in the report first.' },
  holds: ({ hasReport }) => hasReport,
}

/**
 * A visit to those who have done it before. The origin answers, whoever replicates reports; the report sets the milestone
 * of its replication.
 */
export const studyVisitLifecycle = defineLifecycle<StudyVisitLife>()({
  name: 'study_visit',
  title: { id: 'Studi tiru', en: 'Study visit' },
  initial: 'requested',
  states: {
    requested: { id: 'Diminta', en: 'requested', seenBy: 'involved' },
    accepted: { id: 'Diterima', en: 'accepted', seenBy: 'involved' },
    declined: { id: 'Tidak diterima', en: 'declined', seenBy: 'involved' },
    cancelled: { id: 'Dibatalkan', en: 'cancelled', seenBy: 'involved' },
    reported: { id: 'Dilaporkan', en: 'reported', seenBy: 'involved' },
  },
  steps: {
    accept: {
      from: ['requested'],
      to: 'accepted',
      label: { id: 'Terima kunjungan', en: 'Accept the visit' },
      done: { id: 'diterima', en: 'accepted' },
      by: itsOrigin,
      needs: [hasRoom],
    },
    decline: {
      from: ['requested'],
      to: 'declined',
      label: { id: 'Tolak dengan alasan', en: 'Decline with a reason' },
      done: { id: 'tidak diterima', en: 'declined' },
      by: itsOrigin,
      reason: 'required',
    },
    cancel: {
      from: ['requested', 'accepted'],
      to: 'cancelled',
      label: { id: 'Batalkan', en: 'Cancel' },
      done: { id: 'dibatalkan', en: 'cancelled' },
      by: anyOf<StudyVisitLife>(writesReplication, itsOrigin),
      reason: 'required',
    },
    report: {
      from: ['accepted'],
      to: 'reported',
      label: { id: 'Serahkan laporan', en: 'Hand in the report' },
      done: { id: 'dilaporkan', en: 'reported' },
      by: writesReplication,
      needs: [isReported],
      day: { id: 'Hari kunjungan', en: 'Day of the visit' },
    },
  },
})

export type StudyVisitState = StudyVisitLife['state']
export type StudyVisitStep = keyof typeof studyVisitLifecycle.steps
