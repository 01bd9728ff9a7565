import { withGuard } from '@semai/domain/exchange/formula-guard'
import type { SheetFault } from '@semai/domain/innovations/freshness-sheet'
import type { Actor } from '@semai/domain/people/actor'
import { pulseColumns, readPulseSheet } from '@semai/domain/pulse/pulse-sheet'
import type { PulseLine } from '@semai/domain/pulse/pulse-sheet'
import { Refusal } from '@semai/domain/refusal'
import { sameInBoth } from '@semai/domain/text/says'
import { dayIn } from '@semai/domain/time/clock'
import { stringify } from 'csv-stringify/sync'
import { sql } from 'kysely'
import { z } from 'zod'
import type { Db } from '../db/transaction.ts'
import { inTransaction } from '../db/transaction.ts'
import { readSheetBytes } from '../exchange/read-sheet.ts'
import { isWithin, scopeIds } from '../organisations/in-scope.ts'
import { reasonList } from '../reasons/reason-list.ts'
import { loadPulse, visiblePulses } from './pulse-record.ts'
import { answerPulseAs } from './pulse.commands.ts'
import { newestQuestions } from './questions.ts'

/** At most so many lines are answered at once. */
const mostLines = 2_000

/** Pulses that the actor answers for and that wait, the newest of each replication. */
function openPulsesOf(db: Db, actor: Actor, today: string) {
  return visiblePulses(db, actor)
    .distinctOn('r.id')
    .select(['u.id', 'u.round', 'u.until_on as untilOn', 'r.code', 'a.name as adopter'])
    .select(sql<string>`coalesce(r.local_name, i.name)`.as('innovation'))
    .where('u.answered_at', 'is', null)
    .where('u.until_on', '>=', today)
    .where('r.state', 'in', ['running', 'institutionalised'])
    .where(isWithin('a.id', scopeIds(actor, 'author', 'local_admin')))
    .orderBy('r.id')
    .orderBy('u.due_on', 'desc')
}

/**
 * The sheet with which a local administrator answers for all units, as CSV that old spreadsheets open too: every pulse that
 * waits, at most 2,000. Two queries.
 */
export async function pulseSheet(db: Db, actor: Actor, today: string): Promise<string> {
  const { questions } = await newestQuestions(db)
  const rows = await openPulsesOf(db, actor, today).limit(mostLines).execute()
  const width = pulseColumns(questions).length
  const lines = rows
    .toSorted((a, b) => a.adopter.localeCompare(b.adopter) || a.code.localeCompare(b.code))
    .map(({ code, innovation, adopter, untilOn }) => [
      code,
      innovation,
      adopter,
      untilOn,
      ...Array.from({ length: width - 4 }, () => ''),
    ])
  return stringify([pulseColumns(questions), ...lines], {
    bom: true,
    record_delimiter: 'windows',
    cast: { string: withGuard },
  })
}

/** A line of a sheet beside the pulse it would answer. */
export type ComparedLine = PulseLine & { id: string; innovation: string; adopter: string; round: string }

/**
 * What a filled-in sheet (CSV or XLSX) would record, line by line, and everything that has to be mended first. Nothing is
 * written. Three queries.
 */
export async function comparePulseSheet(
  db: Db,
  actor: Actor,
  { bytes, now }: { bytes: Buffer; now: Date },
): Promise<{ lines: ComparedLine[]; faults: SheetFault[] }> {
  const { sheet, problem } = await readSheetBytes(bytes)
  if (problem) return { lines: [], faults: [{ row: problem.row, says: sameInBoth(problem.says) }] }
  const { questions } = await newestQuestions(db)
  const { lines, faults } = readPulseSheet(sheet, { questions, reasons: await reasonList(db) })
  if (lines.length > mostLines) return { lines: [], faults: [{ row: mostLines + 2, says: tooMany }] }
  const open = lines.length === 0 ? [] : await openPulsesOf(db, actor, dayIn(now)).execute()
  const byCode = new Map(open.map((pulse) => [pulse.code, pulse]))
  const compared = lines.flatMap((line) => {
    const pulse = byCode.get(line.code)
    return pulse ? [{ ...line, ...pulse }] : []
  })
  const unknown = lines
    .filter(({ code }) => !byCode.has(code))
    .map(({ row, code }) => ({ row, says: notWaiting(code) }))
  const early = lines.length === 0 && faults.length === 0 ? [{ row: 2, says: nothing }] : []
  return { lines: compared, faults: [...faults, ...unknown, ...early].toSorted((a, b) => a.row - b.row) }
}

const cell = z
  .string()
  .max(2_100)
  .transform((text) => text.replaceAll('\0', '')) // nobody types it, and no database takes it
const line = z.strictObject({
  id: z.uuid(),
  row: z.number().int(),
  typed: z.record(z.string().max(40), cell),
})
const takenLines = z.array(line).min(1).max(mostLines)

/** What was compared and is now taken, as the page of the comparison sends it back; parsed at the edge. */
export const takenText = z.string().transform((text, context) => {
  const read = takenLines.safeParse(parsed(text))
  if (read.success) return read.data
  context.addIssue({ code: 'custom', params: { says: sendAgain } })
  return z.NEVER
})

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/**
 * The lines are answers, given by a sheet: every one of them, or none.
 * @returns how many pulses were answered.
 * @throws Refusal with the row that could not be taken; nothing is then written.
 */
export function takePulseSheet(
  db: Db,
  actor: Actor,
  { lines, now, updateMonth }: { lines: z.infer<typeof takenText>; now: Date; updateMonth: number },
): Promise<number> {
  return inTransaction(db, async (db) => {
    for (const { id, row, typed } of lines) {
      try {
        const pulse = await loadPulse(db, actor, { id, now, lock: 'for update' })
        await answerPulseAs(db, actor, { pulse, typed, way: 'sheet', now, updateMonth })
      } catch (problem) {
        throw problem instanceof Refusal ? inRow(row, problem) : problem
      }
    }
    return lines.length
  })
}

function inRow(row: number, { code, says, faults }: Refusal): Refusal {
  const { id, en } = faults[0]?.says ?? says
  const said = {
    id: `Baris ${row}: ${id} Belum ada yang tersimpan; perbaiki lembarnya, lalu kirim lagi.`,
    en: `Row ${row}: ${en} Nothing was stored; mend the sheet and send it again.`,
  }
  return new Refusal(code, said, [{ field: 'sheet', says: said }])
}

const nothing = {
  id: 'Kolom "jawaban" masih kosong semua.',
  en: 'The column "jawaban" is still empty everywhere.',
}
const sendAgain = {
  id: 'Perbandingannya tidak terbaca. Kirim lembarnya lagi, lalu bandingkan.',
  en: 'The comparison cannot be read. Send the sheet again and compare.',
}
const tooMany = {
  id: 'Lembarnya terlalu panjang. Kirim paling banyak 2.000 jawaban sekaligus.',
  en: 'The sheet is too long. Send at most 2,000 answers at once.',
}
const notWaiting = (code: string) => ({
  id: `${code} tidak menunggu jawaban dari unit Anda. Hapus barisnya, atau periksa kodenya.`,
  en: `${code} waits for no answer of your units. Remove the row, or check the code.`,
})
