import { jippnasSheet } from '@semai/store/innovations/jippnas-sheet.queries'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = async ({ locals: { db, actor, origin } }) =>
  new Response(await jippnasSheet(db, actor, origin), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="semai-jippnas.csv"',
      'cache-control': 'private, no-store',
    },
  })
