import { boardCounts, memberCoverage } from '@semai/store/hubs/board.queries'
import { hubNamed } from '@semai/store/hubs/hub.queries'
import { page } from '#lib/server/answer.ts'
import { fromCursor, toCursor } from '#lib/spread/name-cursor.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = ({ url, params, locals: { db, actor } }) =>
  page(async () => {
    const hub = await hubNamed(db, actor, params.slug)
    const after = fromCursor(url.searchParams.get('sesudah'))
    const [counts, { rows, next }] = await Promise.all([
      boardCounts(db, actor, hub),
      memberCoverage(db, actor, { scope: hub, after }),
    ])
    return { hub, counts, rows, next: next && toCursor(next) }
  })
