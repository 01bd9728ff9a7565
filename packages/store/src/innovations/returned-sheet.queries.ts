import { openEditStates } from '@semai/domain/innovations/innovation-edit.lifecycle'
import type { InnovationContent } from '@semai/domain/innovations/innovation-content.form'
import { emptyContent } from '@semai/domain/innovations/innovation-content.form'
import { returnedDifferences } from '@semai/domain/innovations/returned-difference'
import type { ReturnedDifference } from '@semai/domain/innovations/returned-difference'
import { readReturnedSheet } from '@semai/domain/innovations/returned-sheet'
import type { ReturnedFault } from '@semai/domain/innovations/returned-sheet'
import type { Actor } from '@semai/domain/people/actor'
import { sameInBoth } from '@semai/domain/text/says'
import { sql } from 'kysely'
import type { Db } from '../db/transaction.ts'
import { readSheetBytes } from '../exchange/read-sheet.ts'
import { categoriesOf } from './categories.queries.ts'
import { visibleEdits } from './innovation-edit.queries.ts'
import { matchEntries } from './returned-match.queries.ts'
import type { Matched } from './returned-match.queries.ts'
import { shownContents } from './shown-content.ts'

/** One innovation of a sheet beside its text: the open one where there is one, else what is published. */
export type ReturnedRecord = {
  row: number
  /** Null where no record and no text has it: it would be a new text of the unit. */
  code: string | null
  slug: string | null
  /** The open text it was compared with. */
  editId: string | null
  /** The unit, by the last part of its address. */
  unit: string | null
  name: string
  by: Matched['by']
  differences: ReturnedDifference[]
}
export type ReturnedComparison = {
  records: ReturnedRecord[]
  /** Innovations of the sheet in which nothing differs. */
  same: number
  /** Records with differences that are not listed here: take these first, then send the sheet again. */
  more: number
  faults: ReturnedFault[]
}

/** Records with differences shown at once, and the signs their values may have together: what one form can send back. */
const most = { records: 100, signs: 250_000 }

/**
 * A sheet for the national portal, or the form of the index, beside the texts of the actor's units. Matched by our code,
 * by the portal's number, else by the name within these units; nothing is written.
 * @param units those of the actor, to which a new text can belong. Five queries, however long the sheet.
 */
export async function compareReturned(
  db: Db,
  actor: Actor,
  { bytes, units }: { bytes: Buffer; units: readonly { slug: string; name: string }[] },
): Promise<ReturnedComparison> {
  const { sheet, problem } = await readSheetBytes(bytes)
  if (problem) {
    return { records: [], same: 0, more: 0, faults: [{ ...problem, says: sameInBoth(problem.says) }] }
  }
  const { entries, faults } = readReturnedSheet(sheet)
  const categories = await categoriesOf(db)
  const { matched, faults: unmatched } = await matchEntries(db, actor, { entries, units })
  const texts = await textsOf(db, actor, matched)
  const compared = matched.map((one) => {
    const { content, editId } = texts(one)
    const { differences, faults } = returnedDifferences(one.entry, content, categories)
    return { record: recordOf(one, { differences, editId }), faults }
  })
  const differing = compared.map(({ record }) => record).filter(({ differences }) => differences.length > 0)
  const records = withinLimits(differing)
  return {
    records,
    same: compared.filter(({ record, faults }) => record.differences.length + faults.length === 0).length,
    more: differing.length - records.length,
    faults: [...faults, ...unmatched, ...compared.flatMap(({ faults }) => faults)].toSorted(
      (a, b) => a.row - b.row,
    ),
  }
}

function recordOf(
  { entry, innovation, by, unit }: Matched,
  found: Pick<ReturnedRecord, 'differences' | 'editId'>,
): ReturnedRecord {
  const { row, name } = entry
  const known = { code: innovation?.code ?? null, slug: innovation?.slug ?? null }
  return { row, ...known, unit, name: innovation?.name ?? name, by, ...found }
}

type Text = { content: InnovationContent; editId: string | null }

/** For each matched entry the text to compare with. Two queries. */
async function textsOf(db: Db, actor: Actor, matched: readonly Matched[]): Promise<(one: Matched) => Text> {
  const ids = matched.flatMap(({ innovation }) => (innovation === null ? [] : [innovation.id]))
  const editIds = matched.flatMap(({ editId }) => (editId === null ? [] : [editId]))
  const [shown, open] = await Promise.all([
    shownContents(db, actor, ids),
    openTexts(db, actor, { ids, editIds }),
  ])
  const byInnovation = new Map(open.map((edit) => [edit.innovationId, edit]))
  const byId = new Map(open.map((edit) => [edit.id, edit]))
  return ({ innovation, editId }) => {
    const edit = innovation === null ? byId.get(editId ?? '') : byInnovation.get(innovation.id)
    if (edit !== undefined) return { content: edit.content, editId: edit.id }
    const content = innovation === null ? undefined : shown.get(innovation.id)
    return { content: content ?? emptyContent, editId: null }
  }
}

function openTexts(db: Db, actor: Actor, { ids, editIds }: { ids: string[]; editIds: string[] }) {
  return visibleEdits(db, actor)
    .select(['e.id', 'e.innovation_id as innovationId', 'e.content'])
    .where('e.state', 'in', [...openEditStates])
    .where((eb) =>
      eb.or([
        eb('e.innovation_id', '=', sql<string>`any(${ids}::uuid[])`),
        eb('e.id', '=', sql<string>`any(${editIds}::uuid[])`),
      ]),
    )
    .execute()
}

function withinLimits(records: readonly ReturnedRecord[]): ReturnedRecord[] {
  const kept: ReturnedRecord[] = []
  let signs = 0
  for (const record of records) {
    signs += record.differences.reduce((sum, { value }) => sum + value.length + 100, 0)
    if (kept.length === most.records || (kept.length > 0 && signs > most.signs)) break
    kept.push(record)
  }
  return kept
}
