import { unitTextLifecycle } from '../innovations/unit-text.lifecycle.ts'
import { wholeBlueprint } from '../blueprints/blueprint-edit.lifecycle.ts'
import type { BlueprintEdit } from '../blueprints/blueprint-edit.lifecycle.ts'

/** The working text of a replica's blueprint, with what is still to be said about its changes. */
export type ReplicaEdit = BlueprintEdit & {
  /** Changes of which not all eight facts are told. */
  changesUntold: number
  /** Declared and measured form differ, and nobody has said why. */
  lacksReason: boolean
}

const told = {
  says: {
    id: 'Lengkapi delapan fakta untuk setiap perubahan, dan alasan bila bentuk yang dinyatakan berbeda dari yang terukur. Lihat "Perubahan dari asal".',
    en: 'Tell the eight facts of every change, and the reason where the declared form differs from the measured one. See "Changes from the origin".',
  },
  holds: ({ changesUntold, lacksReason }: ReplicaEdit) => changesUntold === 0 && !lacksReason,
}

/** A replica's blueprint goes the way of every blueprint: its unit writes, its institution's administrator publishes. */
export const replicaEditLifecycle = unitTextLifecycle<ReplicaEdit>({
  name: 'blueprint_edit',
  title: { id: 'Naskah rancang bangun replika', en: "Text of a replica's blueprint" },
  complete: {
    says: {
      id: `${wholeBlueprint.says.id} ${told.says.id}`,
      en: `${wholeBlueprint.says.en} ${told.says.en}`,
    },
    holds: (edit) => wholeBlueprint.holds(edit) && told.holds(edit),
  },
})
