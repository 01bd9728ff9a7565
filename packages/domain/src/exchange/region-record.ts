import { z } from 'zod'
import { regionKinds } from '../regions/region.ts'
import { day, organisationRef, regionCode, regionRef, sourceRef, text } from './record-parts.ts'

const attribute = z
  .strictObject({ attribute: text, value: z.number(), unit: text, year: z.int(), source: sourceRef })
  .describe('A figure of the region with its year and source.')

/** A province, regency or city as open data, with its figures and former provinces. */
export const regionRecord = z.strictObject({
  code: regionCode,
  slug: text,
  name: text,
  kind: z.enum(regionKinds),
  province: regionRef,
  has_government: z.boolean().describe('False for the six administrative areas of Jakarta.'),
  seat: text.nullable(),
  point: z
    .strictObject({
      lat: z.number().min(-90).max(90),
      lon: z.number().min(-180).max(180),
      method: text,
      check: z.enum(['ok', 'weak']),
    })
    .describe('The seat of government, WGS 84; not the centre of the area.'),
  former_provinces: z
    .array(z.strictObject({ province: regionRef, until: day, law: text }))
    .describe('Provinces it belonged to before the day named.'),
  attributes: z.array(attribute),
})
export type RegionRecord = z.infer<typeof regionRecord>

/** One figure of one region, as a row of its own. */
export const attributeRecord = z.strictObject({ region: regionRef, ...attribute.shape })
export type AttributeRecord = z.infer<typeof attributeRecord>

/** An organisation as open data, with its place in the tree. */
export const agencyRecord = z.strictObject({
  ...organisationRef.shape,
  parent: organisationRef.nullable(),
  region: regionRef
    .nullable()
    .describe('For a government the region it governs; for others where it is seated.'),
})
export type AgencyRecord = z.infer<typeof agencyRecord>

/** A total as published; totals that do not reconcile are given as published. */
export const figureRecord = z.strictObject({
  subject: text.describe('Code of an innovation or name of a portal.'),
  measure: text,
  value: z.number(),
  unit: text,
  as_of: day,
  precision: z.enum(['day', 'month', 'year']),
  source: sourceRef,
  note: text.nullable(),
})
export type FigureRecord = z.infer<typeof figureRecord>
