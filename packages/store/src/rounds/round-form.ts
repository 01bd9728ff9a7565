import type { Actor } from '@semai/domain/people/actor'
import type { RoundObject } from '@semai/domain/rounds/round'
import { questionsFor } from '@semai/domain/rounds/round-question'
import type { RoundQuestion } from '@semai/domain/rounds/round-question'
import type { Db, Tx } from '../db/transaction.ts'

type WithForm = { id: string; formVersion: number }

/** The questions of a round by the version of its form that holds; none where there is no form yet. One query. */
export async function formOf(db: Db, { id, formVersion }: WithForm): Promise<RoundQuestion[]> {
  const row = await db
    .selectFrom('round_form')
    .select('questions')
    .where('round_id', '=', id)
    .where('version', '=', formVersion)
    .executeTakeFirst()
  return row?.questions ?? []
}

/** The questions a locus is asked: those of the form for its kind. One query. */
export async function questionsOf(
  db: Db,
  { roundId, formVersion, objects }: { roundId: string; formVersion: number; objects: RoundObject },
): Promise<RoundQuestion[]> {
  return questionsFor(await formOf(db, { id: roundId, formVersion }), objects)
}

/** The form of the round has a new version, which holds from now on. */
export async function keepForm(
  db: Tx,
  actor: Actor,
  { round, questions, now }: { round: WithForm; questions: readonly RoundQuestion[]; now: Date },
): Promise<number> {
  const version = round.formVersion + 1
  const made = { made_by: actor.personId, made_at: now }
  await db
    .insertInto('round_form')
    .values({ round_id: round.id, version, questions: JSON.stringify(questions), ...made })
    .execute()
  await db.updateTable('round').set({ form_version: version }).where('id', '=', round.id).execute()
  return version
}
