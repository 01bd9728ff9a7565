import { offeredSteps } from '@semai/domain/lifecycle'
import type { Actor } from '@semai/domain/people/actor'
import { roundAnswerLifecycle } from '@semai/domain/rounds/round-answer.lifecycle'
import { answersLocus, readsLocus } from '@semai/domain/rounds/round-parties'
import { completeness } from '@semai/domain/rounds/round-question'
import type { RoundAnswers } from '@semai/domain/rounds/round-question'
import { sql } from 'kysely'
import type { Db } from '../db/transaction.ts'
import { standingAnswers } from './answers.ts'
import { evidenceOf } from './evidence.ts'
import { knownFiguresOf } from './known-figures.queries.ts'
import { loadLocus } from './loci.ts'
import { questionsOf } from './round-form.ts'

type Asked = { code: string; id: string; now: Date; today: string }

/**
 * What a locus is asked and what it answered, with its files, how complete that is, what the records say, what this person may
 * do, and the extensions it was given; once published what its assessors said. A draft is without its words and files for an
 * assessor: those are nobody's yet. Six queries, seven once published.
 * @throws Refusal not-found.
 */
export async function answerPage(db: Db, actor: Actor, { code, id, now, today }: Asked) {
  const locus = await loadLocus(db, actor, { code, id })
  const [standing, questions, known, attached, extensions, feedback] = await Promise.all([
    standingAnswers(db, id),
    questionsOf(db, locus),
    knownFiguresOf(db, actor, { locus, today }),
    evidenceOf(db, id),
    extensionsOf(db, id),
    locus.roundState === 'published' ? feedbackOf(db, id) : [],
  ])
  const { content: written, ...state } = standing
  const isWithheld = standing.state === 'draft' && !readsLocus.allows(actor, locus)
  const content: RoundAnswers = isWithheld ? {} : written
  const evidence = isWithheld ? [] : attached
  const withFile = evidence.map(({ question }) => question)
  const progress = completeness(questions, content, withFile)
  const subject = { ...locus, state: standing.state, round: locus.roundState, missing: progress.open.length }
  const mayAnswer = answersLocus.allows(actor, locus)
  return {
    locus: shown(locus),
    questions,
    answers: content,
    isWithheld,
    evidence,
    ...state,
    progress,
    known,
    extensions,
    feedback,
    mayWrite: mayAnswer && locus.roundState === 'answering' && standing.state === 'draft',
    isLate: now >= locus.closesAt,
    steps: offeredSteps(roundAnswerLifecycle, { subject, actor, now }),
  }
}
export type AnswerPage = Awaited<ReturnType<typeof answerPage>>

/** A locus without what only rules ask. */
function shown({ respondent: _, institutionIds: __, ...locus }: Awaited<ReturnType<typeof loadLocus>>) {
  return locus
}

function extensionsOf(db: Db, locusId: string) {
  return db
    .selectFrom('round_extension')
    .select(['id', 'until', 'reason', 'given_at as givenAt'])
    .where('locus_id', '=', locusId)
    .orderBy('given_at')
    .limit(20)
    .execute()
}

/** What assessors gave and why, by criterion, nobody named; reasons by their words, not by who wrote them. One query. */
function feedbackOf(db: Db, locusId: string) {
  return db
    .selectFrom('round_score as s')
    .innerJoin('round_assessment as x', 'x.id', 's.assessment_id')
    .select(['s.criterion', sql<number>`avg(s.score)::float8`.as('mean')])
    .select(sql<string[]>`array_agg(s.reason order by s.reason)`.as('reasons'))
    .where('x.locus_id', '=', locusId)
    .where('x.state', '=', 'sent')
    .groupBy('s.criterion')
    .execute()
}
