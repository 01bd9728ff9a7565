import { z } from 'zod'
import { strengths } from '@semai/domain/claims/claim'
import { claimRecord } from '@semai/domain/exchange/claim-record'
import { innovationRecord } from '@semai/domain/exchange/innovation-record'
import { day, innovationCode, regionCode } from '@semai/domain/exchange/record-parts'
import { agencyRecord, figureRecord, regionRecord } from '@semai/domain/exchange/region-record'
import { programmeEventRecord } from '@semai/domain/exchange/programme-event-record'
import { replicationRecord } from '@semai/domain/exchange/replication-record'
import { scalingProgrammeRecord } from '@semai/domain/exchange/scaling-programme-record'
import { spreadSummary } from '@semai/domain/exchange/spread-summary'
import { none, operation, pageOf, paging } from './operation.ts'

const code = z.strictObject({ code: innovationCode })

/** One innovation. */
export const innovationRead = operation({
  path: '/api/inovasi/{code}',
  name: 'innovation',
  says: 'One innovation or national programme as an open record, facts with their sources.',
  params: code,
  query: none,
  answer: innovationRecord,
})

const claimFilters = {
  kekuatan: z.enum(strengths).optional().describe('Strength as shown today.'),
  dari: day.optional().describe('Claims that may have happened on this day or later.'),
  sampai: day.optional().describe('Claims that may have happened on this day or earlier.'),
}

/** The claims on one innovation. */
export const innovationClaimsRead = operation({
  path: '/api/inovasi/{code}/klaim',
  name: 'innovationClaims',
  says: 'Claims on one innovation, newest first.',
  params: code,
  query: z.strictObject({ ...paging, daerah: regionCode.optional(), ...claimFilters }),
  answer: pageOf(claimRecord),
})

/** How far one innovation has spread. */
export const spreadRead = operation({
  path: '/api/inovasi/{code}/sebaran',
  name: 'spread',
  says: 'Dated claims on one innovation by year, province and strength, and what has no date.',
  params: code,
  query: z.strictObject({
    sampai: z.coerce
      .number()
      .int()
      .min(1945)
      .max(2200)
      .optional()
      .describe('Count up to the end of this year.'),
  }),
  answer: spreadSummary,
})

/** All claims. */
export const claimsRead = operation({
  path: '/api/klaim',
  name: 'claims',
  says: 'Claims of all innovations, newest first.',
  params: none,
  query: z.strictObject({
    ...paging,
    daerah: regionCode.optional().describe('A region; a province takes its regencies and cities with it.'),
    inovasi: innovationCode.optional(),
    ...claimFilters,
  }),
  answer: pageOf(claimRecord),
})

/** Replications. */
export const replicationsRead = operation({
  path: '/api/replikasi',
  name: 'replications',
  says: 'Replications that are being prepared or further, in the order they were begun.',
  params: none,
  query: z.strictObject({ ...paging, inovasi: innovationCode.optional() }),
  answer: pageOf(replicationRecord),
})

/** All regions. */
export const regionsRead = operation({
  path: '/api/daerah',
  name: 'regions',
  says: 'Provinces, regencies and cities in order of their codes.',
  params: none,
  query: z.strictObject(paging),
  answer: pageOf(regionRecord),
})

/** One region. */
export const regionRead = operation({
  path: '/api/daerah/{code}',
  name: 'region',
  says: 'One region with its figures and former provinces.',
  params: z.strictObject({ code: regionCode }),
  query: none,
  answer: regionRecord,
})

/** Organisations. */
export const agenciesRead = operation({
  path: '/api/instansi',
  name: 'agencies',
  says: 'Organisations in order of their keys.',
  params: none,
  query: z.strictObject({
    ...paging,
    q: z.string().trim().min(2).max(100).optional().describe('Part of the name.'),
  }),
  answer: pageOf(agencyRecord),
})

/** One organisation. */
export const agencyRead = operation({
  path: '/api/instansi/{slug}',
  name: 'agency',
  says: 'One organisation with its parent and region.',
  params: z.strictObject({ slug: z.string().max(200) }),
  query: none,
  answer: agencyRecord,
})

/** What the programme itself did. */
export const eventsRead = operation({
  path: '/api/peristiwa',
  name: 'events',
  says: 'Innovations named, recommended or made a national policy, and hubs, each with its source. Nothing here runs because it is listed.',
  params: none,
  query: z.strictObject(paging),
  answer: pageOf(programmeEventRecord),
})

/** Scaling-up programmes. */
export const programmesRead = operation({
  path: '/api/program',
  name: 'programmes',
  says: 'Scaling-up programmes with the ministry in charge, their targets as published, and how many regions are on record.',
  params: none,
  query: z.strictObject(paging),
  answer: pageOf(scalingProgrammeRecord),
})

/** Published totals. */
export const figuresRead = operation({
  path: '/api/angka',
  name: 'figures',
  says: 'Totals as published, each with source and date; those that do not reconcile are kept.',
  params: none,
  query: z.strictObject(paging),
  answer: pageOf(figureRecord),
})
