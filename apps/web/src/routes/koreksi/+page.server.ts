import { publicAnswers } from '@semai/store/corrections/correction.queries'
import { queuePlace } from '#lib/site/queue-place.ts'
import { writeCursor } from '#lib/site/text-cursor.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ url, locals: { db } }) => {
  const place = queuePlace(url)
  const after = place && { movedAt: place.at, id: place.id }
  const { rows, next } = await publicAnswers(db, { after })
  return { rows, next: next && writeCursor([next.movedAt.toISOString(), next.id]) }
}
