import { z } from 'zod'
import { statesSeenBy } from '../lifecycle.ts'
import { needLifecycle } from '../needs/need.lifecycle.ts'
import { serviceSectors } from '../needs/service-sectors.ts'
import { day, organisationRef, regionRef, text, version } from './record-parts.ts'

/** A need as an open record: what everybody reads on its page. Who wrote it, drafts and reasons are not in it. */
export const needRecord = z.strictObject({
  schema_version: version,
  id: z.uuid(),
  title: text,
  service: z.enum(serviceSectors),
  state: z
    .enum(statesSeenBy(needLifecycle, 'public'))
    .describe('`unmet`: whoever is in charge says that nothing in the catalogue answers it.'),
  organisation: organisationRef,
  region: regionRef.nullable(),
  province: regionRef.nullable(),
  problem: text.nullable(),
  indicator: text.nullable(),
  unit: text.nullable(),
  baseline: z.number().nullable(),
  target: z.number().nullable(),
  people_affected: z.int().nullable(),
  priority: z.int().min(0).max(100).nullable().describe('By the published rule, from 0 to 100.'),
  stated_on: day,
})
export type NeedRecord = z.infer<typeof needRecord>

/** How much is asked for in a service and province without an answer. */
export const demandCount = z.strictObject({
  service: z.enum(serviceSectors),
  province: regionRef.nullable(),
  needs: z.int().min(1),
  people_affected: z.int().nullable().describe('The sum of those needs that tell it; null where none does.'),
  telling: z.int().min(0).describe('How many of the needs tell whom they affect.'),
})
export type DemandCount = z.infer<typeof demandCount>
