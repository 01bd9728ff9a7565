import { defineLifecycle } from '../lifecycle.ts'
import { anyOf, itsLocalAdmin, rule, secretariat } from '../people/access.ts'
import type { Owned } from '../people/access.ts'

/** What somebody says is wrong in a record, as its life cycle sees it. */
export type Correction = Owned & {
  state: 'received' | 'asked' | 'accepted' | 'declined' | 'withdrawn'
  /** It is opened by the link that only its sender was given. */
  isSender: boolean
}

const sender = rule<Correction>(
  { id: 'pengirimnya, dengan tautan pelacakan', en: 'its sender, by the tracking link' },
  ({ personId }, { isSender }) => personId === null && isSender,
)

/** Who answers: the institution whose record it is, or the ministry in charge. */
export const correctionHandler = anyOf<Correction>(itsLocalAdmin, secretariat)

/** From "this is wrong" to an answer: every correction ends with one, and a change that was made is named. */
export const correctionLifecycle = defineLifecycle<Correction>()({
  name: 'correction',
  title: { id: 'Koreksi dari warga', en: 'Correction from the public' },
  initial: 'received',
  states: {
    received: { id: 'Diterima, menunggu jawaban', en: 'received, waiting for an answer', seenBy: 'involved' },
    asked: { id: 'Ditanyakan kembali', en: 'asked back', seenBy: 'involved' },
    accepted: { id: 'Catatan diperbaiki', en: 'the record was changed', seenBy: 'public' },
    declined: { id: 'Catatan tidak diubah', en: 'the record was not changed', seenBy: 'public' },
    withdrawn: { id: 'Ditarik pengirim', en: 'withdrawn by its sender', seenBy: 'involved' },
  },
  steps: {
    accept: {
      from: ['received', 'asked'],
      to: 'accepted',
      label: { id: 'Sudah diperbaiki', en: 'It was changed' },
      done: { id: 'diperbaiki', en: 'changed' },
      by: correctionHandler,
      reason: 'required',
    },
    ask: {
      from: ['received'],
      to: 'asked',
      label: { id: 'Tanyakan kembali', en: 'Ask back' },
      done: { id: 'ditanyakan kembali', en: 'asked back' },
      by: correctionHandler,
      reason: 'required',
    },
    decline: {
      from: ['received', 'asked'],
      to: 'declined',
      label: { id: 'Tidak diubah, dengan alasan', en: 'Leave as it is, with a reason' },
      done: { id: 'tidak diubah', en: 'left as it is' },
      by: correctionHandler,
      reason: 'required',
    },
    reply: {
      from: ['asked'],
      to: 'received',
      label: { id: 'Jawab pertanyaannya', en: 'Answer the question' },
      done: { id: 'dijawab pengirim', en: 'answered by the sender' },
      by: sender,
      reason: 'required',
    },
    withdraw: {
      from: ['received', 'asked'],
      to: 'withdrawn',
      label: { id: 'Tarik koreksi ini', en: 'Withdraw this correction' },
      done: { id: 'ditarik', en: 'withdrawn' },
      by: sender,
    },
  },
})
export type CorrectionStep = keyof typeof correctionLifecycle.steps
export type CorrectionState = Correction['state']

/** States in which somebody waits for an answer. */
export const openCorrectionStates: readonly CorrectionState[] = ['received', 'asked']
/** States that are answers. */
export const answeredCorrectionStates: readonly CorrectionState[] = ['accepted', 'declined']
