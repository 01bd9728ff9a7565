import type { PulseQuestion } from '@semai/domain/pulse/pulse-questions'
import { shippedQuestions } from '@semai/domain/pulse/shipped-questions'
import type { Db, Tx } from '../db/transaction.ts'

/** The newest version of the questions; version 1, as shipped, where none was stored yet. One query. */
export async function newestQuestions(
  db: Db,
): Promise<{ version: number; questions: readonly PulseQuestion[] }> {
  const row = await db
    .selectFrom('pulse_questions')
    .select(['version', 'questions'])
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ?? { version: 1, questions: shippedQuestions }
}

/** The number of the newest version, which is stored afterwards: a pulse points at it. Two queries. */
export async function newestQuestionsVersion(db: Tx, now: Date): Promise<number> {
  const { version, questions } = await newestQuestions(db)
  if (version > 1) return version
  await db
    .insertInto('pulse_questions')
    .values({ version, questions: JSON.stringify(questions), made_by: null, made_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return version
}
