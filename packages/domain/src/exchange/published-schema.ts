import { z } from 'zod'
import { blueprintRecord } from './blueprint-record.ts'
import { claimRecord } from './claim-record.ts'
import { innovationRecord } from './innovation-record.ts'
import { schemaVersion } from './record-parts.ts'

/** The published formats: the file each is served as, and what it describes. */
export const publishedSchemas = {
  innovation: {
    file: 'inovasi.schema.json',
    title: 'Semai: an innovation or national programme',
    shape: innovationRecord,
  },
  claim: {
    file: 'klaim.schema.json',
    title: 'Semai: a claim that something runs or happened',
    shape: claimRecord,
  },
  blueprint: {
    file: 'rancang-bangun.schema.json',
    title: 'Semai: a version of the blueprint of an innovation',
    shape: blueprintRecord,
  },
} as const
export type PublishedSchema = keyof typeof publishedSchemas

/**
 * A published format as JSON Schema 2020-12. Its identifier does not depend on where it is served, so copies agree.
 */
export function publishedSchema(name: PublishedSchema): Record<string, unknown> {
  const { title, shape } = publishedSchemas[name]
  const { $schema, ...rest } = z.toJSONSchema(shape, { target: 'draft-2020-12' })
  return { $schema, $id: `urn:semai:schema:${name}:${schemaVersion}`, title, ...rest }
}

/** The text of the published file: indented, ending in a line feed, the same on every machine. */
export function publishedSchemaText(name: PublishedSchema): string {
  return `${JSON.stringify(publishedSchema(name), null, 2)}\n`
}
