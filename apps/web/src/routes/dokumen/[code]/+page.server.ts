import { trackedDocument } from '@semai/store/documents/document.queries'
import { page } from '#lib/server/answer.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = ({ params, locals: { db, actor } }) =>
  page(async () => ({ document: await trackedDocument(db, actor, params.code) }))
