import { readsTrail } from '@semai/domain/audit/reads-trail'
import type { TrailFilter } from '@semai/domain/audit/trail-filter.form'
import { only } from '@semai/domain/lifecycle'
import type { Actor } from '@semai/domain/people/actor'
import { Refusal } from '@semai/domain/refusal'
import { sql } from 'kysely'
import type { Db } from '../db/transaction.ts'
import { subjectIdOf, subjectName } from './subject-name.ts'

/** A day of the platform, by the clock of Jakarta. */
const zone = 'Asia/Jakarta'

export type TrailPage<Row> = { rows: Row[]; next: number | null }

/**
 * A page of the trail, newest first: what was done to which record by whom. Names are looked up for showing and are not part of
 * the trail. One query.
 * @throws Refusal forbidden.
 */
export async function trailPage(
  db: Db,
  actor: Actor,
  { filter, before, limit = 50 }: { filter: TrailFilter; before?: number | undefined; limit?: number },
) {
  refuseOthers(actor)
  const { apa, perihal, oleh, dari, sampai } = filter
  const rows = await db
    .selectFrom('audit_event as a')
    .leftJoin('person as p', 'p.id', 'a.actor_id')
    .select(['a.id', 'a.at', 'a.what', 'a.subject_id as subjectId', 'a.detail'])
    .select(['a.actor_label as label', 'p.name as actor', subjectName.as('subject')])
    .$if(apa !== '', (query) => query.where('a.what', 'like', `${apa.replaceAll('_', String.raw`\_`)}%`))
    .$if(perihal !== '', (query) => query.where('a.subject_id', '=', subjectIdOf(perihal)))
    .$if(oleh !== '', (query) => query.where('a.actor_id', '=', personIdOf(oleh)))
    .$if(dari !== '', (query) => query.where('a.at', '>=', dayStart(dari)))
    .$if(sampai !== '', (query) => query.where('a.at', '<', dayAfter(sampai)))
    .$if(before !== undefined, (query) => query.where('a.id', '<', before!))
    .orderBy('a.id', 'desc')
    .limit(limit + 1)
    .execute()
  return paged(rows, limit)
}

/**
 * A page of who read data about people, newest first. One query.
 * @throws Refusal forbidden.
 */
export async function readsPage(
  db: Db,
  actor: Actor,
  { filter, before, limit = 50 }: { filter: TrailFilter; before?: number | undefined; limit?: number },
) {
  refuseOthers(actor)
  const { oleh, dari, sampai } = filter
  const rows = await db
    .selectFrom('personal_read as r')
    .leftJoin('person as p', 'p.id', 'r.reader_id')
    .select(['r.id', 'r.at', 'r.what', 'r.people', 'r.reader_label as label', 'p.name as reader'])
    .$if(oleh !== '', (query) => query.where('r.reader_id', '=', personIdOf(oleh)))
    .$if(dari !== '', (query) => query.where('r.at', '>=', dayStart(dari)))
    .$if(sampai !== '', (query) => query.where('r.at', '<', dayAfter(sampai)))
    .$if(before !== undefined, (query) => query.where('r.id', '<', before!))
    .orderBy('r.id', 'desc')
    .limit(limit + 1)
    .execute()
  return paged(rows, limit)
}

function refuseOthers(actor: Actor): void {
  if (!readsTrail.allows(actor, null)) throw new Refusal('forbidden', only(readsTrail))
}

function paged<Row extends { id: number }>(rows: Row[], limit: number): TrailPage<Row> {
  return { rows: rows.slice(0, limit), next: rows.length > limit ? rows[limit - 1]!.id : null }
}

function personIdOf(given: string) {
  return sql<string>`(select id from person where email = ${given})`
}

function dayStart(day: string) {
  return sql<Date>`(${day}::date::timestamp at time zone ${zone})`
}

function dayAfter(day: string) {
  return sql<Date>`((${day}::date + 1)::timestamp at time zone ${zone})`
}
