import { z } from 'zod'
import { confidences } from '../innovations/innovation.ts'
import { organisationKinds } from '../organisations/organisation.ts'

/** The version every record carries. A new field raises the second number, a changed or dropped one the first. */
export const schemaVersion = '1.0'

export const version = z.literal(schemaVersion).describe('Version of this format.')
export const day = z.iso.date().describe('A day, YYYY-MM-DD.')
export const address = z
  .string()
  .regex(/^https?:\/\/\S+$/)
  .describe('A web address.')
export const text = z.string().regex(/\S/).describe('Text that is not blank.')

export const sourceRef = z
  .strictObject({ name: text, url: address.nullable() })
  .describe('Where a fact was read: page, outlet and date in words, and the address when known.')
  .meta({ id: 'source' })

export const organisationRef = z
  .strictObject({
    slug: text.describe('Identifier of the organisation in the register of agencies.'),
    name: text,
    kind: z.enum(organisationKinds),
  })
  .meta({ id: 'organisation' })

export const regionCode = z
  .string()
  .regex(/^\d{2}(\.\d{2})?$/)
  .describe('Code of the Ministry of Home Affairs, as text: 35 a province, 35.10 a regency or city.')

export const regionRef = z.strictObject({ code: regionCode, name: text }).meta({ id: 'region' })

export const innovationCode = z
  .string()
  .regex(/^(INV|PRG)-[A-Z0-9]+$/)
  .describe('Lasting code of the record, e.g. INV-0014.')

export const confidence = z
  .enum(confidences)
  .nullable()
  .describe('How sure the value is; null when nobody said.')

export const recordedAt = z.iso.datetime().describe('Instant in UTC.')
