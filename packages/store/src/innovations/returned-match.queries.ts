import { openEditStates } from '@semai/domain/innovations/innovation-edit.lifecycle'
import type { ReturnedEntry, ReturnedFault } from '@semai/domain/innovations/returned-sheet'
import type { Actor } from '@semai/domain/people/actor'
import { fold } from '@semai/domain/text/near-miss'
import type { Says } from '@semai/domain/text/says'
import { sql } from 'kysely'
import type { Db } from '../db/transaction.ts'
import { isWithin, scopeIds } from '../organisations/in-scope.ts'
import { visibleEdits } from './innovation-edit.queries.ts'
import { visibleInnovations } from './visible.ts'

type Known = { id: string; code: string; slug: string; name: string; numbers: string[] }
type Unit = { slug: string; name: string }

/** An entry of a sheet with what it is: a record, a new text that is open, or nothing yet. */
export type Matched = {
  entry: ReturnedEntry
  by: 'code' | 'number' | 'name' | 'new'
  innovation: Known | null
  /** Of an open text that has no record yet. */
  editId: string | null
  /** The unit a new text would belong to, by the last part of its address. */
  unit: string | null
}

/**
 * Each entry with the record it is about: by our code, by its number in the portal, else by its name within the actor's
 * units. Two queries. What fits several, or is another agency's, is a fault of its row, and so is the second row of one.
 */
export async function matchEntries(
  db: Db,
  actor: Actor,
  { entries, units }: { entries: readonly ReturnedEntry[]; units: readonly Unit[] },
): Promise<{ matched: Matched[]; faults: ReturnedFault[] }> {
  const [records, texts] = await Promise.all([recordsOf(db, actor), newTextsOf(db, actor)])
  const index = {
    code: new Map(records.map((record) => [record.code, record])),
    number: new Map(records.flatMap((record) => record.numbers.map((number) => [number, record] as const))),
    name: Map.groupBy(records, ({ name }) => fold(name)),
    text: Map.groupBy(texts, ({ name }) => fold(name ?? '')),
    unit: new Map(units.map((unit) => [fold(unit.name), unit.slug])),
    only: units.length === 1 ? units[0]!.slug : null,
  }
  const matched: Matched[] = []
  const faults: ReturnedFault[] = []
  const seen = new Map<string, number>()
  for (const entry of entries) {
    const found = matchOne(entry, index)
    const key = 'says' in found ? '' : (found.innovation?.id ?? found.editId ?? `new ${fold(entry.name)}`)
    const before = seen.get(key)
    if ('says' in found) faults.push({ row: entry.row, ...found })
    else if (before !== undefined) faults.push({ row: entry.row, column: null, says: twice(before) })
    else {
      seen.set(key, entry.row)
      matched.push({ entry, ...found })
    }
  }
  return { matched, faults }
}

type Index = {
  code: Map<string, Known>
  number: Map<string, Known>
  name: Map<string, Known[]>
  text: Map<string, { id: string }[]>
  unit: Map<string, string>
  only: string | null
}
type Found = Omit<Matched, 'entry'> | { column: string | null; says: Says }

function matchOne({ code, number, name, unit }: ReturnedEntry, index: Index): Found {
  const known = (innovation: Known, by: Matched['by']): Found => ({
    by,
    innovation,
    editId: null,
    unit: null,
  })
  if (code !== null) {
    const innovation = index.code.get(code)
    return innovation ? known(innovation, 'code') : { column: 'kode', says: notYours(code) }
  }
  const numbered = number === null ? undefined : index.number.get(number)
  if (numbered) return known(numbered, 'number')
  const named = index.name.get(fold(name)) ?? []
  const texts = index.text.get(fold(name)) ?? []
  if (named.length + texts.length > 1) return { column: 'nama', says: several(name, named) }
  if (named.length === 1) return known(named[0]!, 'name')
  if (texts.length === 1) return { by: 'name', innovation: null, editId: texts[0]!.id, unit: null }
  const owner = unit === null ? index.only : (index.unit.get(fold(unit)) ?? null)
  if (owner === null) return { column: 'unit', says: unit === null ? noUnit : unknownUnit(unit) }
  return { by: 'new', innovation: null, editId: null, unit: owner }
}

/** Records of the actor's units with what they are known by; more than one sheet holds are not looked at. */
function recordsOf(db: Db, actor: Actor): Promise<Known[]> {
  return visibleInnovations(db, actor)
    .select(['i.id', 'i.code', 'i.slug', 'i.name'])
    .select(
      sql<string[]>`array(select n.value from innovation_identifier n
        where n.innovation_id = i.id and n.scheme = 'JIPPNas')`.as('numbers'),
    )
    .where(isWithin('i.organisation_id', scopeIds(actor, 'author', 'local_admin')))
    .orderBy('i.id')
    .limit(20_000)
    .execute()
}

/** Open texts of these units that have no record yet. */
function newTextsOf(db: Db, actor: Actor) {
  return visibleEdits(db, actor)
    .select(['e.id', sql<string | null>`e.content->>'name'`.as('name')])
    .where('e.innovation_id', 'is', null)
    .where('e.state', 'in', [...openEditStates])
    .orderBy('e.id')
    .limit(20_000)
    .execute()
}

const notYours = (code: string): Says => ({
  id: `${code} tidak ada, atau bukan milik unit Anda. Kosongkan kodenya bila ini inovasi baru.`,
  en: `${code} does not exist or does not belong to your units. Empty the code if this is a new innovation.`,
})
const several = (name: string, records: readonly Known[]): Says => {
  const codes = records.map(({ code }) => code).join(', ')
  return {
    id: `Ada beberapa "${name}" di unit Anda${codes && ` (${codes})`}. Isi kolom "kode", atau gabungkan dulu yang kembar.`,
    en: `Your units have several "${name}"${codes && ` (${codes})`}. Fill in the column "kode", or merge the doubles first.`,
  }
}
const twice = (row: number): Says => ({
  id: `Inovasi ini sudah ada di baris ${row}. Hapus salah satunya.`,
  en: `This innovation stands in row ${row} already. Remove one of them.`,
})
const noUnit: Says = {
  id: 'Inovasi ini belum tercatat. Isi kolom "unit" dengan nama unit pemiliknya.',
  en: 'This innovation is not on record. Write the unit that owns it in the column "unit".',
}
const unknownUnit = (unit: string): Says => ({
  id: `"${unit}" bukan unit Anda. Tulis namanya seperti di halaman "Catat inovasi".`,
  en: `"${unit}" is none of your units. Write its name as on the page "Record an innovation".`,
})
