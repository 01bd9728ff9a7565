import { runsHub } from '@semai/domain/hubs/hub-scope'
import { only } from '@semai/domain/lifecycle'
import { engagementLifecycle } from '@semai/domain/mentoring/engagement.lifecycle'
import type { EngagementForm } from '@semai/domain/mentoring/mentoring.form'
import type { Actor } from '@semai/domain/people/actor'
import { Refusal } from '@semai/domain/refusal'
import type { Says } from '@semai/domain/text/says'
import { dayIn } from '@semai/domain/time/clock'
import { sql } from 'kysely'
import { audit } from '../db/audit.ts'
import type { Db, Tx } from '../db/transaction.ts'
import { inTransaction } from '../db/transaction.ts'
import { isUuid, uuidv7 } from '../db/uuid.ts'
import { visibleNeeds } from '../needs/visible-needs.ts'
import { isWithin } from '../organisations/in-scope.ts'
import { namedOrganisations } from '../replications/named-records.ts'
import { visibleReplications } from '../replications/visible-replications.ts'
import { tellEngagement } from './engagement-news.ts'
import { mentoringRules } from './mentoring-rules.ts'
import { lockTeam } from './team.queries.ts'
import type { LoadedTeam } from './team.queries.ts'

type Asked = { said: EngagementForm; now: Date }

/**
 * A team accompanies an organisation from a day on, through the stages of the list from the chosen one, each with the time
 * that is promised now; both are told.
 * @returns its id.
 * @throws Refusal forbidden | invalid | conflict where the same is under way; nothing is then written.
 */
export function startEngagement(db: Db, actor: Actor, { said, now }: Asked): Promise<string> {
  return inTransaction(db, async (db) => {
    const team = await lockTeam(db, actor, said.team)
    if (!team.mayRun) throw new Refusal('forbidden', only(runsHub))
    const about = await checked(db, actor, { said, team, now })
    const id = uuidv7()
    const inserted = await db
      .insertInto('engagement')
      .values({
        id,
        team_id: team.id,
        ...about,
        state: engagementLifecycle.initial,
        purpose: said.purpose,
        reason: null,
        started_by: actor.personId,
        started_at: now,
        moved_at: now,
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    if (inserted.numInsertedOrUpdatedRows === 0n) throw fault('organisation', isUnderWay, 'conflict')
    await insertStages(db, { id, said })
    const detail = { team: team.id, organisation: about.organisation_id }
    await audit(db, actor, { what: 'engagement.start', subjectId: id, at: now, detail })
    await tellEngagement(db, actor, { id, kind: 'engagement_begun', now })
    return id
  })
}

async function checked(db: Tx, actor: Actor, { said, team, now }: Asked & { team: LoadedTeam }) {
  if (said.startedOn > dayIn(now)) throw fault('startedOn', stillToCome)
  const [organisation] = await namedOrganisations(db, [said.organisation], 'organisation')
  await refuseOutside(db, { organisationId: organisation!.id, team })
  if (said.mentor !== null && !team.memberIds.includes(said.mentor)) throw fault('mentor', notInTeam)
  return {
    organisation_id: organisation!.id,
    mentor_id: said.mentor,
    replication_id: await replicationOf(db, actor, {
      code: said.replication,
      organisationId: organisation!.id,
    }),
    need_id: await needOf(db, actor, { id: said.need, organisationId: organisation!.id }),
  }
}

/** Whom a hub accompanies lies in its province, or in its own tree. */
async function refuseOutside(db: Tx, { organisationId, team }: { organisationId: string; team: LoadedTeam }) {
  const { provinceCode } = team.hub
  const found = await db
    .selectFrom('organisation as o')
    .select('o.id')
    .where('o.id', '=', organisationId)
    .where(
      sql<boolean>`(${isWithin('o.id', [team.hubId])} or ${provinceCode}::text is not null and exists (
        select from organisation_above x join organisation above on above.id = x.above_id
        where x.organisation_id = o.id and left(above.region_code, 2) = ${provinceCode}))`,
    )
    .executeTakeFirst()
  if (!found) throw fault('organisation', outside)
}

type Named<Key> = { organisationId: string } & Key

async function replicationOf(db: Tx, actor: Actor, { code, organisationId }: Named<{ code: string | null }>) {
  if (code === null) return null
  const row = await visibleReplications(db, actor)
    .select('r.id')
    .where('r.code', '=', code.toUpperCase())
    .where(isWithin('r.organisation_id', [organisationId]))
    .executeTakeFirst()
  if (!row) throw fault('replication', noReplication)
  return row.id
}

async function needOf(db: Tx, actor: Actor, { id, organisationId }: Named<{ id: string | null }>) {
  if (id === null) return null
  const row = isUuid(id)
    ? await visibleNeeds(db, actor)
        .select('n.id')
        .where('n.id', '=', id)
        .where(isWithin('n.organisation_id', [organisationId]))
        .executeTakeFirst()
    : undefined
  if (!row) throw fault('need', noNeed)
  return row.id
}

async function insertStages(db: Tx, { id, said }: { id: string; said: EngagementForm }): Promise<void> {
  const { stages } = await mentoringRules(db)
  const list = stages.filter(({ isRetired }) => !isRetired)
  const first = list.findIndex(({ key }) => key === said.stage)
  if (first < 0) throw fault('stage', noStage)
  const rows = list.slice(first).map(({ key, promisedDays }, i) => ({
    engagement_id: id,
    position: i + 1,
    stage: key,
    promised_days: promisedDays,
    entered_on: i === 0 ? said.startedOn : null,
    left_on: null,
  }))
  await db.insertInto('engagement_stage').values(rows).execute()
}

function fault(field: string, says: Says, code: 'invalid' | 'conflict' = 'invalid'): Refusal {
  return new Refusal(code, says, [{ field, says }])
}

const stillToCome: Says = { id: 'Hari itu belum tiba.', en: 'That day is still to come.' }
const outside: Says = {
  id: 'Instansi ini di luar lingkup hub. Pilih anggota hub atau unitnya.',
  en: 'This organisation is outside the scope of the hub. Choose a member of the hub or a unit of one.',
}
const notInTeam: Says = {
  id: 'Pilih penanggung jawab dari anggota tim ini.',
  en: 'Choose somebody in charge who is in this team.',
}
const noReplication: Says = {
  id: 'Instansi ini tidak punya replikasi dengan kode itu. Salin kodenya dari halaman replikasi.',
  en: 'This organisation has no replication of that code. Copy the code from the page of the replication.',
}
const noNeed: Says = {
  id: 'Instansi ini tidak punya kebutuhan itu. Salin alamat halaman kebutuhannya.',
  en: 'This organisation has no such need. Copy the address of the page of the need.',
}
const noStage: Says = { id: 'Pilih tahap dari daftar.', en: 'Choose a stage from the list.' }
const isUnderWay: Says = {
  id: 'Tim ini sudah mendampingi instansi itu untuk hal yang sama. Buka pendampingannya di daftar.',
  en: 'This team accompanies that organisation about the same already. Open the engagement in the list.',
}
