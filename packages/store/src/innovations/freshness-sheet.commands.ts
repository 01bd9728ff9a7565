import { readFreshnessSheet } from '@semai/domain/innovations/freshness-sheet'
import type { SheetAnswer, SheetFault } from '@semai/domain/innovations/freshness-sheet'
import { only } from '@semai/domain/lifecycle'
import { mayAnswer } from '@semai/domain/innovations/still-running'
import type { Actor } from '@semai/domain/people/actor'
import { Refusal } from '@semai/domain/refusal'
import { sameInBoth } from '@semai/domain/text/says'
import { readSheetBytes } from '../exchange/read-sheet.ts'
import type { Db, Tx } from '../db/transaction.ts'
import { inTransaction } from '../db/transaction.ts'
import { isWithin, scopeIds } from '../organisations/in-scope.ts'
import { answerAs } from './still-running.commands.ts'
import { visibleInnovations } from './visible.ts'

/**
 * The answers of a filled-in sheet (CSV or XLSX), for all units of the actor: every line of it, or nothing.
 * @returns how many lines were answered.
 * @throws Refusal invalid with a fault for each row that has to be mended; nothing is then written.
 */
export async function answerBySheet(
  db: Db,
  actor: Actor,
  { bytes, now }: { bytes: Buffer; now: Date },
): Promise<number> {
  const { sheet, problem } = await readSheetBytes(bytes)
  if (problem) throw refusal([{ row: problem.row, says: sameInBoth(problem.says) }])
  const { answers, faults } = readFreshnessSheet(sheet)
  if (faults.length > 0) throw refusal(faults)
  if (answers.length === 0) throw refusal([{ row: 2, says: nothing }])
  return inTransaction(db, async (db) => {
    const unknown = await notTheirs(db, actor, answers)
    if (unknown.length > 0) throw refusal(unknown)
    for (const { code, answer, note } of answers) {
      await answerAs(db, actor, { which: { code }, answer, note: note ?? undefined, way: 'sheet', now })
    }
    return answers.length
  })
}

async function notTheirs(db: Tx, actor: Actor, answers: readonly SheetAnswer[]): Promise<SheetFault[]> {
  const rows = await visibleInnovations(db, actor)
    .select('i.code')
    .where(
      'i.code',
      'in',
      answers.map(({ code }) => code),
    )
    .where(isWithin('i.organisation_id', scopeIds(actor, 'author', 'local_admin')))
    .execute()
  const theirs = new Set(rows.map(({ code }) => code))
  return answers
    .filter(({ code }) => !theirs.has(code))
    .map(({ row, code }) => ({
      row,
      says: {
        id: `${code} tidak ada, atau bukan milik unit Anda. ${only(mayAnswer).id}`,
        en: `${code} does not exist or does not belong to your units. ${only(mayAnswer).en}`,
      },
    }))
}

function refusal(faults: readonly SheetFault[]): Refusal {
  const says = {
    id: 'Lembar ini belum dapat dipakai. Perbaiki baris berikut, lalu kirim lagi; belum ada yang tersimpan.',
    en: 'This sheet cannot be used yet. Mend these rows and send it again; nothing was stored.',
  }
  const listed = faults.slice(0, 50).map((fault) => ({
    field: 'sheet',
    says: { id: `Baris ${fault.row}: ${fault.says.id}`, en: `Row ${fault.row}: ${fault.says.en}` },
  }))
  return new Refusal('invalid', says, listed)
}

const nothing = {
  id: 'Kolom "jawaban" masih kosong semua.',
  en: 'The column "jawaban" is still empty everywhere.',
}
