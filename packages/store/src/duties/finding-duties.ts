import type { Duty } from '@semai/domain/duties/duty'
import type { Actor } from '@semai/domain/people/actor'
import { dayIn } from '@semai/domain/time/clock'
import { sql } from 'kysely'
import type { Db } from '../db/transaction.ts'
import { isWithin, scopeIds } from '../organisations/in-scope.ts'
import { visibleFindings } from '../scaling/findings.ts'
import type { DutyQuestion } from './duty.queries.ts'
import { mostRecords } from './own-duties.ts'

/**
 * What findings of programmes ask: of the unit to follow up by a day, of the ministry in charge to look at what was done, and to
 * remind whoever is late. One query, none for who is of neither.
 */
export async function findingDuties(db: Db, actor: Actor, { today }: DutyQuestion): Promise<Duty[]> {
  const units = scopeIds(actor, 'author', 'local_admin')
  const ministries = scopeIds(actor, 'sector_ministry')
  if (units.length + ministries.length === 0) return []
  const isOurs = isWithin('u.id', units)
  const isMinistrys = isWithin('m.id', ministries)
  const rows = await visibleFindings(db, actor)
    .select(['f.id as finding', 'f.state', 'f.due_on as dueOn', 'f.moved_at as movedAt'])
    .select(['p.slug as code', 'p.name as innovation', 'u.name as adopter'])
    .select([isOurs.as('isOurs'), isMinistrys.as('isMinistrys')])
    .where(
      sql<boolean>`((f.state = 'recommended' and (${isOurs} or (f.due_on < ${today}::date and ${isMinistrys})))
        or (f.state = 'followed_up' and ${isMinistrys}))`,
    )
    .orderBy('f.due_on')
    .orderBy('f.id')
    .limit(mostRecords)
    .execute()
  return rows.flatMap(({ state, dueOn, movedAt, isOurs, isMinistrys, ...detail }): Duty[] => {
    if (state === 'followed_up') return [{ kind: 'finding_check', on: dayIn(movedAt), detail }]
    const found: Duty[] = isOurs ? [{ kind: 'finding_follow_up', on: dueOn!, detail }] : []
    const isLate = isMinistrys && dueOn! < today
    return isLate ? [...found, { kind: 'finding_awaited', on: dueOn!, detail }] : found
  })
}
