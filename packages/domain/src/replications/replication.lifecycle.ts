import { stopReasons } from '../claims/claim.ts'
import { defineLifecycle } from '../lifecycle.ts'
import type { Need } from '../lifecycle.ts'
import { anyOf } from '../people/access.ts'
import { checksReplication, guidesReplication, writesReplication } from './replication-parties.ts'
import type { ReplicationParties } from './replication-parties.ts'

/** A replication as its life cycle sees it. Milestones lie beside it: they warn, they never hold it up. */
export type ReplicationLife = ReplicationParties & {
  state:
    | 'proposed'
    | 'preparing'
    | 'implementing'
    | 'running'
    | 'institutionalised'
    | 'stopped'
    | 'declined'
    | 'cancelled'
  /** It ran at some time: then a claim says so. */
  hasRun: boolean
  legalBasis: string | null
  budgetLine: string | null
  /** The written procedure (SOP) by which it runs. */
  procedure: string | null
}

const hasFooting: Need<ReplicationLife> = {
  says: {
    id: 'Isi dulu dasar hukum, pos anggaran dan SOP-nya.',
    en: 'First fill in the legal basis, the budget line and the written procedure.',
  },
  holds: ({ legalBasis, budgetLine, procedure }) =>
    legalBasis !== null && budgetLine !== null && procedure !== null,
}
const ran: Need<ReplicationLife> = {
  says: {
    id: 'Replikasi ini belum pernah berjalan. Pilih "Lanjutkan pelaksanaan".',
    en: 'It never ran. Choose "Take up the work again".',
  },
  holds: ({ hasRun }) => hasRun,
}

/**
 * The way of a replication, in few states: what happens within one is milestones with dates (decision 0023). Running is
 * said by the adopter and becomes a claim; that it has a footing of its own, the hub checks.
 */
export const replicationLifecycle = defineLifecycle<ReplicationLife>()({
  name: 'replication',
  title: { id: 'Replikasi', en: 'Replication' },
  initial: 'proposed',
  states: {
    proposed: { id: 'Disarankan', en: 'recommended', seenBy: 'involved' },
    preparing: { id: 'Disiapkan', en: 'being prepared', seenBy: 'public' },
    implementing: { id: 'Dilaksanakan', en: 'being carried out', seenBy: 'public' },
    running: { id: 'Berjalan', en: 'running', seenBy: 'public' },
    institutionalised: { id: 'Dilembagakan', en: 'institutionalised', seenBy: 'public' },
    stopped: { id: 'Terhenti', en: 'stopped', seenBy: 'public' },
    declined: { id: 'Tidak diterima', en: 'declined', seenBy: 'involved' },
    cancelled: { id: 'Dibatalkan', en: 'cancelled', seenBy: 'involved' },
  },
  steps: {
    accept: {
      from: ['proposed', 'declined'],
      to: 'preparing',
      label: { id: 'Terima dan siapkan', en: 'Accept and prepare' },
      done: { id: 'diterima', en: 'accepted' },
      by: writesReplication,
    },
    decline: {
      from: ['proposed'],
      to: 'declined',
      label: { id: 'Tidak menerima', en: 'Decline' },
      done: { id: 'tidak diterima', en: 'declined' },
      by: writesReplication,
      reason: 'required',
    },
    begin: {
      from: ['preparing'],
      to: 'implementing',
      label: { id: 'Mulai melaksanakan', en: 'Begin to carry it out' },
      done: { id: 'mulai dilaksanakan', en: 'carrying out began' },
      by: writesReplication,
      day: { id: 'Mulai dilaksanakan pada', en: 'Began on' },
    },
    run: {
      from: ['preparing', 'implementing'],
      to: 'running',
      label: { id: 'Sudah berjalan', en: 'It runs' },
      done: { id: 'berjalan', en: 'running' },
      by: writesReplication,
      day: { id: 'Berjalan sejak', en: 'Running since' },
    },
    institutionalise: {
      from: ['running'],
      to: 'institutionalised',
      label: { id: 'Nyatakan dilembagakan', en: 'State that it is institutionalised' },
      done: { id: 'dilembagakan', en: 'institutionalised' },
      by: checksReplication,
      needs: [hasFooting],
      reason: 'required',
      day: { id: 'Hari bukti dilihat', en: 'Day the evidence was seen' },
    },
    reopen: {
      from: ['institutionalised'],
      to: 'running',
      label: { id: 'Kembalikan ke berjalan', en: 'Put it back to running' },
      done: { id: 'dikembalikan ke berjalan', en: 'put back to running' },
      by: checksReplication,
      reason: 'required',
    },
    stop: {
      from: ['implementing', 'running', 'institutionalised'],
      to: 'stopped',
      label: { id: 'Terhenti', en: 'It has stopped' },
      done: { id: 'terhenti', en: 'stopped' },
      by: writesReplication,
      reason: { oneOf: stopReasons },
      day: { id: 'Terhenti sejak', en: 'Stopped on' },
    },
    resume: {
      from: ['stopped'],
      to: 'running',
      label: { id: 'Berjalan lagi', en: 'It runs again' },
      done: { id: 'berjalan lagi', en: 'resumed' },
      by: writesReplication,
      needs: [ran],
    },
    restart: {
      from: ['stopped'],
      to: 'implementing',
      label: { id: 'Lanjutkan pelaksanaan', en: 'Take up the work again' },
      done: { id: 'pelaksanaan dilanjutkan', en: 'the work was taken up again' },
      by: writesReplication,
    },
    cancel: {
      from: ['preparing'],
      to: 'cancelled',
      label: { id: 'Batalkan', en: 'Cancel' },
      done: { id: 'dibatalkan', en: 'cancelled' },
      by: anyOf<ReplicationLife>(writesReplication, guidesReplication),
      reason: 'required',
    },
    revive: {
      from: ['cancelled'],
      to: 'preparing',
      label: { id: 'Siapkan lagi', en: 'Prepare it again' },
      done: { id: 'disiapkan lagi', en: 'being prepared again' },
      by: writesReplication,
    },
  },
})
export type ReplicationState = ReplicationLife['state']
export type ReplicationStep = keyof typeof replicationLifecycle.steps

/** States in which a replication is under way: on boards and desks. */
export const openReplicationStates: readonly ReplicationState[] = ['proposed', 'preparing', 'implementing']
