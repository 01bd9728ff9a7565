import { hubList } from '@semai/store/hubs/hub.queries'
import { fromCursor, toCursor } from '#lib/spread/name-cursor.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ url, locals: { db, actor } }) => {
  const after = fromCursor(url.searchParams.get('sesudah'))
  const { rows, next } = await hubList(db, actor, { after })
  return { rows, next: next && toCursor(next) }
}
