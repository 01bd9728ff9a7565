import { z } from 'zod'
import { day } from '@semai/domain/exchange/record-parts'
import { shownDemand } from '@semai/domain/search/demand'
import { none, operation } from './operation.ts'

/** Most rows in one answer. */
export const mostDemand = 200

const row = z.strictObject({
  asked: z.string().describe('Roots of the words that were asked, in order of the alphabet.'),
  times: z.int().min(1),
  days: z.int().min(1).describe('On how many different days.'),
  last_day: day,
})

/** Searches that found nothing. */
export const demandRead = operation({
  path: '/api/dicari',
  name: 'demand',
  says:
    `Searches of the catalogue that found nothing, most often asked first, at most ${mostDemand}: those asked on ` +
    `at least ${shownDemand.days} days or ${shownDemand.times} times. Nothing of who asked is kept.`,
  params: none,
  query: none,
  answer: z.strictObject({ rows: z.array(row) }),
})
