import { only } from '@semai/domain/lifecycle'
import type { OrganisationKind } from '@semai/domain/organisations/organisation'
import { administersAllAgencies, mayAddPart, mayRestructure } from '@semai/domain/organisations/restructuring'
import type { Actor } from '@semai/domain/people/actor'
import { Refusal } from '@semai/domain/refusal'
import { fold } from '@semai/domain/text/near-miss'
import { audit } from '../db/audit.ts'
import type { Db, Tx } from '../db/transaction.ts'
import { inTransaction } from '../db/transaction.ts'
import { uuidv7 } from '../db/uuid.ts'
import { rebuildSearch } from '../search/rebuild-search.ts'
import { addHistory, changingOrganisation, refuseDay, slugFor } from './record-change.ts'
import type { ChangeTerms } from './record-change.ts'

/** A new organisation; `parent` is the slug of what it is part of, null at the top, which only the ministry adds. */
export type NewOrganisation = {
  name: string
  kind: OrganisationKind
  parent: string | null
  regionCode: string | null
  now: Date
}

/**
 * The organisation is there, in its place in the tree.
 * @returns its slug.
 * @throws Refusal not-found | forbidden | invalid | conflict; nothing is then written.
 */
export function addOrganisation(
  db: Db,
  actor: Actor,
  { name, kind, parent, regionCode, now }: NewOrganisation,
): Promise<string> {
  return inTransaction(db, async (db) => {
    const above = parent === null ? null : await changingOrganisation(db, parent)
    const rule = above === null ? administersAllAgencies : mayAddPart
    if (!rule.allows(actor, above ?? { ownerPath: [], provinceCode: null })) {
      throw new Refusal('forbidden', only(rule))
    }
    await refusePlace(db, { kind, regionCode })
    await refuseSibling(db, name, above?.id ?? null)
    const id = uuidv7()
    const slug = await slugFor(db, { name, distinction: above?.name ?? id.slice(-6), id })
    const row = {
      id,
      slug,
      name,
      kind,
      parent_id: above?.id ?? null,
      region_code: regionCode,
      source_key: null,
    }
    await db.insertInto('organisation').values(row).execute()
    await audit(db, actor, {
      what: 'organisation.add',
      subjectId: id,
      at: now,
      detail: { parent: row.parent_id },
    })
    return slug
  })
}

/**
 * The organisation has the new name and an address after it; the former name is in its history and finds it still, the
 * former address leads to the new one.
 * @returns its new slug.
 * @throws Refusal not-found | forbidden | invalid | conflict; nothing is then written.
 */
export function renameOrganisation(
  db: Db,
  actor: Actor,
  { slug, name, ...terms }: ChangeTerms & { slug: string; name: string },
): Promise<string> {
  return inTransaction(db, async (db) => {
    const before = await changingOrganisation(db, slug)
    if (!mayRestructure.allows(actor, before)) throw new Refusal('forbidden', only(mayRestructure))
    refuseDay(terms)
    if (name === before.name) throw new Refusal('invalid', sameName, [{ field: 'name', says: sameName }])
    if (fold(name) !== fold(before.name)) await refuseSibling(db, name, before.parentId)
    const { id } = before
    await addHistory(db, { organisation_id: id, change: 'renamed', former_name: before.name, terms })
    const renamed = await slugFor(db, { name, distinction: before.slug, id })
    await db.updateTable('organisation').set({ name, slug: renamed }).where('id', '=', id).execute()
    await alsoNamed(db, before.name, id)
    if (renamed !== before.slug) {
      const former = { slug: before.slug, organisation_id: id }
      await db.insertInto('organisation_slug').values(former).execute()
    }
    await searchAnew(db, id)
    await audit(db, actor, {
      what: 'organisation.rename',
      subjectId: id,
      at: terms.now,
      detail: { day: terms.day },
    })
    return renamed
  })
}

/** Files that use this name mean the organisation, unless they mean another already. */
export async function alsoNamed(db: Tx, name: string, id: string): Promise<void> {
  await db
    .insertInto('organisation_alias')
    .values({ name, organisation_id: id })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute()
}

async function searchAnew(db: Tx, organisationId: string): Promise<void> {
  const rows = await db
    .selectFrom('innovation')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .execute()
  await rebuildSearch(
    db,
    rows.map(({ id }) => id),
  )
}

/** @throws Refusal invalid for a region that is not there, and for a second government of one. */
export async function refusePlace(
  db: Tx,
  { kind, regionCode }: Pick<NewOrganisation, 'kind' | 'regionCode'>,
): Promise<void> {
  const at = (says: Refusal['says']) => new Refusal('invalid', says, [{ field: 'region', says }])
  if (regionCode === null) {
    if (kind === 'government') throw at(whichRegion)
    return
  }
  const region = await db
    .selectFrom('region')
    .select('code')
    .where('code', '=', regionCode)
    .executeTakeFirst()
  if (!region) throw at(noRegion)
  if (kind !== 'government') return
  const there = await db
    .selectFrom('organisation')
    .select('name')
    .where('kind', '=', 'government')
    .where('region_code', '=', regionCode)
    .where('ended_on', 'is', null)
    .executeTakeFirst()
  if (there) {
    throw at({
      id: `Daerah ini sudah punya pemerintah: ${there.name}.`,
      en: `This region has a government already: ${there.name}.`,
    })
  }
}

/** @throws Refusal conflict when something beside it has this name, capitals and spaces aside. */
export async function refuseSibling(db: Tx, name: string, parentId: string | null): Promise<void> {
  const beside = await db
    .selectFrom('organisation')
    .select('name')
    .where('parent_id', 'is not distinct from', parentId)
    .where('ended_on', 'is', null)
    .execute()
  if (!beside.some((one) => fold(one.name) === fold(name))) return
  throw new Refusal('conflict', takenName, [{ field: 'name', says: takenName }])
}

const sameName = { id: 'Namanya tidak berubah.', en: 'The name is the same.' }
const takenName = {
  id: 'Nama ini sudah dipakai di tempat yang sama. Buka instansi itu, atau tulis nama lengkapnya.',
  en: 'Something in the same place has this name. Open that one, or write the full name.',
}
const whichRegion = {
  id: 'Isi kode daerah yang diperintahnya, seperti 35.10.',
  en: 'Fill in the code of the region it governs, such as 35.10.',
}
const noRegion = {
  id: 'Tidak ada daerah dengan kode ini. Lihat kodenya di halaman daerah.',
  en: 'No region has this code. See the codes on the pages of regions.',
}
