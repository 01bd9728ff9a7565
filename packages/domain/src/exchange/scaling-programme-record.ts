import { z } from 'zod'
import { innovationCode, organisationRef, regionCode, sourceRef, text, version } from './record-parts.ts'

const year = z.number().int()

/** A scaling-up programme as open data: what it takes to scale, its targets as published, and in how many regions that has a date. */
export const scalingProgrammeRecord = z.strictObject({
  schema_version: version,
  slug: text.describe('Address of the programme.'),
  name: text,
  ministry: organisationRef.describe('The ministry in charge.'),
  named_on: z
    .string()
    .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)
    .nullable()
    .describe('As exactly as the source says.'),
  innovations: z.array(z.strictObject({ code: innovationCode, name: text })),
  legal_bases: z.array(z.strictObject({ title: text, url: z.string().nullable() })),
  targets: z
    .array(z.strictObject({ year, regions: z.number().int(), source: text }))
    .describe('Regions in all by the end of a year, as published. Empty: no target is set.'),
  target_regions: z.array(z.strictObject({ code: regionCode, by_year: year.nullable() })),
  regions_on_record: z.number().int().describe('Regions with a dated claim, each counted once.'),
  source: sourceRef.nullable(),
})
export type ScalingProgrammeRecord = z.infer<typeof scalingProgrammeRecord>
