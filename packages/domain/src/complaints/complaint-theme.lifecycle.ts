import { defineLifecycle } from '../lifecycle.ts'
import { needWriters } from '../needs/need-access.ts'
import type { Owned } from '../people/access.ts'

/** What complaints of an organisation's citizens have in common, as its life cycle sees it. */
export type ComplaintTheme = Owned & { state: 'proposed' | 'kept' | 'discarded' }

/** A theme is proposed by counting words, and kept once a person has named it. */
export const complaintThemeLifecycle = defineLifecycle<ComplaintTheme>()({
  name: 'complaint_theme',
  title: { id: 'Tema aduan', en: 'Theme of complaints' },
  initial: 'proposed',
  states: {
    proposed: { id: 'Usulan mesin', en: 'proposed by the machine', seenBy: 'owner' },
    kept: { id: 'Disimpan', en: 'kept', seenBy: 'involved' },
    discarded: { id: 'Dibuang', en: 'discarded', seenBy: 'owner' },
  },
  steps: {
    keep: {
      from: ['proposed', 'kept'],
      to: 'kept',
      label: { id: 'Simpan tema', en: 'Keep the theme' },
      done: { id: 'disimpan', en: 'kept' },
      by: needWriters,
    },
    discard: {
      from: ['proposed', 'kept'],
      to: 'discarded',
      label: { id: 'Buang', en: 'Discard' },
      done: { id: 'dibuang', en: 'discarded' },
      by: needWriters,
    },
  },
})
export type ComplaintThemeState = ComplaintTheme['state']
export type ComplaintThemeStep = keyof typeof complaintThemeLifecycle.steps
