import type { DecreeForm } from '@semai/domain/hubs/hub.form'
import { only } from '@semai/domain/lifecycle'
import { secretariat } from '@semai/domain/people/access'
import type { Actor } from '@semai/domain/people/actor'
import { Refusal } from '@semai/domain/refusal'
import type { Says } from '@semai/domain/text/says'
import { dayIn } from '@semai/domain/time/clock'
import { sql } from 'kysely'
import { audit } from '../db/audit.ts'
import type { Db, Tx } from '../db/transaction.ts'
import { inTransaction } from '../db/transaction.ts'
import { uuidv7 } from '../db/uuid.ts'
import { ensureSource } from '../exchange/ensure-source.ts'

/** A region, or an organisation. */
type Place = { region_code: string | null; organisation_id: string | null }

/**
 * A decree that designates a hub is on record with whom it is in charge of; who was no hub before is one now, and earlier
 * decrees stay. What people may do follows from roles, not from a decree.
 * @returns the address of the hub.
 * @throws Refusal forbidden | invalid, naming lines nobody goes by | conflict for a number the hub has; nothing is then written.
 */
export async function recordDecree(
  db: Db,
  actor: Actor,
  { said, now }: { said: DecreeForm; now: Date },
): Promise<string> {
  if (!secretariat.allows(actor, null)) throw new Refusal('forbidden', only(secretariat))
  return inTransaction(db, async (db) => {
    if (said.decidedOn > dayIn(now)) throw fault('decidedOn', stillToCome)
    const [hub] = await placesNamed(db, [said.hub], 'hub')
    const scope = await placesNamed(db, said.scope, 'scope')
    const id = uuidv7()
    await insertDecree(db, actor, { id, hub: hub!, said, now })
    await db
      .insertInto('hub_decree_scope')
      .values(scope.map(({ slug: _, ...place }, i) => ({ decree_id: id, position: i + 1, ...place })))
      .execute()
    await ensureHub(db, { hub: hub!, said })
    const detail = { region: hub!.region_code, organisation: hub!.organisation_id, scope: scope.length }
    await audit(db, actor, { what: 'hub.designate', subjectId: id, at: now, detail })
    return hub!.slug
  })
}

type Decree = { id: string; hub: NamedPlace; said: DecreeForm; now: Date }

async function insertDecree(db: Tx, actor: Actor, { id, hub, said, now }: Decree): Promise<void> {
  const inserted = await db
    .insertInto('hub_decree')
    .values({
      id,
      region_code: hub.region_code,
      organisation_id: hub.organisation_id,
      number: said.number,
      decided_on: said.decidedOn,
      valid_from: said.validFrom,
      valid_until: said.validUntil,
      link: said.link,
      note: said.note,
      recorded_by: actor.personId,
      recorded_at: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (inserted.numInsertedOrUpdatedRows === 0n) throw fault('number', isThere, 'conflict')
}

/** The hub is among those that are known, designated in the year of the decree. */
async function ensureHub(db: Tx, { hub, said }: Pick<Decree, 'hub' | 'said'>): Promise<void> {
  const { region_code, organisation_id } = hub
  const year = Number(said.decidedOn.slice(0, 4))
  const source_id = await ensureSource(db, said.number, said.link)
  await db
    .insertInto('hub')
    .values({ id: uuidv7(), region_code, organisation_id, year, status: 'designated', source_id })
    .onConflict((conflict) =>
      conflict.columns(['region_code', 'organisation_id', 'year']).doUpdateSet({ status: 'designated' }),
    )
    .execute()
}

type NamedPlace = Place & { slug: string }

/** The regions and organisations that are meant, in their order; a government of a region is its region. One query. */
async function placesNamed(db: Tx, wanted: readonly string[], field: string): Promise<NamedPlace[]> {
  const { rows } = await sql<NamedPlace & { typed: string }>`
    select w.typed, g.code as region_code, null::uuid as organisation_id, g.slug
      from unnest(${wanted}::text[]) as w (typed) join region g on g.slug = lower(w.typed) or lower(g.name) = lower(w.typed)
    union
    select w.typed, case when o.kind = 'government' then o.region_code end,
        case when o.kind = 'government' and o.region_code is not null then null else o.id end,
        case when o.kind = 'government' and o.region_code is not null then g.slug else o.slug end
      from unnest(${wanted}::text[]) as w (typed) join organisation o on o.slug = lower(w.typed) or lower(o.name) = lower(w.typed)
      left join region g on g.code = o.region_code
      where o.ended_on is null`.execute(db)
  const found = Map.groupBy(rows, ({ typed }) => typed)
  const bad = wanted.filter((typed) => found.get(typed)?.length !== 1)
  if (bad.length > 0) throw fault(field, unknown(bad.slice(0, 5).join('; ')))
  return wanted.map((typed) => {
    const { region_code, organisation_id, slug } = found.get(typed)![0]!
    return { region_code, organisation_id, slug }
  })
}

function fault(field: string, says: Says, code: 'invalid' | 'conflict' = 'invalid'): Refusal {
  return new Refusal(code, says, [{ field, says }])
}

function unknown(listed: string): Says {
  return {
    id: `Tidak dikenal, atau lebih dari satu: ${listed}. Tulis nama persis atau alamat singkatnya.`,
    en: `Unknown, or more than one: ${listed}. Write the exact name or the short address.`,
  }
}

const stillToCome: Says = { id: 'Hari itu belum tiba.', en: 'That day is still to come.' }
const isThere: Says = {
  id: 'Keputusan bernomor ini sudah tercatat untuk hub itu.',
  en: 'A decree of this number is on record for that hub already.',
}
