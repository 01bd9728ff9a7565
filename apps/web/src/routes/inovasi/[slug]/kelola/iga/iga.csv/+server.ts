import { igaPackPage, igaPackSheet } from '@semai/store/innovations/iga-pack.queries'
import { page } from '#lib/server/answer.ts'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = ({ params, locals: { db, actor } }) =>
  page(async () => {
    const sheet = igaPackSheet(await igaPackPage(db, actor, params.slug))
    return new Response(sheet, {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="iga-${params.slug}.csv"`,
        'cache-control': 'private, no-store',
      },
    })
  })
