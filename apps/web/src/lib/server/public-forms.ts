import type { RequestEvent } from '@sveltejs/kit'
import { Refusal } from '@semai/domain/refusal'
import { clientOf, rateLimiter } from '#lib/api/rate-limit.ts'
import { sharedTake } from '#lib/api/shared-take.ts'
import { correctionTexts } from '#lib/texts/correction.ts'

/**
 * A class in one room may send at once; a machine that goes on is held up, by all processes of the site together. Addresses are kept
 * in memory only.
 */
const take = sharedTake('public forms', rateLimiter({ perMinute: 1, burst: 20 }))

/** @throws Refusal conflict when too much was sent from the network of this request. What was typed stays in the form. */
export function refuseFlood({
  getClientAddress,
  locals,
}: {
  getClientAddress: RequestEvent['getClientAddress']
  locals: Pick<RequestEvent['locals'], 'now'>
}): void {
  if (take(clientOf(getClientAddress()), locals.now).allowed) return
  throw new Refusal('conflict', { id: correctionTexts.id.flood, en: correctionTexts.en.flood })
}
