import type { Actor } from '@semai/domain/people/actor'
import type { Db } from '@semai/store/db/transaction'
import type { BoardScope } from '@semai/store/hubs/board-scope'
import { recentMilestoneClocks } from '@semai/store/hubs/milestone-clocks.queries'
import { recentStageClocks } from '@semai/store/hubs/stage-clocks.queries'
import { countStuck, stuckReplications } from '@semai/store/hubs/stuck.queries'
import { pageNumber } from './page-number.ts'

type Locals = { db: Db; actor: Actor; now: Date; today: string }

/** What the list of stuck replications shows of a scope: one page of it, and the counts above it. */
export async function stuckPage({ db, actor, now, today }: Locals, url: URL, scope: BoardScope) {
  const page = pageNumber(url.searchParams.get('tersendat'))
  const [clocks, milestoneClocks] = await Promise.all([
    recentStageClocks(db, now),
    recentMilestoneClocks(db, now),
  ])
  const asked = { scope, clocks, today }
  const [counts, { rows, hasMore }] = await Promise.all([
    countStuck(db, actor, asked),
    stuckReplications(db, actor, { ...asked, milestoneClocks, page }),
  ])
  return { counts, rows, page, hasMore }
}
