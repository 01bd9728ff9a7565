import { z } from 'zod'
import { replicationForms, strengths } from '../claims/claim.ts'
import { statesSeenBy } from '../lifecycle.ts'
import { milestoneKinds, replicationRoutes } from '../replications/replication.ts'
import { replicationLifecycle } from '../replications/replication.lifecycle.ts'
import {
  day,
  innovationCode,
  organisationRef,
  recordedAt,
  regionCode,
  text,
  version,
} from './record-parts.ts'

const milestone = z.strictObject({
  kind: z.enum(milestoneKinds),
  planned_on: day.nullable(),
  reached_on: day.nullable(),
  number: text.nullable().describe('Number of its document.'),
})

/** A replication as an open record: this organisation takes that innovation over. Only what the public sees. */
export const replicationRecord = z.strictObject({
  schema_version: version,
  code: z.string().regex(/^REP-\d+$/),
  innovation: z.strictObject({ code: innovationCode, name: text }),
  adopter: organisationRef,
  institution: organisationRef,
  region_code: regionCode.nullable(),
  local_name: text.nullable(),
  route: z.enum(replicationRoutes),
  state: z.enum(statesSeenBy(replicationLifecycle, 'public')),
  year: z.int().nullable().describe('The budget year it is meant for.'),
  declared_form: z.enum(replicationForms).nullable(),
  milestones: z.array(milestone),
  claim: z
    .strictObject({ id: z.uuid(), strength: z.enum(strengths), as_of: day })
    .nullable()
    .describe('The claim that it runs, and how strong it is on that day.'),
  updated_at: recordedAt,
})
export type ReplicationRecord = z.infer<typeof replicationRecord>
