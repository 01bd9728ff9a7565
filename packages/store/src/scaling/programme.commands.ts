import { only } from '@semai/domain/lifecycle'
import type { Actor } from '@semai/domain/people/actor'
import { Refusal } from '@semai/domain/refusal'
import { writesProgramme } from '@semai/domain/scaling/scaling-programme'
import type { ScalingProgrammeForm } from '@semai/domain/scaling/scaling-programme.form'
import { freeSlug } from '@semai/domain/text/slug'
import type { Says } from '@semai/domain/text/says'
import { sql } from 'kysely'
import { audit } from '../db/audit.ts'
import type { Db, Tx } from '../db/transaction.ts'
import { inTransaction } from '../db/transaction.ts'
import { uuidv7 } from '../db/uuid.ts'
import { ensureSource } from '../exchange/ensure-source.ts'
import { organisationIdOf, ownerOf } from '../organisations/owner-path.ts'
import { fillProgramme } from './fill-programme.ts'
import { programmeNamed } from './programmes.ts'

type Saved = {
  /** The programme that is changed; null for a new one. */
  slug: string | null
  said: ScalingProgrammeForm
  now: Date
}

/**
 * The programme stands as it was written: its ministry, what it takes to scale, legal bases and targets. Who may write for the
 * ministry that has it may also hand it to one they may write for.
 * @returns the address of the programme.
 * @throws Refusal not-found | forbidden | conflict when somebody saved in between | invalid, naming lines nobody goes by; nothing
 *   is then written.
 */
export function saveProgramme(db: Db, actor: Actor, { slug, said, now }: Saved): Promise<string> {
  return inTransaction(db, async (db) => {
    const owner_id = await ownerNamed(db, said.owner)
    await mustWrite(db, actor, owner_id)
    const before = slug === null ? null : await locked(db, actor, { slug, revision: said.revision })
    const innovations = await innovationsNamed(db, said.innovations)
    const regions = await regionsNamed(db, said.regions)
    const source_id = said.source === null ? null : await ensureSource(db, said.source, said.sourceLink)
    const values = {
      name: said.name,
      owner_id,
      named_on: said.namedOn,
      protection_id: said.protection,
      // The words of before belong to the words of before.
      protection_en: said.protection === before?.protectionId ? before.protectionEn : null,
      source_id,
      revision: (before?.revision ?? 0) + 1,
      recorded_by: actor.personId,
      updated_at: now,
    }
    const saved = before
      ? await changed(db, before, values)
      : await added(db, { ...values, recorded_at: now })
    await fillProgramme(db, saved.id, { ...said, innovations, regions })
    const detail = { innovations: innovations.length, targets: said.targets.length, regions: regions.length }
    const what = before ? 'scaling_programme.write' : 'scaling_programme.start'
    await audit(db, actor, { what, subjectId: saved.id, at: now, detail })
    return saved.slug
  })
}

async function mustWrite(db: Tx, actor: Actor, ownerId: string): Promise<void> {
  if (!writesProgramme.allows(actor, await ownerOf(db, ownerId))) {
    throw new Refusal('forbidden', only(writesProgramme))
  }
}

type Values = {
  name: string
  owner_id: string
  named_on: string | null
  protection_id: string | null
  protection_en: string | null
  source_id: string | null
  revision: number
  recorded_by: string | null
  updated_at: Date
}

async function added(db: Tx, values: Values & { recorded_at: Date }): Promise<{ id: string; slug: string }> {
  const taken = await db.selectFrom('scaling_programme').select('slug').execute()
  const slug = freeSlug(values.name, 'program', new Set([...taken.map((row) => row.slug), ...reserved]))
  const id = uuidv7()
  await db
    .insertInto('scaling_programme')
    .values({ id, slug, ...values })
    .execute()
  return { id, slug }
}

/** Addresses below `/program` that are no programme. */
const reserved = ['baru', 'papan', 'peristiwa', 'temuan']

async function changed(db: Tx, { id, slug }: { id: string; slug: string }, values: Values) {
  await db.updateTable('scaling_programme').set(values).where('id', '=', id).execute()
  return { id, slug }
}

/** The programme with nobody else changing it until the transaction ends, where this person may write it as it was seen. */
async function locked(db: Tx, actor: Actor, { slug, revision }: { slug: string; revision: number }) {
  await db.selectFrom('scaling_programme').select('id').where('slug', '=', slug).forUpdate().execute()
  const before = await programmeNamed(db, actor, slug)
  if (!before.mayWrite) throw new Refusal('forbidden', only(writesProgramme))
  if (before.revision !== revision) throw new Refusal('conflict', changedSince)
  return before
}

async function ownerNamed(db: Tx, named: string): Promise<string> {
  return organisationIdOf(db, named).catch((problem: unknown) => {
    if (!(problem instanceof Refusal)) throw problem
    throw fault('owner', problem.faults[0]?.says ?? problem.says)
  })
}

/** The ids of the innovations by code, slug or full name, in their order. One query. */
async function innovationsNamed(db: Tx, wanted: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ typed: string; id: string }>`
    select w.typed, i.id from unnest(${wanted}::text[]) as w (typed)
      join innovation i on i.code = upper(w.typed) or i.slug = lower(w.typed) or lower(i.name) = lower(w.typed)
      where i.merged_into is null`.execute(db)
  return found(wanted, rows, 'innovations').map(({ id }) => id)
}

/** The codes of the regions by code, slug or name. One query. */
async function regionsNamed(db: Tx, wanted: ScalingProgrammeForm['regions']) {
  const names = wanted.map(({ name }) => name)
  const { rows } = await sql<{ typed: string; code: string }>`
    select w.typed, g.code from unnest(${names}::text[]) as w (typed)
      join region g on g.code = w.typed or g.slug = lower(w.typed) or lower(g.name) = lower(w.typed)`.execute(
    db,
  )
  const codes = found(names, rows, 'regions').map(({ code }) => code)
  const twice = codes.find((code, i) => codes.indexOf(code) !== i)
  if (twice !== undefined) throw fault('regions', unknown(twice))
  return codes.map((code, i) => ({ code, byYear: wanted[i]!.byYear }))
}

/** What each line means, where it means one thing. */
function found<Row extends { typed: string }>(
  wanted: readonly string[],
  rows: readonly Row[],
  field: string,
): Row[] {
  const by = Map.groupBy(rows, ({ typed }) => typed)
  const bad = wanted.filter((typed) => by.get(typed)?.length !== 1)
  if (bad.length > 0) throw fault(field, unknown(bad.slice(0, 5).join('; ')))
  return wanted.map((typed) => by.get(typed)![0]!)
}

function fault(field: string, says: Says): Refusal {
  return new Refusal('invalid', says, [{ field, says }])
}

function unknown(listed: string): Says {
  return {
    id: `Tidak dikenal, atau lebih dari satu: ${listed}. Tulis kode, nama persis, atau alamat singkatnya.`,
    en: `Unknown, or more than one: ${listed}. Write the code, the exact name or the short address.`,
  }
}

const changedSince: Says = {
  id: 'Orang lain menyimpan lebih dulu. Isian Anda masih ada di bawah; bandingkan, lalu simpan lagi.',
  en: 'Somebody else saved first. What you typed is still below; compare it, then save again.',
}
