import { defineLifecycle } from '../lifecycle.ts'
import type { Need } from '../lifecycle.ts'
import { anyOf, itsAuthors, itsLocalAdmin } from '../people/access.ts'
import type { Owned } from '../people/access.ts'
import type { Says } from '../text/says.ts'

/** Something a unit writes and its institution publishes: a record, a blueprint. */
export type UnitText = Owned & { state: 'draft' | 'submitted' | 'returned' | 'published' | 'discarded' }

/**
 * From a unit's draft to the public record: the unit writes, the institution's administrator checks. The
 * administrator may also publish what they wrote themselves: small institutions have one, and every line of the trail
 * says who. Judging is separated elsewhere.
 */
export function unitTextLifecycle<Subject extends UnitText>({
  name,
  title,
  complete,
}: {
  name: string
  title: Says
  /** What must be there before it is handed in or published. */
  complete: Need<Subject>
}) {
  return defineLifecycle<Subject>()({
    name,
    title,
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
}
