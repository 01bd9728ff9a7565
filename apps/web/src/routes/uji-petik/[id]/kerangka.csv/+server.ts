import { sampleFrame } from '@semai/store/pulse/sample.queries'
import { page } from '#lib/server/answer.ts'
import type { RequestHandler } from './$types'

/** The frame byte for byte as it was hashed. */
export const GET: RequestHandler = ({ params, locals: { db } }) =>
  page(
    async () =>
      new Response(await sampleFrame(db, params.id), {
        headers: {
          'content-type': 'text/csv; charset=utf-8',
          'content-disposition': 'attachment; filename="kerangka.csv"',
        },
      }),
  )
