import { editList } from '@semai/store/innovations/innovation-edit.queries'
import { administersPeople } from '@semai/domain/people/granting'
import { unitsOf } from '@semai/store/organisations/units-of.queries'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { db, actor } }) => {
  const isLocalAdmin = actor.grants.some(({ role }) => role === 'local_admin')
  const [queue, own, units] = await Promise.all([
    isLocalAdmin ? editList(db, actor, { states: ['submitted'] }) : { rows: [] },
    editList(db, actor, { states: ['returned', 'draft'], limit: 50 }),
    unitsOf(db, actor),
  ])
  const administers = administersPeople.allows(actor, null)
  return { administers, queue: queue.rows, own: own.rows, mayWrite: units.length > 0 }
}
