import type { Actor, Role } from '@semai/domain/people/actor'
import { certifiedForDays } from '@semai/domain/people/granting'
import { sql } from 'kysely'
import type { Db } from '../db/transaction.ts'
import { isWithin, scopeIds } from '../organisations/in-scope.ts'
import { certifiedBefore } from './grant-holds.ts'
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

/** Every read of people starts here: the administrator sees all, a local administrator those of the own institution. */
export function visiblePeople(db: Db, actor: Actor) {
  const scope = scopeIds(actor, 'local_admin')
  const isAdministrator = actor.grants.some(({ role }) => role === 'administrator')
  const theirs = sql<boolean>`exists (select 1 from role_grant g join organisation_above a on a.organisation_id = g.organisation_id
    where g.person_id = p.id and g.revoked_at is null and a.above_id = any(${scope}::uuid[]))`
  return db
    .selectFrom('person as p')
    .$if(!isAdministrator, (query) =>
      query.where((eb) => eb.or([isWithin('p.organisation_id', scope), theirs])),
    )
}

/** Grants last looked at before this moment are due: once a year. */
function certifyAgain(now: Date): Date {
  return new Date(now.getTime() - certifiedForDays * 86_400_000)
}

/** Where a page of people begins: after the person with this name and id. */
export type PeopleCursor = { name: string; id: string }

/** A page of people with their grants in force, by name, by keyset. One query. */
export async function peoplePage(
  db: Db,
  actor: Actor,
  { now, after, limit = 50 }: { now: Date; after?: PeopleCursor | undefined; limit?: number },
) {
  const rows = await visiblePeople(db, actor)
    .leftJoin('organisation as o', 'o.id', 'p.organisation_id')
    .select([
      'p.id',
      'p.name',
      'p.post',
      'p.email',
      'o.name as organisation',
      'p.is_demonstration as isDemonstration',
    ])
    .select(
      sql<boolean>`p.totp_secret is not null or exists (select from passkey k where k.person_id = p.id)`.as(
        'hasSecondFactor',
      ),
    )
    .select(sql<boolean>`p.deactivated_at is not null`.as('isClosed'))
    .select(
      sql<
        { id: string; role: Role; organisation: string | null; isDue: boolean; isLapsed: boolean }[]
      >`coalesce((select json_agg(json_build_object(
        'id', g.id, 'role', g.role, 'organisation', og.name,
        'isDue', g.certified_at < ${certifyAgain(now)}, 'isLapsed', g.certified_at <= ${certifiedBefore(now)}) order by g.id) from role_grant g
        left join organisation og on og.id = g.organisation_id where g.person_id = p.id and g.revoked_at is null
        and (g.valid_until is null or g.valid_until > ${now})), '[]')`.as('grants'),
    )
    .$if(after !== undefined, (query) =>
      query.where((eb) => eb(eb.refTuple('p.name', 'p.id'), '>', eb.tuple(after!.name, after!.id))),
    )
    .orderBy('p.name')
    .orderBy('p.id')
    .limit(limit + 1)
    .execute()
  const last = rows.length > limit ? rows[limit - 1]! : null
  return { rows: rows.slice(0, limit), next: last && { name: last.name, id: last.id } }
}
