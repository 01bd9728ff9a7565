import { sql } from 'kysely'
import type { Tx } from '../db/transaction.ts'
import { uuidv7 } from '../db/uuid.ts'

const described = [
  'file_id',
  'position',
  'is_picture',
  'purpose',
  'proves',
  'title',
  'alt_id',
  'alt_en',
  'caption',
  'credit',
  'licence',
  'people',
  'is_public',
] as const

type Side = { edit_id: string } | { innovation_id: string }

/** A new working text has the files that are published with its innovation. */
export async function filesIntoEdit(
  db: Tx,
  { innovationId, editId }: { innovationId: string; editId: string },
): Promise<void> {
  await copyFiles(db, { innovation_id: innovationId }, { edit_id: editId })
}

/** The innovation has the files of the text that was published, and no others. Those of the text stay as they were. */
export async function filesIntoInnovation(
  db: Tx,
  { editId, innovationId }: { editId: string; innovationId: string },
): Promise<void> {
  await db.deleteFrom('innovation_file').where('innovation_id', '=', innovationId).execute()
  await copyFiles(db, { edit_id: editId }, { innovation_id: innovationId })
}

async function copyFiles(db: Tx, from: Side, to: Side): Promise<void> {
  const [[column, id]] = Object.entries(from) as [['edit_id' | 'innovation_id', string]]
  const rows = await db
    .selectFrom('innovation_file')
    .select(described)
    .where(sql.ref(column), '=', id)
    .orderBy('position')
    .execute()
  if (rows.length === 0) return
  const sides = { edit_id: null, innovation_id: null, ...to }
  await db
    .insertInto('innovation_file')
    .values(rows.map((row) => ({ ...row, ...sides, id: uuidv7() })))
    .execute()
}
