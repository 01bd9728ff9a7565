import { only } from '@semai/domain/lifecycle'
import { ownersAs } from '@semai/domain/people/access'
import type { Actor } from '@semai/domain/people/actor'
import { Refusal } from '@semai/domain/refusal'
import type { ForumForm } from '@semai/domain/replications/replication.form'
import { dayIn } from '@semai/domain/time/clock'
import { audit } from '../db/audit.ts'
import type { Db, Tx } from '../db/transaction.ts'
import { inTransaction } from '../db/transaction.ts'
import { uuidv7 } from '../db/uuid.ts'
import { organisationIdOf } from '../organisations/owner-path.ts'
import { insertReplication } from './insert-replication.ts'
import { namedInnovations, namedOrganisations } from './named-records.ts'
import { tellAdopter } from './replication-news.ts'

const asHub = ownersAs({ id: 'hub yang bersangkutan', en: 'the hub in question' }, 'hub')

/**
 * A forum of a hub is on record with its minute, and a replication is there for each of its decisions, being prepared and
 * chosen on the day of the forum: all of them, or none.
 * @returns the id of the forum.
 * @throws Refusal forbidden | invalid | conflict; nothing is then written.
 */
export function recordForum(
  db: Db,
  actor: Actor,
  { said, now }: { said: ForumForm; now: Date },
): Promise<string> {
  return inTransaction(db, async (db) => {
    const hubId = await organisationIdOf(db, said.hub)
    const hub = { ownerPath: [hubId], provinceCode: null }
    if (!asHub.allows(actor, hub)) throw new Refusal('forbidden', only(asHub))
    if (said.heldOn > dayIn(now)) throw stillToCome()
    const id = uuidv7()
    await db
      .insertInto('forum')
      .values({
        id,
        hub_id: hubId,
        title: said.title,
        held_on: said.heldOn,
        place: said.place,
        minute_number: said.minuteNumber,
        minute: said.minute,
        link: said.link,
        recorded_by: actor.personId,
        recorded_at: now,
      })
      .execute()
    const decided = await decide(db, actor, { forumId: id, hubId, said, now })
    await audit(db, actor, { what: 'forum.record', subjectId: id, at: now, detail: { hub: hubId, decided } })
    return id
  })
}

type Decided = { forumId: string; hubId: string; said: ForumForm; now: Date }

async function decide(db: Tx, actor: Actor, { forumId, hubId, said, now }: Decided): Promise<number> {
  const field = 'decisions'
  const adopters = await namedOrganisations(
    db,
    said.decisions.map(({ organisation }) => organisation),
    field,
  )
  const innovations = await namedInnovations(
    db,
    said.decisions.map(({ innovation }) => innovation),
    field,
  )
  await refuseOutside(db, actor, { hubId, adopterIds: adopters.map(({ id }) => id) })
  for (const [at, { localName }] of said.decisions.entries()) {
    const { code } = await insertReplication(db, actor, {
      innovation_id: innovations[at]!.id,
      organisationId: adopters[at]!.id,
      local_name: localName,
      route: 'forum',
      state: 'preparing',
      year: said.year,
      forum_id: forumId,
      reached: [{ kind: 'choice', on: said.heldOn, number: said.minuteNumber }],
      by: { role: 'hub', organisationId: hubId },
      now,
    })
    await tellAdopter(db, actor, { code, now })
  }
  return said.decisions.length
}

/** A hub decides for those in its scope: its own tree, and the provinces its people were given. */
async function refuseOutside(
  db: Tx,
  { grants }: Actor,
  { hubId, adopterIds }: { hubId: string; adopterIds: readonly string[] },
): Promise<void> {
  const provinces = grants.flatMap(({ role, organisationId, provinceCode }) =>
    role === 'hub' && organisationId === hubId && provinceCode !== null ? [provinceCode] : [],
  )
  const outside = await db
    .selectFrom('organisation as o')
    .select('o.name')
    .where('o.id', 'in', [...adopterIds])
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('organisation_above as x')
            .innerJoin('organisation as above', 'above.id', 'x.above_id')
            .select('x.above_id')
            .whereRef('x.organisation_id', '=', 'o.id')
            .where((eb) =>
              eb.or([
                eb('x.above_id', '=', hubId),
                eb(eb.fn('left', ['above.region_code', eb.val(2)]), '=', eb.fn.any(eb.val(provinces))),
              ]),
            ),
        ),
      ),
    )
    .limit(5)
    .execute()
  if (outside.length === 0) return
  const names = outside.map(({ name }) => name).join('; ')
  const says = {
    id: `Di luar binaan hub ini: ${names}. Hapus barisnya, atau sarankan lewat rekomendasi.`,
    en: `Outside the scope of this hub: ${names}. Take the lines out, or recommend it to them.`,
  }
  throw new Refusal('invalid', says, [{ field: 'decisions', says }])
}

function stillToCome(): Refusal {
  const says = { id: 'Hari forum itu belum tiba.', en: 'The day of the forum is still to come.' }
  return new Refusal('invalid', says, [{ field: 'heldOn', says }])
}
