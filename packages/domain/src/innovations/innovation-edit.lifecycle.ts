import { defineLifecycle } from '../lifecycle.ts'
import type { Need } from '../lifecycle.ts'
import { anyOf, itsAuthors, itsLocalAdmin } from '../people/access.ts'
import type { Owned } from '../people/access.ts'
import { dayIn } from '../time/clock.ts'
import { isComplete } from './innovation-checklist.ts'
import type { InnovationContent } from './innovation-content.form.ts'

/** A working text of an innovation, new or changed, until it is published or given up. */
export type InnovationEdit = Owned & {
  state: 'draft' | 'submitted' | 'returned' | 'published' | 'discarded'
  content: InnovationContent
}

const complete: Need<InnovationEdit> = {
  says: {
    id: 'Masih ada yang wajib diisi. Lihat daftar periksa di samping naskah.',
    en: 'Something needed is still missing. See the checklist beside the text.',
  },
  holds: ({ content }, now) => isComplete(content, dayIn(now)),
}

/**
 * From a unit's draft to the public record: the unit writes, the institution's administrator checks. The
 * administrator may also publish what they wrote themselves: small institutions have one, and every line of the trail
 * says who. Judging is separated elsewhere.
 */
export const innovationEditLifecycle = defineLifecycle<InnovationEdit>()({
  name: 'innovation_edit',
  title: { id: 'Naskah inovasi', en: 'Text of an innovation' },
  initial: 'draft',
  states: {
    draft: { id: 'Draf', en: 'draft', seenBy: 'owner' },
    submitted: { id: 'Menunggu admin lokal', en: 'with the local administrator', seenBy: 'owner' },
    returned: { id: 'Dikembalikan', en: 'returned', seenBy: 'owner' },
    published: { id: 'Terbit', en: 'published', seenBy: 'owner' },
    discarded: { id: 'Tidak dilanjutkan', en: 'given up', seenBy: 'owner' },
  },
  steps: {
    submit: {
      from: ['draft', 'returned'],
      to: 'submitted',
      label: { id: 'Ajukan ke admin lokal', en: 'Submit to the local administrator' },
      done: { id: 'diajukan', en: 'submitted' },
      by: itsAuthors,
      needs: [complete],
    },
    recall: {
      from: ['submitted'],
      to: 'draft',
      label: { id: 'Tarik kembali', en: 'Take back' },
      done: { id: 'ditarik kembali', en: 'taken back' },
      by: itsAuthors,
    },
    return: {
      from: ['submitted'],
      to: 'returned',
      label: { id: 'Kembalikan dengan alasan', en: 'Return with a reason' },
      done: { id: 'dikembalikan', en: 'returned' },
      by: itsLocalAdmin,
      reason: 'required',
    },
    publish: {
      from: ['draft', 'submitted', 'returned'],
      to: 'published',
      label: { id: 'Terbitkan', en: 'Publish' },
      done: { id: 'diterbitkan', en: 'published' },
      by: itsLocalAdmin,
      needs: [complete],
    },
    discard: {
      from: ['draft', 'returned'],
      to: 'discarded',
      label: { id: 'Hentikan naskah ini', en: 'Give this text up' },
      done: { id: 'tidak dilanjutkan', en: 'given up' },
      by: anyOf(itsAuthors, itsLocalAdmin),
    },
  },
})
export type EditStep = keyof typeof innovationEditLifecycle.steps
export type EditState = InnovationEdit['state']

/** States in which a text is still worked on; one at a time for each innovation. */
export const openEditStates: readonly EditState[] = ['draft', 'submitted', 'returned']
/** States in which it can be typed into. */
export const writableEditStates: readonly EditState[] = ['draft', 'returned']

/** Who may type into it. */
export const mayWrite = anyOf(itsAuthors, itsLocalAdmin)
