import { engagementList } from '@semai/store/mentoring/engagement.queries'
import { fromMovedCursor, toMovedCursor } from '#lib/boards/moved-cursor.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ url, locals: { db, actor, today } }) => {
  const isOver = url.searchParams.get('keadaan') === 'berakhir'
  const after = fromMovedCursor(url.searchParams.get('sesudah'))
  const states = isOver ? (['completed', 'ended'] as const) : (['active'] as const)
  const { rows, next } = await engagementList(db, actor, { states, today, after })
  return { isOver, rows, next: next && toMovedCursor(next) }
}
