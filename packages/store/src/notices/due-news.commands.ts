import { staleAfterDays } from '@semai/domain/innovations/innovation'
import { dayIn } from '@semai/domain/time/clock'
import { sql } from 'kysely'
import type { Db } from '../db/transaction.ts'
import { inTransaction } from '../db/transaction.ts'
import { notify } from './notify.ts'

const atOnce = 200
const dayMs = 86_400_000

/**
 * Everybody who writes for units, or administers them, with innovations that were confirmed more than a year ago was told
 * how many this month, in one notice. What has stopped or is dormant waits for nothing; what nobody ever confirmed is not
 * due but unknown. Once a day is enough.
 * @returns how many were told now.
 */
export async function remindOfDueNews(db: Db, now: Date): Promise<number> {
  let told = 0
  for (;;) {
    const due = await peopleWithDueNews(db, now)
    for (const { personId, count, title, once } of due) {
      const detail = { count, title }
      await inTransaction(db, (db) => notify(db, { kind: 'news_due', detail, to: [personId], at: now, once }))
    }
    told += due.length
    if (due.length < atOnce) return told
  }
}

type Due = { personId: string; count: number; title: string; once: string }

/** People who were not told this month, with how many of their innovations wait and the one that waits longest. */
async function peopleWithDueNews(db: Db, now: Date): Promise<Due[]> {
  const once = `news due ${dayIn(now).slice(0, 7)}`
  const since = dayIn(new Date(now.getTime() - staleAfterDays * dayMs))
  const { rows } = await sql<Omit<Due, 'once'>>`
    with due as (
      select i.id, i.name, i.organisation_id, i.last_confirmed_on from innovation i
      where i.last_confirmed_on < ${since} and i.kind = 'innovation' and i.merged_into is null
        and coalesce(i.stage, 'idea') not in ('stopped', 'dormant')
    )
    select p.id as "personId", count(distinct d.id)::int as count,
      (array_agg(d.name order by d.last_confirmed_on, d.id))[1] as title
    from due d
    join organisation_above a on a.organisation_id = d.organisation_id
    join role_grant g on g.organisation_id = a.above_id
    join person p on p.id = g.person_id
    where g.role in ('author', 'local_admin') and g.revoked_at is null and g.valid_from <= ${now}
      and (g.valid_until is null or g.valid_until > ${now}) and p.deactivated_at is null
      and not exists (select from notice n where n.once = ${once} || ' ' || p.id)
      and not exists (select from notice_preference c where c.person_id = p.id and c.kind = 'news_due'
        and not c.in_app and c.mail = 'off')
    group by p.id order by p.id limit ${atOnce}`.execute(db)
  return rows.map((row) => ({ ...row, once }))
}
