import { defineLifecycle } from '../lifecycle.ts'
import type { Need } from '../lifecycle.ts'
import { about, except, secretariat } from '../people/access.ts'
import type { Rule } from '../people/access.ts'
import { runsHub } from './hub-scope.ts'
import type { HubScope } from './hub-scope.ts'

/** An assessment as its life cycle sees it. */
export type MaturityLife = {
  hub: HubScope
  state: 'draft' | 'submitted' | 'returned' | 'reviewed' | 'published'
  /** Items without a level of the hub, and without one of the ministry. */
  unanswered: number
  unreviewed: number
  reviewedAt: Date | null
  replyDays: number
}

const itsHub = about<MaturityLife, HubScope>(runsHub.says, runsHub, ({ hub }) => hub)
/** Who reviews: the secretariat, never a hub itself. */
export const reviewsMaturity: Rule<MaturityLife> = except<MaturityLife>(secretariat, itsHub)
/** Who assesses a hub first: the hub. */
export const assessesMaturity: Rule<MaturityLife> = itsHub

const isAnswered: Need<MaturityLife> = {
  says: { id: 'Isi tingkat semua butirnya dulu.', en: 'Give every item a level first.' },
  holds: ({ unanswered }) => unanswered === 0,
}
const isReviewed: Need<MaturityLife> = {
  says: {
    id: 'Isi tingkat temuan untuk semua butir dulu.',
    en: 'Give every item the level you found first.',
  },
  holds: ({ unreviewed }) => unreviewed === 0,
}
const hadItsSay: Need<MaturityLife> = {
  says: {
    id: 'Hub masih punya waktu untuk menanggapi. Umumkan setelah waktunya lewat.',
    en: 'The hub still has time for a reply. Publish it once that is over.',
  },
  holds: ({ reviewedAt, replyDays }, now) =>
    reviewedAt !== null && now.getTime() - reviewedAt.getTime() >= replyDays * 86_400_000,
}

/** A hub assesses itself, the ministry reviews, and the result is public once the hub agrees or has had its say. */
export const maturityLifecycle = defineLifecycle<MaturityLife>()({
  name: 'hub_maturity',
  title: { id: 'Kematangan hub', en: 'Maturity of a hub' },
  initial: 'draft',
  states: {
    draft: { id: 'Draf', en: 'draft', seenBy: 'owner' },
    submitted: { id: 'Diajukan', en: 'submitted', seenBy: 'involved' },
    returned: { id: 'Dikembalikan', en: 'returned', seenBy: 'involved' },
    reviewed: { id: 'Ditinjau', en: 'reviewed', seenBy: 'involved' },
    published: { id: 'Diumumkan', en: 'published', seenBy: 'public' },
  },
  steps: {
    submit: {
      from: ['draft', 'returned'],
      to: 'submitted',
      label: { id: 'Ajukan ke kementerian', en: 'Submit to the ministry' },
      done: { id: 'diajukan', en: 'submitted' },
      by: itsHub,
      needs: [isAnswered],
    },
    return: {
      from: ['submitted'],
      to: 'returned',
      label: { id: 'Kembalikan dengan alasan', en: 'Return with a reason' },
      done: { id: 'dikembalikan', en: 'returned' },
      by: reviewsMaturity,
      reason: 'required',
    },
    review: {
      from: ['submitted'],
      to: 'reviewed',
      label: { id: 'Selesaikan tinjauan', en: 'Finish the review' },
      done: { id: 'ditinjau', en: 'reviewed' },
      by: reviewsMaturity,
      needs: [isReviewed],
    },
    reply: {
      from: ['reviewed'],
      to: 'submitted',
      label: { id: 'Minta ditinjau lagi', en: 'Ask to look at it again' },
      done: { id: 'diminta ditinjau lagi', en: 'asked to be looked at again' },
      by: itsHub,
      reason: 'required',
    },
    agree: {
      from: ['reviewed'],
      to: 'published',
      label: { id: 'Setujui dan umumkan', en: 'Agree and publish' },
      done: { id: 'disetujui dan diumumkan', en: 'agreed and published' },
      by: itsHub,
    },
    publish: {
      from: ['reviewed'],
      to: 'published',
      label: { id: 'Umumkan', en: 'Publish' },
      done: { id: 'diumumkan', en: 'published' },
      by: reviewsMaturity,
      needs: [hadItsSay],
    },
  },
})

export type MaturityState = MaturityLife['state']
export type MaturityStep = keyof typeof maturityLifecycle.steps
