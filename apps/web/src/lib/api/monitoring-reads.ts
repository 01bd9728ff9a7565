import { z } from 'zod'
import { pulseRecord } from '@semai/domain/exchange/pulse-record'
import { innovationCode } from '@semai/domain/exchange/record-parts'
import { resultRecord } from '@semai/domain/exchange/result-record'
import { roundLocusRecord, roundRecord } from '@semai/domain/exchange/round-record'
import { spotCheckRecord } from '@semai/domain/exchange/spot-check-record'
import { none, operation, pageOf, paging } from './operation.ts'

/** What replicas of an innovation report of its indicators. */
export const resultsRead = operation({
  path: '/api/inovasi/{code}/hasil',
  name: 'results',
  says: 'What each replica of an innovation reports of the indicators of its blueprint, before and since it runs, from verified reports; the silent ones too. A change is not an effect.',
  params: z.strictObject({ code: innovationCode }),
  query: z.strictObject(paging),
  answer: pageOf(resultRecord),
})

/** Pulses of replications. */
export const pulsesRead = operation({
  path: '/api/denyut',
  name: 'pulses',
  says: 'When replications were asked whether they still run, and what they answered; silence is shown as silence. Nobody is named.',
  params: none,
  query: z.strictObject({
    ...paging,
    inovasi: innovationCode.optional(),
    replikasi: z
      .string()
      .regex(/^REP-\d+$/)
      .optional()
      .describe('Code of one replication.'),
  }),
  answer: pageOf(pulseRecord),
})

/** Spot checks of answers. */
export const spotChecksRead = operation({
  path: '/api/uji-petik',
  name: 'spotChecks',
  says: 'Samples of answers that were checked: seed, method, frame and the codes drawn at once, what was found once it is published.',
  params: none,
  query: z.strictObject(paging),
  answer: pageOf(spotCheckRecord),
})

/** Rounds of monitoring. */
export const roundsRead = operation({
  path: '/api/pantauan',
  name: 'rounds',
  says: 'Rounds of monitoring that were published: how many were asked, how many answered, how many each group honours.',
  params: none,
  query: z.strictObject(paging),
  answer: pageOf(roundRecord),
})

/** Whom rounds of monitoring asked. */
export const roundLociRead = operation({
  path: '/api/pantauan/lokus',
  name: 'roundLoci',
  says: 'Whom the published rounds of monitoring asked, and whom they honour. Whether a single one answered, and what, is not public.',
  params: none,
  query: z.strictObject({
    ...paging,
    putaran: z.string().min(1).max(80).optional().describe('Code of one round.'),
  }),
  answer: pageOf(roundLocusRecord),
})
