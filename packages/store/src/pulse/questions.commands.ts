import { only } from '@semai/domain/lifecycle'
import { administrator, anyOf, secretariat } from '@semai/domain/people/access'
import type { Actor } from '@semai/domain/people/actor'
import type { PulseQuestion } from '@semai/domain/pulse/pulse-questions'
import { Refusal } from '@semai/domain/refusal'
import { sql } from 'kysely'
import { audit } from '../db/audit.ts'
import type { Db } from '../db/transaction.ts'
import { inTransaction } from '../db/transaction.ts'
import { newestQuestionsVersion } from './questions.ts'

/** Who replaces the questions: the ministry's administrator. */
const editsQuestions = anyOf<unknown>(secretariat, administrator)

/**
 * The questions have a new version, with which pulses are opened from now on; those opened before keep theirs.
 * @returns the version.
 * @throws Refusal forbidden; nothing is then written.
 */
export async function publishQuestions(
  db: Db,
  actor: Actor,
  { questions, now }: { questions: readonly PulseQuestion[]; now: Date },
): Promise<number> {
  if (!editsQuestions.allows(actor, null)) throw new Refusal('forbidden', only(editsQuestions))
  return inTransaction(db, async (db) => {
    await sql`lock table pulse_questions in share row exclusive mode`.execute(db)
    const version = (await newestQuestionsVersion(db, now)) + 1
    const row = { version, questions: JSON.stringify(questions), made_by: actor.personId, made_at: now }
    await db.insertInto('pulse_questions').values(row).execute()
    const detail = { questions: questions.length }
    await audit(db, actor, { what: 'pulse_questions.publish', subjectId: String(version), at: now, detail })
    return version
  })
}
