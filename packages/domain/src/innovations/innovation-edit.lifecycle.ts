import type { Need } from '../lifecycle.ts'
import { anyOf, itsAuthors, itsLocalAdmin } from '../people/access.ts'
import { dayIn } from '../time/clock.ts'
import { isComplete } from './innovation-checklist.ts'
import type { InnovationContent } from './innovation-content.form.ts'
import { unitTextLifecycle } from './unit-text.lifecycle.ts'
import type { UnitText } from './unit-text.lifecycle.ts'

/** A working text of an innovation, new or changed, until it is published or given up. */
export type InnovationEdit = UnitText & { content: InnovationContent }

const complete: Need<InnovationEdit> = {
  says: {
    id: 'Masih ada yang wajib diisi. Lihat daftar periksa di samping naskah.',
    en: 'Something needed is still missing. See the checklist beside the text.',
  },
  holds: ({ content }, now) => isComplete(content, dayIn(now)),
}

/** A unit writes its record, the institution's administrator publishes it. */
export const innovationEditLifecycle = unitTextLifecycle<InnovationEdit>({
  name: 'innovation_edit',
  title: { id: 'Naskah inovasi', en: 'Text of an innovation' },
  complete,
})
export type EditStep = keyof typeof innovationEditLifecycle.steps
export type EditState = InnovationEdit['state']

/** States in which a text is still worked on; one at a time for each innovation. */
export const openEditStates: readonly EditState[] = ['draft', 'submitted', 'returned']
/** States in which it can be typed into. */
export const writableEditStates: readonly EditState[] = ['draft', 'returned']

/** Who may type into it. */
export const mayWrite = anyOf(itsAuthors, itsLocalAdmin)
