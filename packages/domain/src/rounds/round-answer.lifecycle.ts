import { defineLifecycle } from '../lifecycle.ts'
import type { Need } from '../lifecycle.ts'
import { answersLocus } from './round-parties.ts'
import type { LocusParties } from './round-parties.ts'
import type { RoundState } from './round.lifecycle.ts'

/** The answers of a locus as their life cycle sees them. */
export type RoundAnswerLife = Pick<LocusParties, 'respondent'> & {
  state: 'draft' | 'submitted'
  round: RoundState
  /** From this moment on nothing is submitted any more. */
  closesAt: Date
  /** Required questions without an answer, and answers that cannot be read. */
  missing: number
}

const isAsked: Need<RoundAnswerLife> = {
  says: {
    id: 'Pengisian tidak sedang dibuka.',
    en: 'The round is not open for answers.',
  },
  holds: ({ round }) => round === 'answering',
}

const isInTime: Need<RoundAnswerLife> = {
  says: {
    id: 'Batas waktunya sudah lewat. Isian Anda tetap tersimpan: mintalah perpanjangan kepada admin kementerian dan sebutkan alasannya.',
    en: 'The deadline has passed. What you wrote is kept: ask the secretariat for an extension, and say why.',
  },
  holds: ({ closesAt }, now) => now < closesAt,
}

/** Answers are written as a draft, submitted in time, and can be taken back until the deadline. */
export const roundAnswerLifecycle = defineLifecycle<RoundAnswerLife>()({
  name: 'round_answer',
  title: { id: 'Jawaban lokus', en: 'Answers of a locus' },
  initial: 'draft',
  states: {
    draft: { id: 'Draf', en: 'draft', seenBy: 'owner' },
    submitted: { id: 'Terkirim', en: 'submitted', seenBy: 'involved' },
  },
  steps: {
    submit: {
      from: ['draft'],
      to: 'submitted',
      label: { id: 'Kirim jawaban', en: 'Submit the answers' },
      done: { id: 'dikirim', en: 'submitted' },
      by: answersLocus,
      needs: [
        isAsked,
        isInTime,
        {
          says: {
            id: 'Lengkapi dulu pertanyaan wajib yang belum terjawab.',
            en: 'Answer the required questions that are still open first.',
          },
          holds: ({ missing }) => missing === 0,
        },
      ],
    },
    take_back: {
      from: ['submitted'],
      to: 'draft',
      label: { id: 'Tarik untuk diperbaiki', en: 'Take back to mend' },
      done: { id: 'ditarik', en: 'taken back' },
      by: answersLocus,
      needs: [isAsked, isInTime],
    },
  },
})

export type RoundAnswerState = RoundAnswerLife['state']
export type RoundAnswerStep = keyof typeof roundAnswerLifecycle.steps
