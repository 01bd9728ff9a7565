import { z } from 'zod'
import { reasonCodeText } from '../reasons/reason.form.ts'
import { acts, claimKinds, happenings, precisions, strengths } from '../claims/claim.ts'
import {
  day,
  innovationCode,
  organisationRef,
  recordedAt,
  regionCode,
  sourceRef,
  text,
  version,
} from './record-parts.ts'

const when = z
  .strictObject({
    earliest: day.nullable().describe('First possible day; null when only an upper bound is known.'),
    latest: day.describe('Last possible day.'),
    precision: z.enum(precisions).describe('by: it had happened by the latest day, and no date is known.'),
  })
  .describe('When it happened, as exactly as it is known.')

const act = z.strictObject({
  act: z.enum(acts),
  by: organisationRef.nullable(),
  on: day.nullable(),
  source: sourceRef.nullable(),
  note: text.nullable(),
})

const shownStrength = z
  .strictObject({
    shown: z.enum(strengths).describe('not_updated: the validity of a state had passed on that day.'),
    as_of: day,
    strongest_act: z.enum(acts),
    valid_until: day.nullable(),
  })
  .describe('How strong the claim is on a day: computed from its acts and its validity.')

const stop = z
  .strictObject({
    on: day,
    reason: reasonCodeText.nullable().describe('Only with the consent of the agency; null otherwise.'),
  })
  .describe('A stopped replication stays on record.')

/** A claim as an open record: this organisation runs, or did this about, this innovation at this place. */
export const claimRecord = z.strictObject({
  schema_version: version,
  id: z.uuid().nullable().describe('Identifier on the platform; null for a record that has none yet.'),
  source_key: text.describe('Key that stays the same when the claim is sent again.'),
  innovation: z.strictObject({ code: innovationCode, name: text }),
  adopter: organisationRef,
  unit: organisationRef.nullable().describe('The part of the adopter that runs it.'),
  region: z.strictObject({ code: regionCode, name: text, province_code: regionCode }),
  local_name: text.nullable(),
  kind: z.enum(claimKinds).describe('An event never lapses; a state does.'),
  happening: z.enum(happenings),
  when,
  strength: shownStrength,
  acts: z.array(act),
  batch: text.nullable().describe('Ceremonial batch the date belongs to.'),
  stopped: stop.nullable(),
  note: text.nullable(),
  source: sourceRef,
  recorded_at: recordedAt,
  updated_at: recordedAt,
})
export type ClaimRecord = z.infer<typeof claimRecord>
