import { defineLifecycle } from '../lifecycle.ts'
import type { Need } from '../lifecycle.ts'
import { anyOf, itsAuthors, itsLocalAdmin, rule } from '../people/access.ts'
import type { Owned } from '../people/access.ts'

/** A record on its way from one person in charge to the next. */
export type Handover = Owned & {
  state: 'offered' | 'accepted' | 'declined' | 'withdrawn'
  /** Who is to take charge. */
  toPerson: string
  /** Whether that person may write for the unit now. */
  canTakeCharge: boolean
}

const whoTakesOver = rule<Handover>(
  { id: 'orang yang akan memegangnya', en: 'the person who is to take charge' },
  ({ personId }, { toPerson }) => personId !== null && personId === toPerson,
)

const canWrite: Need<Handover> = {
  says: {
    id: 'Orang ini tidak lagi punya peran di unitnya. Minta admin lokal mengundangnya lebih dulu.',
    en: 'This person no longer has a role in the unit. Ask the local administrator to invite them first.',
  },
  holds: ({ canTakeCharge }) => canTakeCharge,
}

/**
 * Whoever is in charge of an innovation moves post: the next one accepts, so that no record is left to somebody who
 * does not know of it.
 */
export const handoverLifecycle = defineLifecycle<Handover>()({
  name: 'innovation_handover',
  title: { id: 'Serah terima inovasi', en: 'Hand-over of an innovation' },
  initial: 'offered',
  states: {
    offered: { id: 'Menunggu diterima', en: 'waiting to be accepted', seenBy: 'owner' },
    accepted: { id: 'Diterima', en: 'accepted', seenBy: 'owner' },
    declined: { id: 'Tidak diterima', en: 'declined', seenBy: 'owner' },
    withdrawn: { id: 'Ditarik kembali', en: 'withdrawn', seenBy: 'owner' },
  },
  steps: {
    accept: {
      from: ['offered'],
      to: 'accepted',
      label: { id: 'Terima, saya yang memegangnya', en: 'Accept: I take charge of it' },
      done: { id: 'serah terima diterima', en: 'hand-over accepted' },
      by: whoTakesOver,
      needs: [canWrite],
    },
    decline: {
      from: ['offered'],
      to: 'declined',
      label: { id: 'Tidak dapat menerima', en: 'I cannot take it' },
      done: { id: 'serah terima tidak diterima', en: 'hand-over declined' },
      by: whoTakesOver,
      reason: 'required',
    },
    withdraw: {
      from: ['offered'],
      to: 'withdrawn',
      label: { id: 'Tarik kembali', en: 'Withdraw' },
      done: { id: 'serah terima ditarik kembali', en: 'hand-over withdrawn' },
      by: anyOf(itsAuthors, itsLocalAdmin),
    },
  },
})
export type HandoverStep = keyof typeof handoverLifecycle.steps
export type HandoverState = Handover['state']

/** Who may offer a record to the next person in charge. */
export const mayHandOver = anyOf(itsAuthors, itsLocalAdmin)
