import { managementTable } from '@semai/store/organisations/management.queries'
import type { ManagementScope } from '@semai/store/organisations/management.queries'
import { page } from '#lib/server/answer.ts'
import { fromCursor, toCursor } from '#lib/spread/name-cursor.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = ({ url, locals: { db, actor, today } }) =>
  page(async () => {
    const year = Number(today.slice(0, 4))
    const after = fromCursor(url.searchParams.get('sesudah'))
    const { scope, rows, next } = await managementTable(db, actor, { scope: scopeIn(url), year, after })
    return { scope, rows, next: next && toCursor(next), year }
  })

function scopeIn({ searchParams }: URL): ManagementScope {
  const [province, parent] = ['provinsi', 'induk'].map((name) =>
    searchParams.get(name)?.replaceAll('\0', '').slice(0, 200),
  )
  if (province) return { province }
  return parent ? { parent } : null
}
