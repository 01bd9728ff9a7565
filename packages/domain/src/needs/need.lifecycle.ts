import { defineLifecycle } from '../lifecycle.ts'
import type { Need as Wanted } from '../lifecycle.ts'
import type { Owned } from '../people/access.ts'
import { needDeciders, needWriters } from './need-access.ts'
import type { NeedContent } from './need.form.ts'
import { priorityOf } from './need-priority.ts'

/** The gap of an organisation, as its life cycle sees it. */
export type RegionalNeed = Owned & {
  state: 'draft' | 'stated' | 'decided' | 'unmet' | 'closed' | 'withdrawn'
  content: NeedContent
  /** A minute says what was chosen. */
  hasDecision: boolean
}

const told: Wanted<RegionalNeed> = {
  says: {
    id: 'Isi dulu masalahnya, buktinya, dan keempat bagian prioritas.',
    en: 'First fill in the problem, the evidence and the four parts of the priority.',
  },
  holds: ({ content }) =>
    content.statement !== null && content.evidence !== null && priorityOf(content).total !== null,
}

const minuted: Wanted<RegionalNeed> = {
  says: {
    id: 'Catat dulu keputusannya di halaman padanan.',
    en: 'First record the decision on the page of matches.',
  },
  holds: ({ hasDecision }) => hasDecision,
}

/** Why a need is closed. */
export const needEndings = ['met', 'own_way', 'merged', 'gone', 'other'] as const
export type NeedEnding = (typeof needEndings)[number]

/** From a gap that is written down to one that is met, or that everyone sees is not. */
export const needLifecycle = defineLifecycle<RegionalNeed>()({
  name: 'need',
  title: { id: 'Kebutuhan daerah', en: 'Need of a region' },
  initial: 'draft',
  states: {
    draft: { id: 'Disusun', en: 'being written', seenBy: 'owner' },
    stated: { id: 'Dinyatakan', en: 'stated', seenBy: 'public' },
    decided: { id: 'Inovasi dipilih', en: 'an innovation was chosen', seenBy: 'public' },
    unmet: { id: 'Belum ada jawabannya', en: 'nothing answers it yet', seenBy: 'public' },
    closed: { id: 'Ditutup', en: 'closed', seenBy: 'public' },
    withdrawn: { id: 'Ditarik', en: 'withdrawn', seenBy: 'owner' },
  },
  steps: {
    state: {
      from: ['draft'],
      to: 'stated',
      label: { id: 'Nyatakan', en: 'State it' },
      done: { id: 'dinyatakan', en: 'stated' },
      by: needWriters,
      needs: [told],
    },
    revise: {
      from: ['stated', 'unmet'],
      to: 'draft',
      label: { id: 'Perbaiki lagi', en: 'Work on it again' },
      done: { id: 'dibuka untuk diperbaiki', en: 'opened to be worked on' },
      by: needWriters,
      reason: 'required',
    },
    decide: {
      from: ['stated', 'unmet'],
      to: 'decided',
      label: { id: 'Tetapkan pilihan', en: 'Settle the choice' },
      done: { id: 'pilihan ditetapkan', en: 'choice settled' },
      by: needDeciders,
      needs: [minuted],
    },
    demand: {
      from: ['stated'],
      to: 'unmet',
      label: { id: 'Nyatakan belum ada jawabannya', en: 'Say that nothing answers it' },
      done: { id: 'dinyatakan belum ada jawabannya', en: 'said to have no answer yet' },
      by: needDeciders,
      reason: 'required',
    },
    reopen: {
      from: ['decided', 'closed'],
      to: 'stated',
      label: { id: 'Buka kembali', en: 'Open again' },
      done: { id: 'dibuka kembali', en: 'opened again' },
      by: needDeciders,
      reason: 'required',
    },
    close: {
      from: ['stated', 'decided', 'unmet'],
      to: 'closed',
      label: { id: 'Tutup', en: 'Close' },
      done: { id: 'ditutup', en: 'closed' },
      by: needDeciders,
      reason: { oneOf: needEndings },
    },
    withdraw: {
      from: ['draft', 'stated', 'unmet'],
      to: 'withdrawn',
      label: { id: 'Tarik', en: 'Withdraw' },
      done: { id: 'ditarik', en: 'withdrawn' },
      by: needWriters,
      reason: 'required',
    },
  },
})
export type NeedState = RegionalNeed['state']
export type NeedStep = keyof typeof needLifecycle.steps

/** States in which its words can be changed. */
export const writableNeedStates: readonly NeedState[] = ['draft']
/** States in which a choice is weighed and recorded. */
export const weighedNeedStates: readonly NeedState[] = ['stated', 'unmet']
