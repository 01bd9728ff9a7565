import { defineLifecycle } from '../lifecycle.ts'
import type { Need } from '../lifecycle.ts'
import { assessesLocus, standsBack } from './round-parties.ts'
import type { AssessmentParties } from './round-parties.ts'
import type { RoundState } from './round.lifecycle.ts'

/** What one assessor makes of one locus, as its life cycle sees it. */
export type AssessmentLife = AssessmentParties & {
  state: 'open' | 'sent' | 'recused'
  round: RoundState
  /** Criteria without a score or without its reason. */
  incomplete: number
}

const isTime: Need<AssessmentLife> = {
  says: { id: 'Penilaian tidak sedang dibuka.', en: 'The round is not being assessed now.' },
  holds: ({ round }) => round === 'assessing',
}

/** An assessor scores every criterion with a reason and sends; what was sent stays. Or stands back and says why. */
export const assessmentLifecycle = defineLifecycle<AssessmentLife>()({
  name: 'round_assessment',
  title: { id: 'Penilaian lokus', en: 'Assessment of a locus' },
  initial: 'open',
  states: {
    open: { id: 'Ditugaskan', en: 'assigned', seenBy: 'owner' },
    sent: { id: 'Terkirim', en: 'sent', seenBy: 'owner' },
    recused: { id: 'Mengundurkan diri', en: 'stood back', seenBy: 'owner' },
  },
  steps: {
    send: {
      from: ['open'],
      to: 'sent',
      label: { id: 'Kirim dan kunci nilai', en: 'Send and lock the scores' },
      done: { id: 'dikirim', en: 'sent' },
      by: assessesLocus,
      needs: [
        isTime,
        {
          says: {
            id: 'Beri nilai dan alasan untuk setiap kriteria dulu.',
            en: 'Score every criterion, with a reason, first.',
          },
          holds: ({ incomplete }) => incomplete === 0,
        },
      ],
    },
    recuse: {
      from: ['open'],
      to: 'recused',
      label: { id: 'Mengundurkan diri', en: 'Stand back' },
      done: { id: 'mengundurkan diri', en: 'stood back' },
      by: standsBack,
      reason: 'required',
    },
  },
})

export type AssessmentState = AssessmentLife['state']
export type AssessmentStep = keyof typeof assessmentLifecycle.steps
