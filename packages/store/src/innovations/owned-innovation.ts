import type { Actor } from '@semai/domain/people/actor'
import { Refusal } from '@semai/domain/refusal'
import type { Db } from '../db/transaction.ts'
import { ownedColumns } from '../organisations/owner-path.ts'
import { visibleInnovations } from './visible.ts'

/** Which innovation: by id, by code, or by the last part of its address. */
export type Which = { id: string } | { code: string } | { slug: string }

/**
 * What deciding about an innovation needs: whose it is, its stage, who is in charge; locked where it will be changed.
 * @throws Refusal not-found, also for what this person may not see and for what was merged.
 */
export async function ownedInnovation(db: Db, actor: Actor, which: Which, lock: 'for update' | 'no lock') {
  const [column, value] = Object.entries(which)[0] as ['id' | 'code' | 'slug', string]
  const row = await visibleInnovations(db, actor)
    .innerJoin('organisation as o', 'o.id', 'i.organisation_id')
    .select(['i.id', 'i.code', 'i.slug', 'i.name', 'i.stage', 'i.organisation_id as organisationId'])
    .select([
      'i.steward_id as stewardId',
      'i.last_confirmed_on as lastConfirmedOn',
      'i.confirmed_way as confirmedWay',
    ])
    .select(['o.name as organisation', ...ownedColumns])
    .where(`i.${column}`, '=', value)
    .$if(lock === 'for update', (query) => query.forUpdate('i'))
    .executeTakeFirst()
  if (row) return { ...row, state: row.stage ?? ('unknown' as const) }
  throw new Refusal('not-found', {
    id: 'Inovasi ini tidak ada, atau sudah digabung dengan yang lain.',
    en: 'There is no such innovation, or it was merged with another.',
  })
}
