import { z } from 'zod'
import { demandCount, needRecord } from '@semai/domain/exchange/need-record'
import { regionCode } from '@semai/domain/exchange/record-parts'
import { statesSeenBy } from '@semai/domain/lifecycle'
import { needLifecycle } from '@semai/domain/needs/need.lifecycle'
import { serviceSectors } from '@semai/domain/needs/service-sectors'
import { none, operation, pageOf, paging } from './operation.ts'

/** Needs that everybody may read. */
export const needsRead = operation({
  path: '/api/kebutuhan',
  name: 'needs',
  says: 'Needs of organisations that were stated, in the order they were begun; `keadaan=unmet` those that nothing answers.',
  params: none,
  query: z.strictObject({
    ...paging,
    layanan: z.enum(serviceSectors).optional().describe('The service a need is about.'),
    daerah: regionCode.optional().describe('A region; a province takes its regencies and cities with it.'),
    keadaan: z.enum(statesSeenBy(needLifecycle, 'public')).optional().describe('Where it stands.'),
  }),
  answer: pageOf(needRecord),
})

/** How much has no answer. */
export const demandCountsRead = operation({
  path: '/api/kebutuhan/jumlah',
  name: 'demandCounts',
  says: 'How many needs have no answer in the catalogue, by service and province, most first.',
  params: none,
  query: none,
  answer: z.strictObject({ rows: z.array(demandCount) }),
})
