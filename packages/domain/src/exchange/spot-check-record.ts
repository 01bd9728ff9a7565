import { z } from 'zod'
import { checkResults } from '../pulse/sample.ts'
import { day, recordedAt, text, version } from './record-parts.ts'

const drawn = z.strictObject({
  replication: z.string().regex(/^REP-\d+$/),
  result: z.enum(checkResults).nullable().describe('What was found; null until it is published.'),
  checked_on: day.nullable(),
})

const share = z
  .strictObject({ share: z.number(), lower: z.number(), upper: z.number() })
  .describe('Of all that were drawn, from 0 to 1, with limits of 95 per cent (Wilson).')

/** A spot check as an open record: with the frame, the seed and the method anybody draws the same codes again. */
export const spotCheckRecord = z.strictObject({
  schema_version: version,
  id: z.uuid(),
  title: text,
  hub: text.nullable().describe('Null for one of the whole country.'),
  from_on: day.describe('Answers that something runs, from this day to the next one, are the frame.'),
  to_on: day,
  is_stratified: z.boolean().describe('Each province gives its part.'),
  seed: text,
  seed_source: text.describe('Where the seed was published.'),
  method: text.describe('Name and version of the method of drawing.'),
  frame: z.strictObject({ size: z.int(), sha256: z.string().regex(/^[\da-f]{64}$/) }),
  drawn_at: recordedAt,
  published_at: recordedAt.nullable().describe('When what was found was published.'),
  drawn: z.array(drawn).describe('In the order of the draw.'),
  confirmed_share: share.nullable().describe('Once everything was checked and published.'),
})
export type SpotCheckRecord = z.infer<typeof spotCheckRecord>
