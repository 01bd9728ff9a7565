import { needWriters } from '@semai/domain/needs/need-access'
import type { NeedSessionForm } from '@semai/domain/needs/need-session.form'
import { only } from '@semai/domain/lifecycle'
import type { Actor } from '@semai/domain/people/actor'
import { Refusal } from '@semai/domain/refusal'
import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import { audit } from '../db/audit.ts'
import type { Db } from '../db/transaction.ts'
import { inTransaction } from '../db/transaction.ts'
import { uuidv7 } from '../db/uuid.ts'
import { ownedColumns, ownerOf } from '../organisations/owner-path.ts'

/**
 * A sitting in which gaps were mapped is recorded with its minute; needs are added to it afterwards.
 * @returns its id.
 * @throws Refusal not-found | forbidden; nothing is then written.
 */
export function recordSession(
  db: Db,
  actor: Actor,
  { organisationId, said, now }: { organisationId: string; said: NeedSessionForm; now: Date },
): Promise<string> {
  return inTransaction(db, async (db) => {
    if (!needWriters.allows(actor, await ownerOf(db, organisationId))) {
      throw new Refusal('forbidden', only(needWriters))
    }
    const id = uuidv7()
    await db
      .insertInto('need_session')
      .values({
        id,
        organisation_id: organisationId,
        held_on: said.heldOn,
        present: said.present,
        minute: said.minute,
        person_id: actor.personId,
        recorded_at: now,
      })
      .execute()
    const detail = { organisation: organisationId }
    await audit(db, actor, { what: 'need_session.record', subjectId: id, at: now, detail })
    return id
  })
}

/**
 * A sitting with its minute and the needs it brought, for its own people and who guides them. One query.
 * @throws Refusal not-found.
 */
export async function sessionPage(db: Db, actor: Actor, id: string) {
  const row = await db
    .selectFrom('need_session as s')
    .innerJoin('organisation as o', 'o.id', 's.organisation_id')
    .select(['s.id', 's.held_on as heldOn', 's.present', 's.minute', 's.organisation_id as organisationId'])
    .select(['o.name as organisation', 'o.slug as organisationSlug', ...ownedColumns])
    .select(needsOf(db).as('needs'))
    .where(sql<string>`s.id::text`, '=', id)
    .executeTakeFirst()
  if (!row || !needWriters.allows(actor, row)) {
    throw new Refusal('not-found', {
      id: 'Sesi ini tidak ada, atau bukan untuk instansi yang Anda bina.',
      en: 'There is no such sitting, or it is not for an organisation you guide.',
    })
  }
  return row
}

function needsOf(db: Db) {
  return jsonArrayFrom(
    db
      .selectFrom('need as n')
      .select(['n.id', 'n.title', 'n.sector', 'n.state', 'n.priority'])
      .where(sql<boolean>`n.session_id = s.id`)
      .orderBy('n.priority', (ob) => ob.desc().nullsLast())
      .orderBy('n.id')
      .limit(100),
  )
}
