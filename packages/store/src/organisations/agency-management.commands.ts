import type { AgencyManagementForm } from '@semai/domain/organisations/agency-management.form'
import { managementYears, mayStateManagement } from '@semai/domain/organisations/agency-management.form'
import { rupiahOf } from '@semai/domain/innovations/innovation-content.form'
import { only } from '@semai/domain/lifecycle'
import type { Actor } from '@semai/domain/people/actor'
import { Refusal } from '@semai/domain/refusal'
import { audit } from '../db/audit.ts'
import type { Db, Tx } from '../db/transaction.ts'
import { inTransaction } from '../db/transaction.ts'
import type { Files } from '../files/open-files.ts'
import { insertFile, takeIn } from '../files/take-in.ts'
import { organisationIdOf, ownerOf } from './owner-path.ts'

/** What is stated of one year; `decree` is the file of the decree, null to keep the one that is there. */
export type StatedYear = AgencyManagementForm & {
  slug: string
  decree: { bytes: Buffer; name: string } | null
  removeDecree: boolean
  now: Date
}

/**
 * The year of the agency is as stated, for everyone to read. A year with nothing stated is not there.
 * @throws Refusal not-found | forbidden | invalid (FileRejected for the file); conflict when somebody stated it meanwhile.
 *   Nothing is then written.
 */
export async function stateManagement(db: Db, actor: Actor, files: Files, given: StatedYear): Promise<void> {
  const id = await organisationIdOf(db, given.slug)
  if (!mayStateManagement.allows(actor, await ownerOf(db, id)))
    throw new Refusal('forbidden', only(mayStateManagement))
  if (!managementYears(given.now).includes(given.year)) {
    throw new Refusal('invalid', otherYear, [{ field: 'year', says: otherYear }])
  }
  const taken = given.decree === null ? null : await takeIn(db, files, { ...given.decree, now: given.now })
  await inTransaction(db, async (db) => {
    const before = await lockedYear(db, id, given.year)
    if ((before?.revision ?? 0) !== given.revision) throw new Refusal('conflict', statedMeanwhile)
    const fileId = taken === null ? null : await insertFile(db, actor, { taken, now: given.now })
    const kept = given.removeDecree ? null : (before?.decree_file_id ?? null)
    await writeYear(db, id, { ...given, decreeFileId: fileId ?? kept })
    await audit(db, actor, {
      what: 'agency_management.state',
      subjectId: id,
      at: given.now,
      detail: { year: given.year, revision: given.revision + 1, file: fileId },
    })
  })
}

function lockedYear(db: Tx, organisationId: string, year: number) {
  return db
    .selectFrom('agency_management')
    .select(['revision', 'decree_file_id'])
    .where('organisation_id', '=', organisationId)
    .where('year', '=', year)
    .forUpdate()
    .executeTakeFirst()
}

async function writeYear(
  db: Tx,
  organisationId: string,
  given: StatedYear & { decreeFileId: string | null },
): Promise<void> {
  const stated = {
    strategy: given.strategy,
    decree_number: given.decreeNumber,
    decree_on: given.decreeOn,
    decree_file_id: given.decreeFileId,
    team: given.team,
    budget_rupiah: rupiahOf(given.budget),
  }
  const of = { organisation_id: organisationId, year: given.year }
  const row = { ...of, ...stated, revision: given.revision + 1, updated_at: given.now }
  if (Object.values(stated).every((value) => value === null)) {
    await db
      .deleteFrom('agency_management')
      .where('organisation_id', '=', organisationId)
      .where('year', '=', given.year)
      .execute()
    return
  }
  const written = await db
    .insertInto('agency_management')
    .values(row)
    .onConflict((conflict) =>
      conflict
        .columns(['organisation_id', 'year'])
        .doUpdateSet(row)
        .where('agency_management.revision', '=', given.revision),
    )
    .executeTakeFirst()
  if (written.numInsertedOrUpdatedRows === 0n) throw new Refusal('conflict', statedMeanwhile)
}

const otherYear = {
  id: 'Tahun ini di luar yang dapat diisi. Pilih tahun dari daftar.',
  en: 'This year can not be stated. Choose a year from the list.',
}
const statedMeanwhile = {
  id: 'Orang lain sudah mengisi tahun ini sementara Anda menulis. Isian Anda masih di bawah: salin yang perlu, muat ulang halaman ini, lalu gabungkan.',
  en: 'Somebody else stated this year while you were writing. What you typed is still below: copy what you need, load this page again, and put both together.',
}
