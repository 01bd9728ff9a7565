import { readsHubBoard, runsHub } from '@semai/domain/hubs/hub-scope'
import { only } from '@semai/domain/lifecycle'
import { Refusal } from '@semai/domain/refusal'
import { boardCounts, memberCoverage, openReplications } from '@semai/store/hubs/board.queries'
import { recentMilestoneClocks } from '@semai/store/hubs/milestone-clocks.queries'
import { hubNamed } from '@semai/store/hubs/named-hub'
import { hubQueue } from '@semai/store/hubs/queue.queries'
import { lateEngagements } from '@semai/store/mentoring/engagement.queries'
import { fromMovedCursor, toMovedCursor } from '#lib/boards/moved-cursor.ts'
import { stuckPage } from '#lib/boards/stuck-page.ts'
import { page } from '#lib/server/answer.ts'
import { fromCursor, toCursor } from '#lib/spread/name-cursor.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = ({ url, params, locals }) =>
  page(async () => {
    const { db, actor, now, today } = locals
    const hub = await hubNamed(db, actor, params.slug)
    if (!hub.readsBoard) throw new Refusal('forbidden', only(readsHubBoard))
    const afterMember = fromCursor(url.searchParams.get('anggota'))
    const after = fromMovedCursor(url.searchParams.get('sesudah'))
    const late = { clocks: await recentMilestoneClocks(db, now), today }
    const [counts, stuck, open, members, queue, lateOnes] = await Promise.all([
      boardCounts(db, actor, hub),
      stuckPage(locals, url, hub),
      openReplications(db, actor, { scope: hub, after, late }),
      memberCoverage(db, actor, { scope: hub, after: afterMember }),
      hubQueue(db, actor, { hub, today }),
      lateEngagements(db, actor, { hubId: hub.organisationId, today }),
    ])
    return {
      hub,
      mayHelp: runsHub.allows(actor, hub),
      counts,
      stuck,
      queue,
      late: lateOnes,
      today,
      open: { rows: open.rows, next: open.next && toMovedCursor(open.next) },
      members: { rows: members.rows, next: members.next && toCursor(members.next) },
    }
  })
