import { trackedDocument } from '@semai/store/documents/document.queries'
import { page } from '#lib/server/answer.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = ({ params, locals: { db, actor, now } }) =>
  page(async () => {
    const { id: _id, ...document } = await trackedDocument(db, actor, { document: params.code, now })
    return { document }
  })
