import { defineLifecycle } from '../lifecycle.ts'
import type { Need, StateEntry, Step } from '../lifecycle.ts'
import { anyOf, itsAuthors, itsLocalAdmin } from '../people/access.ts'
import type { Owned } from '../people/access.ts'
import type { Says } from '../text/says.ts'

/** Something a unit writes and its institution publishes: a record, a blueprint. */
export type UnitText = Owned & { state: UnitTextState }
type UnitTextState = 'draft' | 'submitted' | 'returned' | 'published' | 'discarded'

const states: Record<UnitTextState, StateEntry> = {
  draft: { id: 'Draf', en: 'draft', seenBy: 'owner' },
  submitted: { id: 'Menunggu admin lokal', en: 'with the local administrator', seenBy: 'owner' },
  returned: { id: 'Dikembalikan', en: 'returned', seenBy: 'owner' },
  published: { id: 'Terbit', en: 'published', seenBy: 'owner' },
  discarded: { id: 'Tidak dilanjutkan', en: 'given up', seenBy: 'owner' },
}

const submit: Step<Owned, UnitTextState> = {
  from: ['draft', 'returned'],
  to: 'submitted',
  label: { id: 'Ajukan ke admin lokal', en: 'Submit to the local administrator' },
  done: { id: 'diajukan', en: 'submitted' },
  by: itsAuthors,
}
const recall: Step<Owned, UnitTextState> = {
  from: ['submitted'],
  to: 'draft',
  label: { id: 'Tarik kembali', en: 'Take back' },
  done: { id: 'ditarik kembali', en: 'taken back' },
  by: itsAuthors,
}
const sendBack: Step<Owned, UnitTextState> = {
  from: ['submitted'],
  to: 'returned',
  label: { id: 'Kembalikan dengan alasan', en: 'Return with a reason' },
  done: { id: 'dikembalikan', en: 'returned' },
  by: itsLocalAdmin,
  reason: 'required',
}
const publish: Step<Owned, UnitTextState> = {
  from: ['draft', 'submitted', 'returned'],
  to: 'published',
  label: { id: 'Terbitkan', en: 'Publish' },
  done: { id: 'diterbitkan', en: 'published' },
  by: itsLocalAdmin,
}
const discard: Step<Owned, UnitTextState> = {
  from: ['draft', 'returned'],
  to: 'discarded',
  label: { id: 'Hentikan naskah ini', en: 'Give this text up' },
  done: { id: 'tidak dilanjutkan', en: 'given up' },
  by: anyOf(itsAuthors, itsLocalAdmin),
}

/**
 * From a unit's draft to what is published: the unit writes, the institution's administrator checks. The administrator
 * may also publish what they wrote themselves: small institutions have one, and every line of the trail says who. Judging
 * is separated elsewhere. `complete`: what must be there before it is handed in or published.
 */
export function unitTextLifecycle<Subject extends UnitText>({
  name,
  title,
  complete,
}: {
  name: string
  title: Says
  complete: Need<Subject>
}) {
  return defineLifecycle<Subject>()({
    name,
    title,
    initial: 'draft',
    states,
    steps: {
      submit: { ...submit, needs: [complete] },
      recall,
      return: sendBack,
      publish: { ...publish, needs: [complete] },
      discard,
    },
  })
}
