import { only } from '@semai/domain/lifecycle'
import type { OrganisationKind } from '@semai/domain/organisations/organisation'
import { mayRestructure } from '@semai/domain/organisations/restructuring'
import type { Actor } from '@semai/domain/people/actor'
import { Refusal } from '@semai/domain/refusal'
import type { FieldFault } from '@semai/domain/refusal'
import { audit } from '../db/audit.ts'
import type { Db, Tx } from '../db/transaction.ts'
import { inTransaction } from '../db/transaction.ts'
import { uuidv7 } from '../db/uuid.ts'
import { carryChosen } from './carry-records.ts'
import { refuseSibling } from './organisation-change.commands.ts'
import { countsOf, recount } from './organisation-merge.commands.ts'
import type { CarriedCounts } from './organisation-merge.commands.ts'
import { addHistory, changingOrganisation, refuseDay, slugFor } from './record-change.ts'
import type { ChangeTerms } from './record-change.ts'

/** What comes out of an organisation, beside it; parts that go along by slug, innovations by code. */
export type Split = ChangeTerms & {
  from: string
  name: string
  kind: OrganisationKind
  parts: readonly string[]
  innovations: readonly string[]
}

/**
 * A new organisation is there beside the old, from that day, with the parts and innovations that go along and the claims
 * about those innovations. Roles stay where they are: who acts for the new one is invited anew.
 * @returns its slug and what was carried.
 * @throws Refusal not-found | forbidden | invalid | conflict; nothing is then written.
 */
export function splitOrganisation(
  db: Db,
  actor: Actor,
  { from, name, kind, parts, innovations, ...terms }: Split,
): Promise<{ slug: string; counts: CarriedCounts }> {
  return inTransaction(db, async (db) => {
    const old = await changingOrganisation(db, from)
    if (!mayRestructure.allows(actor, old)) throw new Refusal('forbidden', only(mayRestructure))
    refuseDay(terms)
    if (kind === 'government') throw new Refusal('invalid', addIt, [{ field: 'kind', says: addIt }])
    await refuseSibling(db, name, old.parentId)
    const chosen = await chosenRecords(db, old.id, { parts, innovations })
    const id = uuidv7()
    const slug = await slugFor(db, { name, distinction: old.slug, id })
    const place = { parent_id: old.parentId, region_code: old.regionCode, source_key: null }
    await db
      .insertInto('organisation')
      .values({ id, slug, name, kind, ...place, began_on: terms.day })
      .execute()
    const change = await addHistory(db, { organisation_id: old.id, change: 'split', successor_id: id, terms })
    const carried = await carryChosen(db, { change, from: old.id, into: id, now: terms.now }, chosen)
    await recount(db, carried)
    const counts = countsOf(carried)
    await audit(db, actor, {
      what: 'organisation.split',
      subjectId: old.id,
      at: terms.now,
      detail: { into: id, day: terms.day, ...counts },
    })
    return { slug, counts }
  })
}

/** Ids of what goes along. @throws Refusal invalid naming what is not the organisation's. */
async function chosenRecords(
  db: Tx,
  organisationId: string,
  { parts, innovations }: Pick<Split, 'parts' | 'innovations'>,
) {
  const units = await db
    .selectFrom('organisation')
    .select(['id', 'slug as name'])
    .where('parent_id', '=', organisationId)
    .where('ended_on', 'is', null)
    .where('slug', 'in', ['', ...parts])
    .execute()
  const records = await db
    .selectFrom('innovation as i')
    .select(['i.id', 'i.code as name'])
    .where('i.code', 'in', ['', ...innovations.map((code) => code.toUpperCase())])
    .where((eb) =>
      eb.or([
        eb('i.organisation_id', '=', organisationId),
        eb.exists(
          eb
            .selectFrom('claim as c')
            .select('c.id')
            .whereRef('c.innovation_id', '=', 'i.id')
            .where('c.organisation_id', '=', organisationId),
        ),
      ]),
    )
    .execute()
  const codes = innovations.map((code) => code.toUpperCase())
  const faults = [...missing('parts', parts, units), ...missing('innovations', codes, records)]
  if (faults.length > 0) throw new Refusal('invalid', faults[0]!.says, faults)
  return { parts: units.map(({ id }) => id), innovations: records.map(({ id }) => id) }
}

function missing(
  field: 'parts' | 'innovations',
  asked: readonly string[],
  found: readonly { name: string }[],
): FieldFault[] {
  const there = new Set(found.map(({ name }) => name))
  const strange = asked.filter((name) => !there.has(name)).map((name) => name.slice(0, 80))
  if (strange.length === 0) return []
  const names = strange.slice(0, 10).join(', ')
  const says =
    field === 'parts'
      ? {
          id: `Bukan bagian langsung instansi ini: ${names}. Tulis akhir alamat halaman unitnya.`,
          en: `Not a direct part of this organisation: ${names}. Write the end of the address of the unit's page.`,
        }
      : {
          id: `Bukan inovasi yang diciptakan atau dijalankan instansi ini: ${names}. Tulis kodenya, seperti INV-0014.`,
          en: `Not an innovation this organisation created or runs: ${names}. Write its code, such as INV-0014.`,
        }
  return [{ field, says }]
}

const addIt = {
  id: 'Pemerintah daerah baru ditambahkan sebagai instansi sendiri, dengan kode daerahnya.',
  en: 'A new regional government is added as an organisation of its own, with the code of its region.',
}
