import { wholeBlueprint } from '../blueprints/blueprint-edit.lifecycle.ts'
import type { BlueprintContent } from '../blueprints/blueprint.ts'
import { defineLifecycle } from '../lifecycle.ts'
import { about, anyOf, itsLocalAdmin } from '../people/access.ts'
import type { Owned } from '../people/access.ts'
import { mayReplicate, mentorsOf } from './replication-parties.ts'

/** A blueprint that those who replicate draft for an origin that has none. */
export type OriginDraft = Owned & {
  state: 'draft' | 'submitted' | 'returned' | 'published' | 'discarded'
  content: BlueprintContent
  /** The side it is drafted for; the owner's own columns are those of the side that drafts. */
  origin: Owned
  /** The origin has published a blueprint of its own in the meantime. */
  isOvertaken: boolean
}

/** Who may draft for the origin: the people who replicate, and their mentors. */
export const mayDraft = anyOf(mayReplicate, mentorsOf)

const originsAdmin = about<OriginDraft, Owned>(
  { id: 'admin lokal instansi asal', en: "the origin's administrator" },
  itsLocalAdmin,
  ({ origin }) => origin,
)

const notOvertaken = {
  says: {
    id: 'Instansi asal sudah menerbitkan rancang bangunnya sendiri. Kembalikan naskah ini dengan alasan itu.',
    en: 'The origin has published a blueprint of its own. Return this text with that reason.',
  },
  holds: ({ isOvertaken }: OriginDraft) => !isOvertaken,
}

/** Those who replicate draft, the origin endorses: it becomes the first version of the origin's own blueprint. */
export const originDraftLifecycle = defineLifecycle<OriginDraft>()({
  name: 'origin_draft',
  title: { id: 'Rancang bangun yang disusun untuk asal', en: 'Blueprint drafted for an origin' },
  initial: 'draft',
  states: {
    draft: { id: 'Draf', en: 'draft', seenBy: 'owner' },
    submitted: { id: 'Menunggu instansi asal', en: 'with the origin', seenBy: 'involved' },
    returned: { id: 'Dikembalikan', en: 'returned', seenBy: 'involved' },
    published: { id: 'Disahkan', en: 'endorsed', seenBy: 'involved' },
    discarded: { id: 'Tidak dilanjutkan', en: 'given up', seenBy: 'owner' },
  },
  steps: {
    submit: {
      from: ['draft', 'returned'],
      to: 'submitted',
      label: { id: 'Ajukan ke instansi asal', en: 'Submit to the origin' },
      done: { id: 'diajukan', en: 'submitted' },
      by: mayDraft,
      needs: [wholeBlueprint, notOvertaken],
    },
    recall: {
      from: ['submitted'],
      to: 'draft',
      label: { id: 'Tarik kembali', en: 'Take back' },
      done: { id: 'ditarik kembali', en: 'taken back' },
      by: mayDraft,
    },
    return: {
      from: ['submitted'],
      to: 'returned',
      label: { id: 'Kembalikan dengan alasan', en: 'Return with a reason' },
      done: { id: 'dikembalikan', en: 'returned' },
      by: originsAdmin,
      reason: 'required',
    },
    publish: {
      from: ['submitted'],
      to: 'published',
      label: { id: 'Sahkan sebagai versi 1', en: 'Endorse as version 1' },
      done: { id: 'disahkan', en: 'endorsed' },
      by: originsAdmin,
      needs: [wholeBlueprint, notOvertaken],
    },
    discard: {
      from: ['draft', 'returned'],
      to: 'discarded',
      label: { id: 'Hentikan naskah ini', en: 'Give this text up' },
      done: { id: 'tidak dilanjutkan', en: 'given up' },
      by: mayDraft,
    },
  },
})
