import { z } from 'zod'
import {
  componentDetails,
  componentKinds,
  detailsOf,
  keyPattern,
  mostComponents,
  standings,
  valueOf,
} from '../blueprints/blueprint.ts'
import type { BlueprintContent, Component, ComponentKind, Detail } from '../blueprints/blueprint.ts'
import { keysDiffer } from '../blueprints/blueprint.form.ts'
import { readDetail, typedDetail } from '../blueprints/typed-detail.ts'
import { address, day, innovationCode, recordedAt, text, version } from './record-parts.ts'

function recordDetail(detail: Detail): z.ZodType {
  if ('added' in detail) return whereWritten(detail).optional()
  return whereWritten(detail)
}

function whereWritten(detail: Detail) {
  if (detail.is === 'choice') return z.enum(detail.of).nullable()
  if (detail.is === 'number') return z.number().min(0).max(999_999_999).nullable()
  if (detail.is === 'rupiah')
    return z.int().min(0).max(999_999_999_999_999).describe('Whole rupiah.').nullable()
  if (detail.is === 'address') return address.max(500).nullable()
  return detail.is === 'text' ? text.max(detail.max).nullable() : day.nullable()
}

function componentRecord(kind: ComponentKind) {
  const details = Object.entries(componentDetails[kind]).map(([name, detail]) => [name, recordDetail(detail)])
  return z.strictObject({
    key: z
      .string()
      .regex(keyPattern)
      .describe('Names the component within the blueprint and in copies of it; no other component has it.'),
    kind: z.literal(kind),
    standing: z.enum(standings).describe('core: without it, it is another innovation; supporting; local.'),
    title: text.max(200),
    description: text.max(4_000).nullable(),
    ...(Object.fromEntries(details) as Record<string, z.ZodType>),
  })
}

const [first, ...others] = componentKinds.map(componentRecord)

/** A version of a blueprint as an open record: what is exported, what the validator reads and an import takes. */
export const blueprintRecord = z.strictObject({
  schema_version: version,
  innovation: z.strictObject({ code: innovationCode, name: text }).nullable(),
  version: z.int().min(1).nullable().describe('Number of the published version; null for a draft.'),
  published_at: recordedAt.nullable(),
  note: text.max(1_000).nullable().describe('What this version brings.'),
  components: z
    .array(z.discriminatedUnion('kind', [first!, ...others]))
    .max(mostComponents)
    .superRefine((components, context) =>
      keysDiffer(components, (index, says) =>
        context.addIssue({ code: 'custom', path: [index, 'key'], params: { says }, message: says.en }),
      ),
    )
    .describe('In the order in which they are read; keys differ.'),
})
export type BlueprintRecord = z.infer<typeof blueprintRecord>

/** Whose blueprint it is and which version; nulls for a draft. */
export type BlueprintHead = Pick<BlueprintRecord, 'innovation' | 'version' | 'published_at'>

/** A blueprint as a record. A component without a name goes by its key; a detail that can not be read is left out. */
export function toBlueprintRecord(
  { note, components }: BlueprintContent,
  head: BlueprintHead,
): BlueprintRecord {
  return {
    schema_version: '1.0',
    ...head,
    note,
    components: components.map((component) => {
      const { key, kind, standing, title, description } = component
      const details = detailsOf(kind).map(([name, detail]) => [
        name,
        readDetail(detail, valueOf(component, name)),
      ])
      return { key, kind, standing, title: title ?? key, description, ...Object.fromEntries(details) }
    }),
  }
}

/** A record as it would be typed. */
export function fromBlueprintRecord({ note, components }: BlueprintRecord): BlueprintContent {
  return {
    note,
    components: components.map((record): Component => {
      const { key, kind, standing, title, description } = record
      const values = record as Record<string, string | number | null>
      const details = detailsOf(kind).map(([name, detail]) => [
        name,
        typedDetail(detail, values[name] ?? null),
      ])
      return { key, kind, standing, title, description, ...Object.fromEntries(details) } as Component
    }),
  }
}
