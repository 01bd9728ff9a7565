import { z } from 'zod'
import { statesSeenBy } from '../lifecycle.ts'
import { directions } from '../monitoring/measured-indicator.ts'
import { resultStandings } from '../monitoring/replica-results.ts'
import { replicationLifecycle } from '../replications/replication.lifecycle.ts'
import { organisationRef, regionCode, text, version } from './record-parts.ts'

const quarter = z
  .string()
  .regex(/^\d{4}-[1-4]$/)
  .describe('Year and quarter, such as 2026-1.')
const people = z
  .strictObject({ reached: z.int().min(0), of: z.int().min(0).nullable() })
  .nullable()
  .describe('People who were reached, of how many; never more than everybody.')

const indicatorResult = z.strictObject({
  key: text.describe('Key of the indicator in the blueprint of the origin; copies keep it.'),
  name: text,
  unit: text.nullable(),
  direction: z.enum(directions).nullable().describe('Which way is better.'),
  standing: z
    .enum(resultStandings)
    .describe('compared: there is a value before and after; the others say what is missing.'),
  before: z
    .strictObject({ value: z.number(), quarter: quarter.nullable() })
    .nullable()
    .describe('Baseline of the agreed plan (quarter null), or the last verified report before it ran.'),
  after: z
    .strictObject({
      value: z.number(),
      quarter,
      everybody: people,
      women: people,
      disability: people,
      remote: people,
    })
    .nullable()
    .describe('The newest verified report since it runs.'),
  target: z.number().nullable(),
})

/** What one replica reports of the indicators of its origin, as an open record. A change is not an effect. */
export const resultRecord = z.strictObject({
  schema_version: version,
  replication: z.string().regex(/^REP-\d+$/),
  adopter: organisationRef,
  region_code: regionCode.nullable(),
  state: z.enum(statesSeenBy(replicationLifecycle, 'public')),
  indicators: z.array(indicatorResult).describe('In the order of the blueprint of the origin.'),
})
export type ResultRecord = z.infer<typeof resultRecord>
