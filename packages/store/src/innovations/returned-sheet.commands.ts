import { openEditStates } from '@semai/domain/innovations/innovation-edit.lifecycle'
import { returnedFields } from '@semai/domain/innovations/returned-sheet'
import type { ReturnedField } from '@semai/domain/innovations/returned-sheet'
import { withReturned } from '@semai/domain/innovations/returned-difference'
import type { Actor } from '@semai/domain/people/actor'
import { Refusal } from '@semai/domain/refusal'
import { formFaults } from '@semai/domain/text/form-faults'
import { sql } from 'kysely'
import { z } from 'zod'
import { audit } from '../db/audit.ts'
import type { Db, Tx } from '../db/transaction.ts'
import { inTransaction } from '../db/transaction.ts'
import { organisationIdOf } from '../organisations/owner-path.ts'
import { saveEdit, startEdit } from './innovation-edit.commands.ts'
import { loadEdit, visibleEdits } from './innovation-edit.queries.ts'
import { innovationIdOf } from './innovation-page.queries.ts'

/** What was chosen of one innovation of a sheet: of a record by its code, of an open text, or of a new one of a unit. */
export type TakenRecord = {
  of: { code: string } | { editId: string } | { unit: string }
  values: Partial<Record<ReturnedField, string>>
}

/** Who may take which values; parsed at the edge. */
export const takenRecord = z.object({
  of: z.union([
    z.strictObject({ code: z.string().regex(/^[\w-]{1,40}$/) }),
    z.strictObject({ editId: z.uuid() }),
    z.strictObject({ unit: z.string().regex(/^[a-z0-9-]{1,200}$/) }),
  ]),
  values: z.partialRecord(z.enum(returnedFields), z.string().max(6_000)),
})

/**
 * What was chosen stands in working texts: in the open one of each innovation, or in one begun for it. Nothing published
 * changes. All of it, or nothing.
 * @returns the texts, in the order given.
 * @throws Refusal not-found | forbidden | conflict | invalid; nothing is then written.
 */
export function takeReturned(
  db: Db,
  actor: Actor,
  { records, now }: { records: readonly TakenRecord[]; now: Date },
): Promise<{ id: string; name: string | null }[]> {
  return inTransaction(db, async (db) => {
    const taken = []
    for (const record of records) taken.push(await takeOne(db, actor, record, now))
    return taken
  })
}

async function takeOne(db: Tx, actor: Actor, { of, values }: TakenRecord, now: Date) {
  const id = await textFor(db, actor, { of, values }, now)
  const { content: before, revision, state, organisation } = await loadEdit(db, actor, id, 'for update')
  const name = before.name ?? values.name ?? organisation
  const content = readValues(() => withReturned(before, values), name)
  if (state === 'submitted') throw waits(name)
  await saveEdit(db, actor, { id, revision, content, now })
  const detail = { fields: returnedFields.filter((field) => values[field] !== undefined) }
  await audit(db, actor, { what: 'innovation_edit.take_sheet', subjectId: id, at: now, detail })
  return { id, name: content.name }
}

async function textFor(db: Tx, actor: Actor, { of, values }: TakenRecord, now: Date): Promise<string> {
  if ('editId' in of) return of.editId
  // The same form sent twice finds the text that the first one began.
  const there = 'unit' in of ? await newTextNamed(db, actor, of.unit, values.name ?? null) : null
  return there ?? startEdit(db, actor, { ...(await aboutWhat(db, actor, of)), now })
}

async function newTextNamed(db: Tx, actor: Actor, unit: string, name: string | null): Promise<string | null> {
  const row = await visibleEdits(db, actor)
    .select('e.id')
    .where('o.slug', '=', unit)
    .where('e.innovation_id', 'is', null)
    .where('e.state', 'in', [...openEditStates])
    .where(sql<boolean>`e.content->>'name' = ${name}`)
    .executeTakeFirst()
  return row?.id ?? null
}

async function aboutWhat(db: Tx, actor: Actor, of: { code: string } | { unit: string }) {
  if ('code' in of) return { organisationId: null, innovationId: await innovationIdOf(db, actor, of.code) }
  return { organisationId: await organisationIdOf(db, of.unit), innovationId: null }
}

function readValues<Content>(read: () => Content, name: string): Content {
  try {
    return read()
  } catch (problem) {
    if (!(problem instanceof z.ZodError)) throw problem
    const says = {
      id: `Isian untuk "${name}" tidak dapat diambil. Kirim lembarnya lagi, lalu pilih.`,
      en: `What was chosen for "${name}" cannot be taken. Send the sheet again and choose.`,
    }
    throw new Refusal('invalid', says, formFaults(problem))
  }
}

function waits(name: string): Refusal {
  return new Refusal('conflict', {
    id: `Naskah "${name}" sedang diperiksa. Terbitkan, kembalikan, atau tarik dulu; yang lain pun belum diambil.`,
    en: `The text of "${name}" is being checked. Publish, return or take it back first; nothing else was taken either.`,
  })
}
