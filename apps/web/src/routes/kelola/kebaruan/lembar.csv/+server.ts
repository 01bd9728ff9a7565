import { freshnessSheet } from '@semai/store/innovations/freshness.queries'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = async ({ locals: { db, actor } }) =>
  new Response(await freshnessSheet(db, actor), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="semai-kebaruan.csv"',
      'cache-control': 'private, no-store',
    },
  })
