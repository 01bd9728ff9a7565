import { defineLifecycle } from '../lifecycle.ts'
import type { Need } from '../lifecycle.ts'
import { administrator, anyOf } from '../people/access.ts'
import { stopReasons } from './claim.ts'
import type { Act, ClaimKind } from './claim.ts'
import {
  adopterOfReported,
  arbiter,
  confirmer,
  disputer,
  itsAdopter,
  mayDispute,
  verifier,
} from './claim-parties.ts'
import type { ClaimParties } from './claim-parties.ts'

/** A claim as its life cycle sees it. How strong it is are its acts; whether it lapsed is a date. */
export type ClaimLife = ClaimParties & {
  state: 'stands' | 'disputed' | 'answered' | 'stopped' | 'withdrawn'
  kind: ClaimKind
  strength: Act
}

const unconfirmed: Need<ClaimLife> = {
  says: {
    id: 'Klaim ini sudah dikonfirmasi atau diverifikasi.',
    en: 'This claim is confirmed or verified already.',
  },
  holds: ({ strength }) => strength === 'reported' || strength === 'declared',
}
const lapses: Need<ClaimLife> = {
  says: {
    id: 'Peristiwa tidak perlu diperbarui: yang pernah terjadi tetap pernah terjadi.',
    en: 'An event needs no renewal: what happened has happened.',
  },
  holds: ({ kind }) => kind === 'state',
}
const undeclared: Need<ClaimLife> = {
  says: { id: 'Instansi Anda sudah menyatakannya.', en: 'Your organisation has declared it already.' },
  holds: ({ strength }) => strength === 'reported',
}
const ownWord: Need<ClaimLife> = {
  says: {
    id: 'Klaim ini dari sumber terbit. Bila keliru, persoalkan; yang memeriksa memutuskan.',
    en: 'This claim comes from a published source. If it is wrong, dispute it; somebody else decides.',
  },
  holds: ({ isDeclaredHere }) => isDeclaredHere,
}

/**
 * A claim stands until it is disputed, stops or is withdrawn. Declaring, confirming, verifying and renewing leave it
 * standing: they are acts, and its strength is the strongest of them (decision 0020). Nobody verifies what is theirs.
 */
export const claimLifecycle = defineLifecycle<ClaimLife>()({
  name: 'claim',
  title: { id: 'Klaim', en: 'Claim' },
  initial: 'stands',
  states: {
    stands: { id: 'Berlaku', en: 'stands', seenBy: 'public' },
    disputed: { id: 'Dipersoalkan', en: 'disputed', seenBy: 'public' },
    answered: { id: 'Dipersoalkan, sudah dijawab', en: 'disputed and answered', seenBy: 'public' },
    stopped: { id: 'Berhenti', en: 'stopped', seenBy: 'public' },
    withdrawn: { id: 'Ditarik', en: 'withdrawn', seenBy: 'owner' },
  },
  steps: {
    confirm: {
      from: ['stands'],
      to: 'stands',
      label: { id: 'Konfirmasi', en: 'Confirm' },
      done: { id: 'dikonfirmasi oleh asal', en: 'confirmed by the origin' },
      by: confirmer,
      needs: [unconfirmed],
    },
    verify: {
      from: ['stands'],
      to: 'stands',
      label: { id: 'Verifikasi dengan bukti', en: 'Verify with evidence' },
      done: { id: 'diverifikasi', en: 'verified' },
      by: verifier,
      reason: 'required',
      day: { id: 'Hari bukti dilihat', en: 'Day the evidence was seen' },
    },
    declare: {
      from: ['stands'],
      to: 'stands',
      label: { id: 'Nyatakan benar', en: 'Declare that it is so' },
      done: { id: 'dinyatakan', en: 'declared' },
      by: adopterOfReported,
      needs: [undeclared],
    },
    renew: {
      from: ['stands'],
      to: 'stands',
      label: { id: 'Masih berjalan', en: 'Still running' },
      done: { id: 'diperbarui', en: 'renewed' },
      by: itsAdopter,
      needs: [lapses],
    },
    dispute: {
      from: ['stands'],
      to: 'disputed',
      label: { id: 'Persoalkan', en: 'Dispute' },
      done: { id: 'dipersoalkan', en: 'disputed' },
      by: mayDispute,
      reason: 'required',
    },
    answer: {
      from: ['disputed'],
      to: 'answered',
      label: { id: 'Jawab', en: 'Answer' },
      done: { id: 'dijawab', en: 'answered' },
      by: itsAdopter,
      reason: 'required',
    },
    settle: {
      from: ['disputed', 'answered'],
      to: 'stands',
      label: { id: 'Persoalan selesai, klaim berlaku', en: 'Settle: the claim stands' },
      done: { id: 'persoalan selesai, klaim berlaku', en: 'the dispute was settled, the claim stands' },
      by: anyOf(disputer, arbiter),
      reason: 'required',
    },
    uphold: {
      from: ['disputed', 'answered'],
      to: 'withdrawn',
      label: { id: 'Persoalan terbukti, tarik klaim', en: 'Uphold: the claim is withdrawn' },
      done: { id: 'persoalan terbukti, klaim ditarik', en: 'the dispute was upheld, the claim withdrawn' },
      by: arbiter,
      reason: 'required',
    },
    stop: {
      from: ['stands', 'disputed', 'answered'],
      to: 'stopped',
      label: { id: 'Sudah berhenti', en: 'It has stopped' },
      done: { id: 'berhenti', en: 'stopped' },
      by: itsAdopter,
      reason: { oneOf: stopReasons },
      day: { id: 'Berhenti sejak', en: 'Stopped on' },
    },
    resume: {
      from: ['stopped'],
      to: 'stands',
      label: { id: 'Berjalan lagi', en: 'It runs again' },
      done: { id: 'berjalan lagi', en: 'resumed' },
      by: itsAdopter,
    },
    withdraw: {
      from: ['stands', 'disputed', 'answered'],
      to: 'withdrawn',
      label: { id: 'Tarik klaim', en: 'Withdraw the claim' },
      done: { id: 'ditarik', en: 'withdrawn' },
      by: anyOf(itsAdopter, administrator),
      needs: [ownWord],
      reason: 'required',
    },
  },
})
export type ClaimStep = keyof typeof claimLifecycle.steps
export type ClaimState = ClaimLife['state']
