import { error } from '@sveltejs/kit'
import { claimQueue, claimQueues } from '@semai/store/claims/claim-queue.queries'
import { correctionQueue } from '@semai/store/corrections/correction.queries'
import { queuePlace } from '#lib/site/queue-place.ts'
import { writeCursor } from '#lib/site/text-cursor.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ url, locals: { db, actor, now, today } }) => {
  const list = url.searchParams.get('daftar')
  const place = queuePlace(url)
  if (list === 'corrections') {
    const after = place && { movedAt: place.at, id: place.id }
    const { rows, next } = await correctionQueue(db, actor, { after, limit: 50 })
    return {
      list: 'corrections' as const,
      corrections: rows,
      claims: [],
      next: next && writeCursor([next.movedAt.toISOString(), next.id]),
      today,
    }
  }
  const queue = claimQueues.find((one) => one === list)
  if (queue === undefined) error(404, 'Not Found')
  const after = place && { since: place.at.toISOString(), id: place.id }
  const { rows, next } = await claimQueue(db, actor, { queue, now, today, after, limit: 50 })
  return {
    list: queue,
    corrections: [],
    claims: rows,
    next: next && writeCursor([next.since, next.id]),
    today,
  }
}
