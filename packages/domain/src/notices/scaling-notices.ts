import { findingLifecycle } from '../scaling/finding.lifecycle.ts'
import type { FindingStep } from '../scaling/finding.lifecycle.ts'
import { declareNotices } from './notice.ts'

/** What is kept of notices about scaling-up programmes. */
export type ScalingDetails = {
  finding_moved: { id: string; slug: string; programme: string; unit: string; step: FindingStep }
}

/** What units of a programme and its ministry are told. */
export const scalingNotices = declareNotices<ScalingDetails>({
  finding_moved: {
    group: 'replications',
    title: { id: 'Kabar temuan program', en: 'News of a finding of a programme' },
    receives: {
      id: 'penulis dan admin lokal unitnya; atas tindak lanjut, kementerian pengampu',
      en: 'authors and administrators of the unit; of what it did, the ministry in charge',
    },
    subject: ({ programme, step }) => ({
      id: `${programme}: temuan ${findingLifecycle.steps[step].done.id}`,
      en: `${programme}: a finding was ${findingLifecycle.steps[step].done.en}`,
    }),
    sentence: ({ programme, unit, step }) => ({
      id: `Temuan pada ${unit} dalam program ${programme} ${findingLifecycle.steps[step].done.id}. Buka untuk melihat isinya dan batas waktunya.`,
      en: `The finding at ${unit} in the programme ${programme} was ${findingLifecycle.steps[step].done.en}. Open it to see what it says and by when.`,
    }),
    link: ({ id, slug }) => `/program/${slug}/temuan/${id}`,
    mail: 'now',
    maySwitchOff: true,
    isUrgent: false,
  },
})
