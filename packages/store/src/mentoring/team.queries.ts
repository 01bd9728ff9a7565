import { runsHub } from '@semai/domain/hubs/hub-scope'
import type { TeamPart } from '@semai/domain/mentoring/mentoring.form'
import type { Actor } from '@semai/domain/people/actor'
import { Refusal } from '@semai/domain/refusal'
import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Db, Tx } from '../db/transaction.ts'
import { isUuid } from '../db/uuid.ts'
import { hubScopeOf, membersOfTeam } from './visible-engagements.ts'

/** Every read of teams starts here: that a hub has a team, and how much it does, is public; who is in it is not. */
function visibleTeams(db: Db, _actor: Actor) {
  return db.selectFrom('mentor_team as t').innerJoin('organisation as h', 'h.id', 't.hub_id')
}

/**
 * The teams of a hub by name, at most 100, each with its load: engagements under way and finished, and visits in the 90 days
 * up to today. Who is in them, with the load of each, only for those who may open the hub's board. One query.
 */
export async function hubTeams(
  db: Db,
  actor: Actor,
  { hub, today }: { hub: { organisationId: string | null; readsBoard: boolean }; today: string },
) {
  const rows = await visibleTeams(db, actor)
    .select(['t.id', 't.name', 't.university', 't.decree', 't.ended_on as endedOn'])
    .select([loadOf('active').as('active'), loadOf('completed').as('completed')])
    .select(
      sql<number>`(select count(*)::int from engagement e join engagement_visit v on v.engagement_id = e.id
        where e.team_id = t.id and v.held_on > ${today}::date - 90 and v.held_on <= ${today}::date)`.as(
        'visits',
      ),
    )
    .select(
      jsonArrayFrom(
        db
          .selectFrom('mentor_team_member as m')
          .innerJoin('person as p', 'p.id', 'm.person_id')
          .select(['m.id', 'p.id as personId', 'p.name', 'm.part', 'm.since'])
          .select(
            sql<number>`(select count(*)::int from engagement e where e.team_id = t.id and e.state = 'active'
              and e.mentor_id = p.id)`.as('active'),
          )
          .where(sql<boolean>`m.team_id = t.id and m.until is null and ${hub.readsBoard}::boolean`)
          .orderBy(sql`m.part <> 'lead'`)
          .orderBy('p.name')
          .orderBy('m.id')
          .limit(100),
      )
        .$castTo<
          { id: string; personId: string; name: string; part: TeamPart; since: string; active: number }[]
        >()
        .as('members'),
    )
    .where('t.hub_id', '=', hub.organisationId)
    .orderBy(sql`t.ended_on is not null`)
    .orderBy('t.name')
    .orderBy('t.id')
    .limit(100)
    .execute()
  return rows
}
export type HubTeam = Awaited<ReturnType<typeof hubTeams>>[number]

function loadOf(state: 'active' | 'completed') {
  return sql<number>`(select count(*)::int from engagement e where e.team_id = t.id and e.state = ${state})`
}

/**
 * A team that has not ended with what rules ask, with nobody else changing it until the transaction ends; read after the lock is held.
 * @throws Refusal invalid, at the field `team`.
 */
export async function lockTeam(db: Tx, actor: Actor, id: string) {
  if (isUuid(id)) await db.selectFrom('mentor_team').select('id').where('id', '=', id).forUpdate().execute()
  const row = isUuid(id)
    ? await visibleTeams(db, actor)
        .select(['t.id', 't.name', 't.hub_id as hubId'])
        .select([hubScopeOf.as('hub'), membersOfTeam.as('memberIds')])
        .where('t.id', '=', id)
        .where('t.ended_on', 'is', null)
        .executeTakeFirst()
    : undefined
  if (row) return { ...row, mayRun: runsHub.allows(actor, row.hub) }
  const says = { id: 'Pilih tim dari daftar.', en: 'Choose a team from the list.' }
  throw new Refusal('invalid', says, [{ field: 'team', says }])
}
export type LoadedTeam = Awaited<ReturnType<typeof lockTeam>>
