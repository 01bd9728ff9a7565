import { only } from '@semai/domain/lifecycle'
import { needWriters } from '@semai/domain/needs/need-access'
import { writableNeedStates } from '@semai/domain/needs/need.lifecycle'
import { readNeedSheet } from '@semai/domain/needs/need-sheet'
import type { NeedSheetFault, NeedSheetKind, SheetNeed } from '@semai/domain/needs/need-sheet'
import type { Actor } from '@semai/domain/people/actor'
import { Refusal } from '@semai/domain/refusal'
import { sameInBoth } from '@semai/domain/text/says'
import { audit } from '../db/audit.ts'
import type { Db, Tx } from '../db/transaction.ts'
import { inTransaction } from '../db/transaction.ts'
import { readSheetBytes } from '../exchange/read-sheet.ts'
import { ownerOf } from '../organisations/owner-path.ts'
import { columnsOf, insertNeed } from './need.commands.ts'

/** What a file did. `kept`: rows whose need was changed or stated by people since, and stays as they left it. */
export type NeedImport = { created: number; updated: number; unchanged: number; kept: number }

const mostRows = 500

/**
 * The needs or complaint themes of a file (CSV or XLSX) become drafts of an organisation: every row, or nothing. Sent
 * again, what people have not touched follows the file.
 * @throws Refusal forbidden, or invalid with a fault for each row that has to be mended; nothing is then written.
 */
export async function importNeeds(
  db: Db,
  actor: Actor,
  {
    organisationId,
    kind,
    bytes,
    now,
  }: { organisationId: string; kind: NeedSheetKind; bytes: Buffer; now: Date },
): Promise<NeedImport> {
  const { sheet, problem } = await readSheetBytes(bytes)
  if (problem) throw refusal([{ row: problem.row, says: sameInBoth(problem.says) }])
  const { needs, faults } = readNeedSheet(sheet, kind)
  if (faults.length > 0) throw refusal(faults)
  if (needs.length === 0 || needs.length > mostRows) throw refusal([{ row: 2, says: wrongCount }])
  return inTransaction(db, async (db) => {
    if (!needWriters.allows(actor, await ownerOf(db, organisationId))) {
      throw new Refusal('forbidden', only(needWriters))
    }
    const done = await follow(db, actor, { organisationId, kind, needs, now })
    await audit(db, actor, {
      what: 'need.import',
      subjectId: organisationId,
      at: now,
      detail: { kind, ...done },
    })
    return done
  })
}

async function follow(
  db: Tx,
  actor: Actor,
  given: { organisationId: string; kind: NeedSheetKind; needs: readonly SheetNeed[]; now: Date },
): Promise<NeedImport> {
  const { organisationId, kind, needs, now } = given
  const rows = await db
    .selectFrom('need')
    .select(['id', 'source_key as key', 'state', 'revision', 'content'])
    .where('organisation_id', '=', organisationId)
    .where(
      'source_key',
      'in',
      needs.map(({ key }) => key),
    )
    .forUpdate()
    .execute()
  const there = new Map(rows.map((row) => [row.key, row]))
  const done: NeedImport = { created: 0, updated: 0, unchanged: 0, kept: 0 }
  for (const { key, content } of needs) {
    const row = there.get(key)
    if (row === undefined) {
      const origin = kind === 'needs' ? 'sheet' : 'complaints'
      await insertNeed(db, actor, { organisationId, content, origin, sourceKey: key, now })
      done.created += 1
    } else if (isSame(row.content, content)) {
      done.unchanged += 1
    } else if (row.revision > 0 || !writableNeedStates.includes(row.state)) {
      done.kept += 1
    } else {
      await db
        .updateTable('need')
        .set({ ...columnsOf(content), saved_at: now })
        .where('id', '=', row.id)
        .execute()
      done.updated += 1
    }
  }
  return done
}

/** The database orders the keys of an object its own way. */
function isSame(one: object, other: object): boolean {
  const sorted = (content: object) =>
    JSON.stringify(Object.entries(content).sort(([a], [b]) => (a < b ? -1 : 1)))
  return sorted(one) === sorted(other)
}

function refusal(faults: readonly NeedSheetFault[]): Refusal {
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

const wrongCount = {
  id: `Isi 1 sampai ${mostRows} baris di bawah nama kolom.`,
  en: `Fill in 1 to ${mostRows} rows below the names of the columns.`,
}
