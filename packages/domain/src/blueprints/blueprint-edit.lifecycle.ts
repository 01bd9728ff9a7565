import { unitTextLifecycle } from '../innovations/unit-text.lifecycle.ts'
import type { UnitText } from '../innovations/unit-text.lifecycle.ts'
import { isWhole } from './blueprint-checklist.ts'
import type { BlueprintContent } from './blueprint.ts'

/** A working text of a blueprint, until it is published as a version or given up. */
export type BlueprintEdit = UnitText & { content: BlueprintContent }

/** What has to be there of any blueprint before it is handed in or published. */
export const wholeBlueprint = {
  says: {
    id: 'Masih ada yang wajib diisi. Lihat daftar periksa di samping rancang bangun.',
    en: 'Something needed is still missing. See the checklist beside the blueprint.',
  },
  holds: ({ content }: Pick<BlueprintEdit, 'content'>) => isWhole(content),
}

/** The same way as the record's own: the unit writes, the institution's administrator publishes a version. */
export const blueprintEditLifecycle = unitTextLifecycle<BlueprintEdit>({
  name: 'blueprint_edit',
  title: { id: 'Naskah rancang bangun', en: 'Text of a blueprint' },
  complete: wholeBlueprint,
})
export type BlueprintStep = keyof typeof blueprintEditLifecycle.steps
