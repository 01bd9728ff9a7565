import { runsHub } from '@semai/domain/hubs/hub-scope'
import { only } from '@semai/domain/lifecycle'
import type { LeaveForm, MemberForm, TeamForm } from '@semai/domain/mentoring/mentoring.form'
import type { Actor } from '@semai/domain/people/actor'
import { personActor } from '@semai/domain/people/actor'
import { guidesThere } from '@semai/domain/hubs/hub-scope'
import { Refusal } from '@semai/domain/refusal'
import type { Says } from '@semai/domain/text/says'
import { dayIn } from '@semai/domain/time/clock'
import { audit } from '../db/audit.ts'
import type { Db, Tx } from '../db/transaction.ts'
import { inTransaction } from '../db/transaction.ts'
import { isUuid, uuidv7 } from '../db/uuid.ts'
import { hubNamed } from '../hubs/named-hub.ts'
import { grantsInForce } from '../people/grants-in-force.ts'
import { lockTeam } from './team.queries.ts'
import type { LoadedTeam } from './team.queries.ts'

/**
 * A team is attached to a hub.
 * @returns its id.
 * @throws Refusal not-found | forbidden | conflict for a hub without an organisation; nothing is then written.
 */
export function formTeam(
  db: Db,
  actor: Actor,
  { slug, said, now }: { slug: string; said: TeamForm; now: Date },
): Promise<string> {
  return inTransaction(db, async (db) => {
    const hub = await hubNamed(db, actor, slug)
    if (!runsHub.allows(actor, hub)) throw new Refusal('forbidden', only(runsHub))
    if (hub.organisationId === null) throw hasNoOrganisation()
    const id = uuidv7()
    const team = {
      id,
      hub_id: hub.organisationId,
      ...said,
      formed_by: actor.personId,
      formed_at: now,
      ended_on: null,
    }
    await db.insertInto('mentor_team').values(team).execute()
    await audit(db, actor, {
      what: 'mentor_team.form',
      subjectId: id,
      at: now,
      detail: { hub: hub.organisationId },
    })
    return id
  })
}

/**
 * Somebody is in a team: an account that holds the role of mentor, or of hub, for this hub.
 * @throws Refusal forbidden | invalid | conflict for who is in it already; nothing is then written.
 */
export function addMember(
  db: Db,
  actor: Actor,
  { said, now }: { said: MemberForm; now: Date },
): Promise<string> {
  return inTransaction(db, async (db) => {
    const team = await loadOwnTeam(db, actor, said.team)
    if (said.since > dayIn(now)) throw fault('since', stillToCome)
    const personId = await mentorByEmail(db, { email: said.email, team, now })
    if (team.memberIds.includes(personId)) throw fault('email', isInIt, 'conflict')
    const id = uuidv7()
    await db
      .insertInto('mentor_team_member')
      .values({ id, team_id: team.id, person_id: personId, part: said.part, since: said.since, until: null })
      .execute()
    await audit(db, actor, {
      what: 'mentor_team.join',
      subjectId: team.id,
      at: now,
      detail: { person: personId, part: said.part },
    })
    return id
  })
}

/**
 * Somebody was in a team until a day; engagements this person was in charge of have nobody in charge.
 * @throws Refusal forbidden | not-found | invalid; nothing is then written.
 */
export function leaveTeam(
  db: Db,
  actor: Actor,
  { said, now }: { said: LeaveForm; now: Date },
): Promise<void> {
  return inTransaction(db, async (db) => {
    const member = isUuid(said.member)
      ? await db
          .selectFrom('mentor_team_member')
          .select(['id', 'team_id', 'person_id', 'since'])
          .where('id', '=', said.member)
          .where('until', 'is', null)
          .executeTakeFirst()
      : undefined
    if (!member) throw noSuchMember()
    await loadOwnTeam(db, actor, member.team_id)
    if (said.until > dayIn(now)) throw fault('until', stillToCome)
    if (said.until < member.since) throw fault('until', beforeJoining)
    await db
      .updateTable('mentor_team_member')
      .set({ until: said.until })
      .where('id', '=', member.id)
      .execute()
    await db
      .updateTable('engagement')
      .set({ mentor_id: null })
      .where('team_id', '=', member.team_id)
      .where('mentor_id', '=', member.person_id)
      .where('state', '=', 'active')
      .execute()
    const detail = { person: member.person_id }
    await audit(db, actor, { what: 'mentor_team.leave', subjectId: member.team_id, at: now, detail })
  })
}

/**
 * A team that has nothing under way is no longer there; what it did stays.
 * @throws Refusal forbidden | invalid | conflict while something is under way; nothing is then written.
 */
export function endTeam(
  db: Db,
  actor: Actor,
  { team: wanted, now }: { team: string; now: Date },
): Promise<void> {
  return inTransaction(db, async (db) => {
    const team = await loadOwnTeam(db, actor, wanted)
    const today = dayIn(now)
    const open = await db
      .selectFrom('engagement')
      .select('id')
      .where('team_id', '=', team.id)
      .where('state', '=', 'active')
      .executeTakeFirst()
    if (open) throw fault('team', hasWork, 'conflict')
    await db.updateTable('mentor_team').set({ ended_on: today }).where('id', '=', team.id).execute()
    await db
      .updateTable('mentor_team_member')
      .set({ until: today })
      .where('team_id', '=', team.id)
      .where('until', 'is', null)
      .execute()
    await audit(db, actor, { what: 'mentor_team.end', subjectId: team.id, at: now })
  })
}

async function loadOwnTeam(db: Tx, actor: Actor, id: string): Promise<LoadedTeam> {
  const team = await lockTeam(db, actor, id)
  if (!team.mayRun) throw new Refusal('forbidden', only(runsHub))
  return team
}

type Wanted = { email: string; team: LoadedTeam; now: Date }

/** One answer for an unknown address and for one that may not: nobody learns from it who has an account. */
async function mentorByEmail(db: Tx, { email, team, now }: Wanted): Promise<string> {
  const person = await db
    .selectFrom('person as p')
    .select(['p.id', grantsInForce(now).as('grants')])
    .where('p.email', '=', email.toLowerCase())
    .where('p.deactivated_at', 'is', null)
    .executeTakeFirst()
  if (person && guidesThere.allows(personActor(person.id, person.grants), team.hub)) return person.id
  throw fault('email', noMentor)
}

function fault(field: string, says: Says, code: 'invalid' | 'conflict' = 'invalid'): Refusal {
  return new Refusal(code, says, [{ field, says }])
}

const stillToCome: Says = { id: 'Hari itu belum tiba.', en: 'That day is still to come.' }
const beforeJoining: Says = {
  id: 'Hari itu sebelum orang ini bergabung.',
  en: 'That day is before this person joined.',
}
const isInIt: Says = { id: 'Orang ini sudah di dalam tim.', en: 'This person is in the team already.' }
const hasWork: Says = {
  id: 'Tim ini masih mendampingi. Selesaikan atau akhiri pendampingannya dulu.',
  en: 'This team still accompanies somebody. Complete or end its engagements first.',
}
const noMentor: Says = {
  id: 'Tidak ada pendamping hub ini dengan alamat itu. Minta administrator platform memberi peran Tim Pendamping dulu.',
  en: 'No mentor of this hub has that address. Ask the administrator of the platform for the role of mentor first.',
}

function noSuchMember(): Refusal {
  return new Refusal('not-found', {
    id: 'Orang ini tidak ada lagi di dalam tim. Muat ulang halaman.',
    en: 'This person is no longer in the team. Load the page again.',
  })
}

function hasNoOrganisation(): Refusal {
  return new Refusal('conflict', {
    id: 'Instansi hub ini belum tercatat. Minta admin kementerian menambahkannya di daftar instansi.',
    en: 'The organisation of this hub is not on record. Ask the secretariat to add it to the list of agencies.',
  })
}
