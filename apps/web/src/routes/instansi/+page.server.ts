import { organisationKinds } from '@semai/domain/organisations/organisation'
import { organisationList } from '@semai/store/organisations/organisation-list.queries'
import { fromCursor, toCursor } from '#lib/spread/name-cursor.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ url, locals: { db, actor } }) => {
  const text = (url.searchParams.get('q') ?? '').trim().slice(0, 100)
  const kind = organisationKinds.find((known) => known === url.searchParams.get('jenis'))
  const after = fromCursor(url.searchParams.get('sesudah'))
  const { rows, next } = await organisationList(db, actor, {
    ...(text && { text }),
    ...(kind && { kind }),
    ...(after && { after }),
  })
  return { rows, next: next && toCursor(next), text, kind: kind ?? null }
}
