import { sql } from 'kysely'
import type { Db } from '../db/transaction.ts'
import { noSuchPerson } from './grant.commands.ts'

/** @throws Refusal not-found when nobody has this address. */
export async function personByEmail(db: Db, email: string): Promise<{ id: string; name: string }> {
  const row = await db
    .selectFrom('person')
    .select(['id', 'name'])
    .where('email', '=', email)
    .executeTakeFirst()
  if (!row) throw noSuchPerson()
  return row
}

/** The grants of a person that are in force, oldest first. */
export function grantsOfPerson(db: Db, personId: string, now: Date) {
  return db
    .selectFrom('role_grant as g')
    .leftJoin('organisation as o', 'o.id', 'g.organisation_id')
    .select(['g.id', 'g.role', 'g.organisation_id as organisationId', 'o.name as organisation'])
    .select(['g.province_code as provinceCode', 'g.valid_from as validFrom', 'g.valid_until as validUntil'])
    .select(['g.letter', 'g.certified_at as certifiedAt'])
    .where('g.person_id', '=', personId)
    .where('g.revoked_at', 'is', null)
    .where((eb) => eb.or([eb('g.valid_until', 'is', null), eb('g.valid_until', '>', now)]))
    .orderBy('g.id')
    .execute()
}

/** Everybody with an account and what they are entrusted with, by name; for the machine's administrator. */
export function peopleList(db: Db, now: Date) {
  return db
    .selectFrom('person as p')
    .select(['p.email', 'p.name'])
    .select(
      sql<string>`coalesce((select string_agg(g.role || coalesce(' ' || o.slug, ''), ', ' order by g.id) from role_grant g
        left join organisation o on o.id = g.organisation_id where g.person_id = p.id and g.revoked_at is null
        and (g.valid_until is null or g.valid_until > ${now})), '')`.as('roles'),
    )
    .select(sql<string>`case when p.deactivated_at is null then 'active' else 'closed' end`.as('state'))
    .orderBy('p.name')
    .orderBy('p.id')
    .limit(10_000)
    .execute()
}
