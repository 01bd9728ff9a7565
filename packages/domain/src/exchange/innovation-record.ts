import { z } from 'zod'
import { bases, innovationKinds, stages, triggers } from '../innovations/innovation.ts'
import { withholdings } from './open-narrative.ts'
import {
  address,
  confidence,
  day,
  innovationCode,
  organisationRef,
  recordedAt,
  regionRef,
  sourceRef,
  text,
  version,
} from './record-parts.ts'

const identifier = z
  .strictObject({
    scheme: z.enum(['JIPPNas', 'SINOVIK', 'IGA', 'LAN', 'other']),
    value: text,
    url: address.nullable(),
  })
  .describe('The same record in another system; a record may have several.')

const party = z.strictObject({ organisation: organisationRef, source: sourceRef.nullable() })

const parties = z
  .strictObject({
    origin: organisationRef.describe('The agency the innovation comes from (instansi asal).'),
    proposers: z.array(party).describe('Who proposed it (pengusul).'),
    sector_ministries: z.array(party).describe('Ministries in charge of the sector (pengampu).'),
    partners: z.array(party),
  })
  .describe('Parts played, kept apart.')

const narrative = z
  .strictObject({
    summary: text.nullable(),
    problem: text.nullable(),
    basis: z.enum(bases).describe('Where the text comes from.'),
    withheld: z
      .enum(withholdings)
      .nullable()
      .describe('Why the texts are absent: the agency has not described it, or the text is not confirmed.'),
  })
  .describe('Only texts with a source are open data.')

const start = z
  .strictObject({
    earliest: day,
    latest: day,
    precision: z.enum(['day', 'month', 'year', 'range']),
    basis: z.enum(['source', 'general_knowledge']),
  })
  .describe('First and last possible day of the start; disagreeing published values are in facts.')

const fact = z
  .strictObject({
    field: text,
    value: text,
    basis: z.enum(['source', 'general_knowledge']),
    confidence,
    source: sourceRef,
    stated_on: day.nullable(),
    note: text.nullable(),
  })
  .describe('A value as it was read. Several facts of one field are conflicting values, side by side.')

const award = z.strictObject({
  label: text.describe('As published.'),
  competition: z.enum(['KIPP', 'UNPSA', 'PKRI', 'IGA', 'scaling_up', 'other']),
  year: z.int().min(1945).max(2200).nullable(),
  source: sourceRef,
})

const category = z.strictObject({
  scheme: text.describe('The edition whose list it is, e.g. 2021.'),
  key: text,
  assigned_by: z.enum(['source', 'editor']),
})

const link = z.strictObject({
  kind: z.enum(['instance_of', 'predecessor_of', 'duplicate_of', 'related']),
  to: innovationCode,
})

/** An innovation or national programme as an open record: what JSON exports and the API give and the validator reads. */
export const innovationRecord = z.strictObject({
  schema_version: version,
  id: z.uuid().nullable().describe('Identifier on the platform; null for a record that has none yet.'),
  code: innovationCode,
  slug: text.nullable().describe('Last part of the address of its page.'),
  kind: z.enum(innovationKinds),
  name: text,
  expansion: text.nullable().describe('What the acronym stands for.'),
  aliases: z.array(z.strictObject({ name: text, source: sourceRef.nullable() })),
  identifiers: z.array(identifier),
  parties,
  region: regionRef.nullable().describe('Where it comes from; null for national bodies.'),
  province: regionRef.nullable(),
  narrative,
  stage: z.enum(stages).nullable(),
  trigger: z.enum(triggers).nullable(),
  is_digital: z.boolean().nullable(),
  start: start.nullable(),
  batched: z.boolean().describe('Adopters are counted in ceremonial batches, so dates are recognitions.'),
  categories: z.array(category),
  sdgs: z.array(z.int().min(1).max(17)),
  awards: z.array(award),
  facts: z.array(fact),
  links: z.array(link),
  confidence,
  replicas: z
    .int()
    .min(0)
    .describe('Distinct organisations with a claim that is neither withdrawn nor stopped.'),
  last_confirmed_on: day.nullable(),
  recorded_at: recordedAt,
  updated_at: recordedAt,
})
export type InnovationRecord = z.infer<typeof innovationRecord>
