import { holdsForum } from '@semai/domain/replications/replication-parties'
import { forumList } from '@semai/store/replications/forum.queries'
import { queuePlace } from '#lib/site/queue-place.ts'
import { writeCursor } from '#lib/site/text-cursor.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ url, locals: { db, actor } }) => {
  const place = queuePlace(url)
  const after = place && { heldOn: place.at.toISOString().slice(0, 10), id: place.id }
  const { rows, next } = await forumList(db, actor, { after })
  return { rows, next: next && writeCursor([next.heldOn, next.id]), mayHold: holdsForum.allows(actor, null) }
}
