import { budgetRulesFrom } from '@semai/store/action-plans/budget-rules'
import { headBoard } from '@semai/store/action-plans/head-board.queries'
import type { HeadCursor } from '@semai/store/action-plans/head-board.queries'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ url, locals: { db, actor, today } }) => {
  const rules = budgetRulesFrom(process.env)
  const board = await headBoard(db, actor, { rules, today, after: cursorOf(url.searchParams.get('cursor')) })
  const next = board.next && `${board.next.movedAt.toISOString()}_${board.next.id}`
  return { rows: board.rows, next, today }
}

/** Where the list goes on; anything else begins it. */
function cursorOf(typed: string | null): HeadCursor | undefined {
  const [, moment, id] = /^([\d-]{10}T[\d:.]{12}Z)_([\da-f-]{36})$/.exec(typed ?? '') ?? []
  if (moment === undefined || id === undefined || Number.isNaN(Date.parse(moment))) return undefined
  return { movedAt: new Date(moment), id }
}
