import { defineLifecycle } from '../lifecycle.ts'
import type { Need } from '../lifecycle.ts'
import type { Says } from '../text/says.ts'
import { runsRounds } from './round-parties.ts'

/** A round as its life cycle sees it. */
export type RoundLife = {
  state: 'draft' | 'answering' | 'assessing' | 'presenting' | 'decided' | 'published' | 'cancelled'
  /** Required questions that loci are asked: of the group that is asked fewest. */
  questions: number
  groups: number
  /** Groups without a locus. */
  emptyGroups: number
  answersUntil: Date
  /** The latest moment until which somebody may still submit, extensions included. */
  lastUntil: Date
  /** Loci that did not submit. */
  waiting: number
  /** Loci that submitted and have fewer sent assessments than the round asks for. */
  underRead: number
  /** Presentations that were planned and that no assessor has scored yet. */
  unscored: number
  /** Loci that the order proposes for an award, or that share the last place, and nobody decided about. */
  undecided: number
}

const need = (says: Says, holds: Need<RoundLife>['holds']): Need<RoundLife> => ({ says, holds })

const isRead = need(
  {
    id: 'Masih ada lokus yang penilainya kurang atau belum mengirim nilai.',
    en: 'Some loci have too few assessors, or these have not sent their scores.',
  },
  ({ underRead }) => underRead === 0,
)

/** From the list of loci to what is published: asked, answered, assessed, heard, decided. */
export const roundLifecycle = defineLifecycle<RoundLife>()({
  name: 'round',
  title: { id: 'Putaran pemantauan', en: 'Monitoring round' },
  initial: 'draft',
  states: {
    draft: { id: 'Disiapkan', en: 'being prepared', seenBy: 'owner' },
    answering: { id: 'Sedang diisi', en: 'open for answers', seenBy: 'involved' },
    assessing: { id: 'Penilaian', en: 'being assessed', seenBy: 'involved' },
    presenting: { id: 'Presentasi', en: 'presentations', seenBy: 'involved' },
    decided: { id: 'Ditetapkan', en: 'decided', seenBy: 'involved' },
    published: { id: 'Diumumkan', en: 'published', seenBy: 'public' },
    cancelled: { id: 'Dibatalkan', en: 'cancelled', seenBy: 'involved' },
  },
  steps: {
    open: {
      from: ['draft'],
      to: 'answering',
      label: { id: 'Buka pengisian', en: 'Open for answers' },
      done: { id: 'dibuka', en: 'opened' },
      by: runsRounds,
      needs: [
        need(
          {
            id: 'Tambahkan kelompok, dan lokus di tiap kelompok.',
            en: 'Add a group, and loci to every group.',
          },
          ({ groups, emptyGroups }) => groups > 0 && emptyGroups === 0,
        ),
        need(
          {
            id: 'Tulis sedikitnya satu pertanyaan wajib untuk lokus tiap kelompok.',
            en: 'Write at least one required question for the loci of every group.',
          },
          ({ questions }) => questions > 0,
        ),
        need(
          {
            id: 'Batas waktu pengisian sudah lewat. Ubah dulu.',
            en: 'The deadline has passed. Change it first.',
          },
          ({ answersUntil }, now) => now < answersUntil,
        ),
      ],
    },
    assess: {
      from: ['answering'],
      to: 'assessing',
      label: { id: 'Mulai penilaian', en: 'Begin assessing' },
      done: { id: 'mulai dinilai', en: 'begun to be assessed' },
      by: runsRounds,
      needs: [
        need(
          {
            id: 'Masih ada yang boleh menjawab: tunggu batas waktunya, termasuk yang diperpanjang.',
            en: 'Some may still answer: wait for the deadline, also where it was extended.',
          },
          ({ lastUntil, waiting }, now) => waiting === 0 || now >= lastUntil,
        ),
      ],
    },
    present: {
      from: ['assessing'],
      to: 'presenting',
      label: { id: 'Mulai presentasi', en: 'Begin presentations' },
      done: { id: 'masuk presentasi', en: 'moved on to presentations' },
      by: runsRounds,
      needs: [isRead],
    },
    decide: {
      from: ['assessing', 'presenting'],
      to: 'decided',
      label: { id: 'Tetapkan hasil', en: 'Decide the result' },
      done: { id: 'ditetapkan', en: 'decided' },
      by: runsRounds,
      needs: [
        isRead,
        need(
          { id: 'Masih ada presentasi yang belum dinilai.', en: 'Some presentations have no score yet.' },
          ({ unscored }) => unscored === 0,
        ),
        need(
          {
            id: 'Masih ada usulan penghargaan yang belum diputuskan.',
            en: 'Some proposed awards are not decided yet.',
          },
          ({ undecided }) => undecided === 0,
        ),
      ],
    },
    reconsider: {
      from: ['decided'],
      to: 'presenting',
      label: { id: 'Tinjau lagi dengan alasan', en: 'Reconsider with a reason' },
      done: { id: 'ditinjau lagi', en: 'taken up again' },
      by: runsRounds,
      reason: 'required',
    },
    publish: {
      from: ['decided'],
      to: 'published',
      label: { id: 'Umumkan', en: 'Publish' },
      done: { id: 'diumumkan', en: 'published' },
      by: runsRounds,
    },
    cancel: {
      from: ['draft', 'answering', 'assessing', 'presenting'],
      to: 'cancelled',
      label: { id: 'Batalkan dengan alasan', en: 'Cancel with a reason' },
      done: { id: 'dibatalkan', en: 'cancelled' },
      by: runsRounds,
      reason: 'required',
    },
  },
})

export type RoundState = RoundLife['state']
export type RoundStep = keyof typeof roundLifecycle.steps
