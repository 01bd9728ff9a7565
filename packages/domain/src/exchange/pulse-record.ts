import { z } from 'zod'
import { runningAnswers } from '../innovations/still-running.ts'
import { pulseStates } from '../pulse/pulse.ts'
import { day, innovationCode, organisationRef, text, version } from './record-parts.ts'

/** A pulse as an open record: a replication was asked whether it still runs. Who answered, and why it stopped, is not in it. */
export const pulseRecord = z.strictObject({
  schema_version: version,
  replication: z.string().regex(/^REP-\d+$/),
  innovation: z.strictObject({ code: innovationCode, name: text }),
  adopter: organisationRef,
  round: text.describe('m6 and m12: after so many months of running; else the year of the update month.'),
  due_on: day,
  until_on: day.describe(
    'The last day on which it can be answered; after it, silence is shown as no answer.',
  ),
  asked_on: day.nullable().describe('When anybody was asked; null when nobody has been yet.'),
  answered_on: day.nullable(),
  state: z.enum(pulseStates).describe('On the day of the answer of this read.'),
  way: z
    .enum(['account', 'sheet', 'link'])
    .nullable()
    .describe('How it was answered: signed in, by a sheet for all units, or by a signed link.'),
  answer: z.enum(runningAnswers).nullable().describe('What the adopter said; null where nobody answered.'),
})
export type PulseRecord = z.infer<typeof pulseRecord>
