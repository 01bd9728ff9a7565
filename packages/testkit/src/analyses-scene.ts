import type { AnalysisName } from '@semai/domain/analyses/analysis'
import type { NextAdopterRow, SpreadNextAdopters } from '@semai/domain/analyses/next-adopters'
import { keepAnswer } from '@semai/store/analyses/keep-answer'
import { inTransaction } from '@semai/store/db/transaction'
import type { Db } from '@semai/store/db/transaction'

/** The fingerprint under which `aKeptAnalysis` keeps its answers. */
export const keptInputs = 'a'.repeat(43)

/** An answer as a job would have kept it. */
export async function aKeptAnalysis(db: Db, name: AnalysisName, answer: object, now: Date): Promise<void> {
  const key = { name, inputs: keptInputs }
  await inTransaction(db, async (db) => {
    await db.deleteFrom('analysis').where('name', '=', name).execute()
    const running = { ...key, state: 'running' as const, progress: 0, answer: null, ended_at: null }
    await db
      .insertInto('analysis')
      .values({ ...running, asked_at: now })
      .execute()
    await keepAnswer(db, key, { answer, now })
  })
}

/** An answer of `next_adopters` with these rows, each of an innovation that twelve of 40 governments have. */
export function nextAdoptersOf(rows: readonly NextAdopterRow[]): SpreadNextAdopters {
  const codes = [...new Set(rows.map(({ innovation }) => innovation))]
  return {
    day: '2026-02-01',
    eligible: 40,
    use: 'model',
    beatsAll: true,
    aboveLots: true,
    learnt: { periods: 6, rows: 900, adopters: 80 },
    effects: [{ name: 'neighbours', effect: 0.6, lower: 0.4, upper: 0.8 }],
    innovations: codes.map((innovation) => ({ innovation, adopted: 12, batched: 0 })),
    rows: [...rows],
  }
}

/** A row that nothing is said of but where it is. */
export function aNextAdopter(
  given: Pick<NextAdopterRow, 'innovation' | 'region'> & Partial<NextAdopterRow>,
): NextAdopterRow {
  const figures = { rank: 1, rankInRegion: 1, chance: 0.2, lower: 0.1, upper: 0.3 }
  const reasons: NextAdopterRow['reasons'] = [
    { name: 'neighbours', more: true, adds: 0.8 },
    { name: 'product', more: true, adds: 0.3 },
    { name: 'poverty', more: true, adds: -0.2 },
  ]
  return { ...figures, reasons, ableBefore: false, ...given }
}
