import { only } from '@semai/domain/lifecycle'
import type { Actor } from '@semai/domain/people/actor'
import { editsReasons, reasonCode, shippedReasons } from '@semai/domain/reasons/reason'
import { Refusal } from '@semai/domain/refusal'
import { fold } from '@semai/domain/text/near-miss'
import type { Says } from '@semai/domain/text/says'
import { sql } from 'kysely'
import { audit } from '../db/audit.ts'
import type { Db, Tx } from '../db/transaction.ts'
import { inTransaction } from '../db/transaction.ts'

/**
 * The list has a new entry, last, under a code of its own that stays.
 * @returns the code.
 * @throws Refusal forbidden | conflict when an entry has these words; nothing is then written.
 */
export function addReason(db: Db, actor: Actor, { label, now }: { label: Says; now: Date }): Promise<string> {
  return edit(db, actor, async (db) => {
    const rows = await lockedList(db)
    refuseSame(rows, label)
    const code = reasonCode(label.en, new Set(rows.map((row) => row.code)))
    const position = Math.max(0, ...rows.map((row) => row.position)) + 10
    await db
      .insertInto('reason')
      .values({ code, label_id: label.id, label_en: label.en, position, retired_at: null })
      .execute()
    await audit(db, actor, { what: 'reason.add', subjectId: code, at: now })
    return code
  })
}

/**
 * The entry has other words, wherever it was chosen too.
 * @throws Refusal forbidden | not-found | conflict; nothing is then written.
 */
export function relabelReason(
  db: Db,
  actor: Actor,
  { code, label, now }: { code: string; label: Says; now: Date },
): Promise<void> {
  return edit(db, actor, async (db) => {
    const rows = await lockedList(db)
    entryOf(rows, code)
    refuseSame(
      rows.filter((row) => row.code !== code),
      label,
    )
    const words = { label_id: label.id, label_en: label.en }
    await db.updateTable('reason').set(words).where('code', '=', code).execute()
    await audit(db, actor, { what: 'reason.relabel', subjectId: code, at: now })
  })
}

/**
 * The entry can not be chosen any more, or can again; what was chosen stays and is read.
 * @throws Refusal forbidden | not-found | conflict for the last one that can be chosen; nothing is then written.
 */
export function retireReason(
  db: Db,
  actor: Actor,
  { code, isRetired, now }: { code: string; isRetired: boolean; now: Date },
): Promise<void> {
  return edit(db, actor, async (db) => {
    const rows = await lockedList(db)
    const entry = entryOf(rows, code)
    const others = rows.filter((row) => row.code !== code && row.retired_at === null)
    if (isRetired && others.length === 0) throw new Refusal('conflict', lastOne)
    if ((entry.retired_at !== null) === isRetired) return
    await db
      .updateTable('reason')
      .set({ retired_at: isRetired ? now : null })
      .where('code', '=', code)
      .execute()
    await audit(db, actor, { what: isRetired ? 'reason.retire' : 'reason.restore', subjectId: code, at: now })
  })
}

async function edit<Done>(db: Db, actor: Actor, work: (db: Tx) => Promise<Done>): Promise<Done> {
  if (!editsReasons.allows(actor, null)) throw new Refusal('forbidden', only(editsReasons))
  return inTransaction(db, work)
}

/** The stored list, locked against another edit; a database that has none gets the shipped one first. */
async function lockedList(db: Tx) {
  await sql`lock table reason in share row exclusive mode`.execute(db)
  const read = () => db.selectFrom('reason').selectAll().orderBy('position').execute()
  const rows = await read()
  if (rows.length > 0) return rows
  const shipped = shippedReasons.map(({ code, label }, i) => ({
    code,
    label_id: label.id,
    label_en: label.en,
    position: (i + 1) * 10,
    retired_at: null,
  }))
  await db.insertInto('reason').values(shipped).execute()
  return read()
}

type Row = Awaited<ReturnType<typeof lockedList>>[number]

function entryOf(rows: readonly Row[], code: string): Row {
  const row = rows.find((one) => one.code === code)
  if (!row) throw new Refusal('not-found', notThere)
  return row
}

function refuseSame(rows: readonly Row[], label: Says): void {
  for (const lang of ['id', 'en'] as const) {
    const taken = rows.some((row) => fold(row[`label_${lang}`]) === fold(label[lang]))
    if (taken) throw new Refusal('conflict', sameWords, [{ field: lang, says: sameWords }])
  }
}

const notThere = {
  id: 'Alasan ini tidak ada. Muat ulang daftarnya.',
  en: 'There is no such reason. Load the list again.',
}
const sameWords = {
  id: 'Sudah ada alasan dengan kata ini. Pakai yang ada, atau tulis lebih khusus.',
  en: 'A reason has these words already. Use that one, or be more specific.',
}
const lastOne = {
  id: 'Ini alasan terakhir yang dapat dipilih. Tambahkan yang lain dulu.',
  en: 'This is the last reason that can be chosen. Add another first.',
}
