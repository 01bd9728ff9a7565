import { roundAnswerLifecycle } from '@semai/domain/rounds/round-answer.lifecycle'
import type { RoundAnswers } from '@semai/domain/rounds/round-question'
import type { Db } from '../db/transaction.ts'

/** How the answers of a locus stand, with the text that holds; a draft without a word where nothing was saved. One query. */
export async function standingAnswers(db: Db, locusId: string) {
  const row = await db
    .selectFrom('round_answer as a')
    .innerJoin('round_answer_text as t', (join) =>
      join.onRef('t.locus_id', '=', 'a.locus_id').onRef('t.revision', '=', 'a.revision'),
    )
    .select(['a.state', 'a.revision', 'a.submitted_at as submittedAt', 't.content', 't.saved_at as savedAt'])
    .where('a.locus_id', '=', locusId)
    .executeTakeFirst()
  return row ?? nothing
}

const nothing = {
  state: roundAnswerLifecycle.initial,
  revision: 0,
  submittedAt: null,
  content: {} as RoundAnswers,
  savedAt: null,
}

/** A text as it was saved under a revision; no words where there is none. One query. */
export async function textAt(db: Db, locusId: string, revision: number): Promise<RoundAnswers> {
  const row = await db
    .selectFrom('round_answer_text')
    .select('content')
    .where('locus_id', '=', locusId)
    .where('revision', '=', revision)
    .executeTakeFirst()
  return row?.content ?? {}
}
