import { pulseSheet } from '@semai/store/pulse/pulse-sheet.commands'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = async ({ locals: { db, actor, today } }) =>
  new Response(await pulseSheet(db, actor, today), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="semai-denyut.csv"',
      'cache-control': 'private, no-store',
    },
  })
