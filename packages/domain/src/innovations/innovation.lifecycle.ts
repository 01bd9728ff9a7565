import { stopReasons } from '../claims/claim.ts'
import { defineLifecycle } from '../lifecycle.ts'
import { anyOf, itsAuthors, itsLocalAdmin } from '../people/access.ts'
import type { Owned } from '../people/access.ts'
import type { Stage } from './innovation.ts'

/** The life of an innovation, as its own agency tells it. `unknown`: the record does not say. */
export type InnovationLife = Owned & { state: Stage | 'unknown' }

const itsPeople = anyOf(itsAuthors, itsLocalAdmin)
const running = ['trial', 'implemented', 'developed', 'institutionalised'] as const

/**
 * Gagasan, uji coba, diterapkan, dikembangkan, dilembagakan; vakum, dihentikan, digabung. Stopping is a result: it
 * takes a reason, and the record stays. Source: PermenPANRB 91/2021 for the phases; the side states are this project's.
 */
export const innovationLifecycle = defineLifecycle<InnovationLife>()({
  name: 'innovation',
  title: { id: 'Tahap inovasi', en: 'Life of an innovation' },
  initial: 'unknown',
  states: {
    unknown: { id: 'Belum diketahui', en: 'not known', seenBy: 'public' },
    idea: { id: 'Gagasan', en: 'idea', seenBy: 'public' },
    trial: { id: 'Uji coba', en: 'trial', seenBy: 'public' },
    implemented: { id: 'Diterapkan', en: 'implemented', seenBy: 'public' },
    developed: { id: 'Dikembangkan', en: 'developed', seenBy: 'public' },
    institutionalised: { id: 'Dilembagakan', en: 'institutionalised', seenBy: 'public' },
    dormant: { id: 'Vakum', en: 'dormant', seenBy: 'public' },
    stopped: { id: 'Dihentikan', en: 'stopped', seenBy: 'public' },
    merged: { id: 'Digabung', en: 'merged', seenBy: 'public' },
  },
  steps: {
    try_out: {
      from: ['unknown', 'idea'],
      to: 'trial',
      label: { id: 'Mulai uji coba', en: 'Start the trial' },
      done: { id: 'masuk uji coba', en: 'went into trial' },
      by: itsPeople,
    },
    implement: {
      from: ['unknown', 'idea', 'trial'],
      to: 'implemented',
      label: { id: 'Sudah diterapkan', en: 'It is implemented' },
      done: { id: 'diterapkan', en: 'implemented' },
      by: itsPeople,
    },
    develop: {
      from: ['implemented'],
      to: 'developed',
      label: { id: 'Sudah dikembangkan', en: 'It is being developed' },
      done: { id: 'dikembangkan', en: 'developed' },
      by: itsPeople,
    },
    institutionalise: {
      from: ['implemented', 'developed'],
      to: 'institutionalised',
      label: { id: 'Sudah dilembagakan', en: 'It is institutionalised' },
      done: { id: 'dilembagakan', en: 'institutionalised' },
      by: itsPeople,
    },
    pause: {
      from: ['unknown', ...running],
      to: 'dormant',
      label: { id: 'Sedang vakum', en: 'It is dormant' },
      done: { id: 'vakum', en: 'went dormant' },
      by: itsPeople,
      reason: { oneOf: stopReasons },
    },
    stop: {
      from: ['unknown', ...running, 'dormant'],
      to: 'stopped',
      label: { id: 'Sudah dihentikan', en: 'It was stopped' },
      done: { id: 'dihentikan', en: 'stopped' },
      by: itsPeople,
      reason: { oneOf: stopReasons },
    },
    resume: {
      from: ['dormant', 'stopped'],
      to: 'implemented',
      label: { id: 'Berjalan lagi', en: 'It runs again' },
      done: { id: 'berjalan lagi', en: 'resumed' },
      by: itsPeople,
    },
  },
})
export type LifeStep = keyof typeof innovationLifecycle.steps
