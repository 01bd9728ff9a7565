import { z } from 'zod'
import { roundKinds, roundObjects } from '../rounds/round.ts'
import { innovationCode, organisationRef, recordedAt, text, version } from './record-parts.ts'

const code = text.describe('Code of the round, as in its address.')
const count = z.int().min(0)

const group = z.strictObject({
  name_id: text,
  name_en: text,
  of: z.enum(roundObjects).describe('What is asked about in this group.'),
  asked: count,
  honoured: count,
})

/** A round of monitoring that was published, as an open record. */
export const roundRecord = z.strictObject({
  schema_version: version,
  code,
  kind: z.enum(roundKinds),
  name: text,
  year: z.int(),
  basis: text.nullable().describe('The letter or rule behind it.'),
  answers_until: recordedAt,
  published_at: recordedAt,
  asked: count,
  answered: count.describe('How many submitted. Who did not is counted neither as running nor as stopped.'),
  groups: z.array(group).describe('In the order of the round.'),
})
export type RoundRecord = z.infer<typeof roundRecord>

/** One whom a published round asked, as an open record. Whether a single one answered, and what, is not public. */
export const roundLocusRecord = z.strictObject({
  schema_version: version,
  round: code,
  group_id: text.describe('Name of its group in Indonesian.'),
  name: text.describe('The local name, that of the innovation, or that of who answers.'),
  respondent: organisationRef,
  innovation: innovationCode.nullable(),
  replication: z
    .string()
    .regex(/^REP-\d+$/)
    .nullable(),
  honoured: z.boolean(),
  reason: text.nullable().describe('Why it is honoured, where the order of the scores does not say it.'),
})
export type RoundLocusRecord = z.infer<typeof roundLocusRecord>
