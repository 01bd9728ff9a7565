import { defineLifecycle } from '../lifecycle.ts'
import { anyOf, except, itsHub, rule, secretariat } from '../people/access.ts'
import type { Owned } from '../people/access.ts'

/** Somebody says that an innovation does not run where a claim says so; its owner is who runs it. */
export type Voice = Owned & { state: 'received' | 'shown' | 'rejected' }

export const voiceRejections = ['personal', 'insult', 'advertising', 'elsewhere', 'unclear'] as const
/** Why what a citizen said is not shown. */
export type VoiceRejection = (typeof voiceRejections)[number]

const ownHub = rule<Owned>(
  { id: 'hub yang menjalankannya sendiri', en: 'a hub that runs it itself' },
  ({ grants }, { ownerPath }) =>
    grants.some(({ role, organisationId }) => role === 'hub' && organisationId === ownerPath[0]),
)

/** Who looks at what citizens say before others read it: never whoever it is about. */
export const voiceModerator = anyOf<Owned>(except(itsHub, ownHub), secretariat)

/** Who looks at voices at all; of whom, is asked for each. */
export const moderatesVoices = rule<unknown>(
  { id: 'hub dan admin kementerian', en: 'hubs and the secretariat' },
  ({ grants }) => grants.some(({ role }) => role === 'hub' || role === 'secretariat'),
)

/** A voice is shown or rejected; the answer to it is that of the question it opens on the claim. */
export const voiceLifecycle = defineLifecycle<Voice>()({
  name: 'voice',
  title: { id: 'Suara warga', en: 'Voice of a citizen' },
  initial: 'received',
  states: {
    received: { id: 'Menunggu diperiksa', en: 'waiting to be looked at', seenBy: 'involved' },
    shown: { id: 'Ditampilkan', en: 'shown', seenBy: 'public' },
    rejected: { id: 'Tidak ditampilkan', en: 'not shown', seenBy: 'involved' },
  },
  steps: {
    show: {
      from: ['received'],
      to: 'shown',
      label: { id: 'Tampilkan dan tanyakan', en: 'Show it and ask' },
      done: { id: 'ditampilkan', en: 'shown' },
      by: voiceModerator,
    },
    reject: {
      from: ['received'],
      to: 'rejected',
      label: { id: 'Jangan tampilkan', en: 'Do not show it' },
      done: { id: 'tidak ditampilkan', en: 'not shown' },
      by: voiceModerator,
      reason: { oneOf: voiceRejections },
    },
  },
})
export type VoiceState = Voice['state']
export type VoiceStep = keyof typeof voiceLifecycle.steps
