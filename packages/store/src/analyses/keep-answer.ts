import type { AnalysisName } from '@semai/domain/analyses/analysis'
import type { NextAdopterRow } from '@semai/domain/analyses/next-adopters'
import { sql } from 'kysely'
import type { Tx } from '../db/transaction.ts'

/** Rows that one statement writes. */
const chunk = 5_000

/**
 * The answer is the one of these inputs: what pages read whole in `analysis`, and rows too many for that in a table of
 * their own.
 */
export async function keepAnswer(
  db: Tx,
  { name, inputs }: { name: AnalysisName; inputs: string },
  { answer, now }: { answer: unknown; now: Date },
): Promise<void> {
  const { rows, rest } = name === 'next_adopters' ? apart(answer) : { rows: [], rest: answer }
  await db
    .updateTable('analysis')
    .set({ state: 'done', progress: 1, ended_at: now, answer: JSON.stringify(rest) })
    .where('name', '=', name)
    .where('inputs', '=', inputs)
    .execute()
  if (name !== 'next_adopters') return
  await db.deleteFrom('next_adopter').where('inputs', '=', inputs).execute()
  for (let i = 0; i < rows.length; i += chunk) await insertRows(db, inputs, rows.slice(i, i + chunk))
}

function apart(answer: unknown): { rows: NextAdopterRow[]; rest: object } {
  const { rows, ...rest } = answer as { rows: NextAdopterRow[] }
  return { rows, rest }
}

async function insertRows(db: Tx, inputs: string, rows: readonly NextAdopterRow[]): Promise<void> {
  await sql`insert into next_adopter
      (inputs, innovation_code, region_code, rank, rank_in_region, chance, lower, upper, reasons, able_before)
    select ${inputs}, r.innovation, r.region, r.rank, r."rankInRegion", r.chance, r.lower, r.upper, r.reasons, r."ableBefore"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (innovation text, region text, rank int, "rankInRegion" int,
      chance double precision, lower double precision, upper double precision, reasons jsonb, "ableBefore" boolean)`.execute(
    db,
  )
}
