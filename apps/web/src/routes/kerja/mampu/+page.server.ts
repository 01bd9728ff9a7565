import { ableOfOwn } from '@semai/store/analyses/able.queries'
import { pageNumber } from '#lib/boards/page-number.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ url, locals: { db, actor } }) => {
  const number = pageNumber(url.searchParams.get('halaman'))
  return { ...(await ableOfOwn(db, actor, { page: number })), number }
}
