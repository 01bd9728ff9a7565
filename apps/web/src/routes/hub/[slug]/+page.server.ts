import { boardCounts, memberCoverage } from '@semai/store/hubs/board.queries'
import { publishedMaturity } from '@semai/store/hubs/maturity.queries'
import { hubNamed } from '@semai/store/hubs/named-hub'
import { hubTeams } from '@semai/store/mentoring/team.queries'
import { page } from '#lib/server/answer.ts'
import { fromCursor, toCursor } from '#lib/spread/name-cursor.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = ({ url, params, locals: { db, actor, today } }) =>
  page(async () => {
    const hub = await hubNamed(db, actor, params.slug)
    const after = fromCursor(url.searchParams.get('sesudah'))
    const [counts, { rows, next }, teams, maturity] = await Promise.all([
      boardCounts(db, actor, hub),
      memberCoverage(db, actor, { scope: hub, after }),
      hubTeams(db, actor, { hub, today }),
      publishedMaturity(db, actor, hub),
    ])
    return { hub, counts, teams, maturity, today, rows, next: next && toCursor(next) }
  })
