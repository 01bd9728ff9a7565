import { readComplaints } from '@semai/domain/complaints/complaint-sheet'
import { complaintColumns } from '@semai/domain/complaints/complaint-columns'
import { complaintThemeLifecycle } from '@semai/domain/complaints/complaint-theme.lifecycle'
import { only } from '@semai/domain/lifecycle'
import { needWriters } from '@semai/domain/needs/need-access'
import type { Actor } from '@semai/domain/people/actor'
import { Refusal } from '@semai/domain/refusal'
import { fold } from '@semai/domain/text/near-miss'
import type { Says } from '@semai/domain/text/says'
import { audit } from '../db/audit.ts'
import type { Db, Tx } from '../db/transaction.ts'
import { inTransaction } from '../db/transaction.ts'
import { uuidv7 } from '../db/uuid.ts'
import { readSheetBytes } from '../exchange/read-sheet.ts'
import { knownOrganisations } from '../organisations/known-organisations.ts'
import { ownerOf } from '../organisations/owner-path.ts'
import { knownRegions } from '../regions/known-regions.ts'
import { proposedThemes } from './proposed-themes.ts'
import type { ProposedTheme } from './proposed-themes.ts'
import { shippedComplaintWords } from './shipped-complaint-words.ts'

const mostRows = 20_000
const mostNamed = 5

/**
 * Reads a file of complaints (CSV or XLSX) to an organisation and proposes themes. Personal data is taken out of each
 * text before anything else is done with it; of the complaints only themes are stored, and nothing of the file.
 * @returns the id of the import.
 * @throws Refusal forbidden, or invalid when no column holds the text of complaints or no theme has enough of them.
 */
export async function importComplaints(
  db: Db,
  actor: Actor,
  { organisationId, bytes, now }: { organisationId: string; bytes: Buffer; now: Date },
): Promise<string> {
  if (!needWriters.allows(actor, await ownerOf(db, organisationId))) {
    throw new Refusal('forbidden', only(needWriters))
  }
  const { complaints, columns, unread, themes, alone } = await themesIn(bytes)
  return inTransaction(db, async (db) => {
    const id = uuidv7()
    await db
      .insertInto('complaint_import')
      .values({
        id,
        organisation_id: organisationId,
        columns: JSON.stringify(columns),
        unread_columns: unread,
        complaints: complaints.length,
        alone,
        person_id: actor.personId,
        imported_at: now,
      })
      .execute()
    await insertThemes(db, { importId: id, organisationId, themes, now })
    const detail = {
      organisation: organisationId,
      complaints: complaints.length,
      themes: themes.length,
      alone,
    }
    await audit(db, actor, { what: 'complaint.import', subjectId: id, at: now, detail })
    return id
  })
}

/** What a file says once personal data is taken out of it. @throws Refusal invalid. */
async function themesIn(bytes: Buffer) {
  const { sheet } = await readSheetBytes(bytes)
  if (sheet === null) throw refused(unreadable)
  const words = shippedComplaintWords()
  const read = readComplaints(sheet, words)
  if (read === null) throw refused(noText)
  const { length } = read.complaints
  if (length === 0 || length > mostRows) throw refused(wrongCount)
  const found = proposedThemes(read.complaints, words)
  if (found.themes.length === 0) throw refused(noTheme)
  return { ...read, ...found }
}

async function insertThemes(
  db: Tx,
  given: { importId: string; organisationId: string; themes: readonly ProposedTheme[]; now: Date },
): Promise<void> {
  const { importId, organisationId, themes, now } = given
  const place = await knownPlaces(db)
  const rows = themes.map(({ name, words, sector, members, months, examples }) => ({
    id: uuidv7(),
    import_id: importId,
    organisation_id: organisationId,
    state: complaintThemeLifecycle.initial,
    name: name.slice(0, 120).padEnd(3, '.'),
    words,
    sector,
    complaints: members.length,
    month_from: months?.from ?? null,
    month_to: months?.to ?? null,
    examples,
    agencies: JSON.stringify(
      counted(members.map(({ agency }) => place.agency(agency))).map(([id, count]) => ({ id, count })),
    ),
    regions: JSON.stringify(
      counted(members.map(({ region }) => place.region(region))).map(([code, count]) => ({ code, count })),
    ),
    need_id: null,
    moved_at: now,
  }))
  await db.insertInto('complaint_theme').values(rows).execute()
}

/** Cells of agencies and regions as what is known of that name; any other cell is left where it is. */
async function knownPlaces(db: Tx) {
  const organisations = await knownOrganisations(db)
  const regions = await knownRegions(db)
  const rows = await db.selectFrom('region').select(['code', 'name']).execute()
  const codes = new Map(rows.map(({ code, name }) => [fold(name), code]))
  return {
    agency: (cell: string) => (cell === '' ? undefined : organisations.named(cell)),
    region: (cell: string) => regions.get(cell)?.code ?? codes.get(fold(cell)),
  }
}

/** What is known, with how often, the most frequent first. */
function counted(names: readonly (string | undefined)[]): [name: string, count: number][] {
  const known = names.flatMap((name) => name ?? [])
  return [...Map.groupBy(known, (name) => name)]
    .map(([name, all]): [string, number] => [name, all.length])
    .toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, mostNamed)
}

function refused(says: Says): Refusal {
  return new Refusal('invalid', says, [{ field: 'sheet', says }])
}

const names = complaintColumns.text.slice(0, 4).join(', ')
// What stands in the file is never part of a sentence: it may be personal.
const unreadable: Says = {
  id: 'Lembar ini tidak terbaca. Simpan lagi sebagai "CSV UTF-8" atau .xlsx, lalu kirim.',
  en: 'This sheet cannot be read. Save it again as "CSV UTF-8" or .xlsx and send it.',
}
const noText: Says = {
  id: `Tidak ada kolom berisi aduan. Beri nama kolomnya salah satu dari: ${names}.`,
  en: `No column holds the complaints. Name it one of: ${names}.`,
}
const wrongCount: Says = {
  id: `Lembar harus memuat 1 sampai ${mostRows} aduan. Bagi menurut bulan bila lebih.`,
  en: `The sheet must hold 1 to ${mostRows} complaints. Divide it by months if there are more.`,
}
const noTheme: Says = {
  id: 'Belum ada tema: paling sedikit tiga aduan harus membicarakan hal yang sama. Tambahkan aduan, lalu kirim lagi.',
  en: 'There is no theme yet: at least three complaints have to speak of the same. Add complaints and send it again.',
}
