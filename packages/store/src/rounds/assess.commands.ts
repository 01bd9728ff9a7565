import { decide, only } from '@semai/domain/lifecycle'
import type { Actor } from '@semai/domain/people/actor'
import { Refusal } from '@semai/domain/refusal'
import { assessmentLifecycle } from '@semai/domain/rounds/assessment.lifecycle'
import type { AssessmentStep } from '@semai/domain/rounds/assessment.lifecycle'
import { assessesLocus } from '@semai/domain/rounds/round-parties'
import { pointsForm } from '@semai/domain/rounds/round.form'
import type { PointsForm } from '@semai/domain/rounds/round.form'
import { formFaults } from '@semai/domain/text/form-faults'
import type { Says } from '@semai/domain/text/says'
import { audit } from '../db/audit.ts'
import type { Db, Tx } from '../db/transaction.ts'
import { inTransaction } from '../db/transaction.ts'
import { loadAssessment, scoresOf } from './assessments.ts'
import type { LoadedAssessment } from './assessments.ts'

type Which = { code: string; id: string; now: Date }

/** What was typed, by criterion; a criterion left blank altogether is scored another time. */
export type TypedScores = Readonly<Record<string, { score: string; reason: string }>>

/**
 * The scores are kept, each with its reason, as long as nothing was sent.
 * @param id of the locus.
 * @throws Refusal not-found | forbidden, with a conflict of interest too | conflict once sent or unless the round is being assessed |
 *   invalid with the fields `score_…` and `reason_…`; nothing is then written.
 */
export function saveScores(
  db: Db,
  actor: Actor,
  { typed, now, ...which }: Which & { typed: TypedScores },
): Promise<void> {
  return inTransaction(db, async (db) => {
    const assessment = await loadAssessment(db, actor, which, 'for update')
    mustAssess(actor, assessment)
    if (assessment.state !== 'open' || assessment.roundState !== 'assessing')
      throw new Refusal('conflict', locked)
    const points = readPoints(assessment, typed)
    for (const { criterion, score, reason } of points) {
      await db
        .insertInto('round_score')
        .values({ assessment_id: assessment.id, criterion, score, reason })
        .onConflict((conflict) =>
          conflict.columns(['assessment_id', 'criterion']).doUpdateSet({ score, reason }),
        )
        .execute()
    }
    const detail = { assessment: assessment.id, criteria: points.length }
    await audit(db, actor, { what: 'round_assessment.save', subjectId: assessment.locus, at: now, detail })
  })
}

/** The scores of every criterion in which something was typed. */
function readPoints(
  { criteria }: LoadedAssessment,
  typed: TypedScores,
): (PointsForm & { criterion: string })[] {
  const faults = []
  const points = []
  for (const { key } of criteria) {
    const own = Object.hasOwn(typed, key) ? typed[key]! : { score: '', reason: '' }
    if (own.score.trim() === '' && own.reason.trim() === '') continue
    const { data, error } = pointsForm.safeParse({ ...own, score: own.score.trim() || undefined })
    if (error)
      faults.push(...formFaults(error).map(({ field, says }) => ({ field: `${field}_${key}`, says })))
    else points.push({ ...data, criterion: key })
  }
  if (faults.length > 0) throw new Refusal('invalid', unfit, faults)
  return points
}

/**
 * The assessor sends and so locks the scores, or stands back and says why.
 * @param id of the locus.
 * @throws Refusal not-found | forbidden | conflict | invalid; nothing is then written.
 */
export function takeAssessmentStep(
  db: Db,
  actor: Actor,
  { step, reason, now, ...which }: Which & { step: AssessmentStep; reason?: string | undefined },
): Promise<void> {
  return inTransaction(db, async (db) => {
    const assessment = await loadAssessment(db, actor, which, 'for update')
    const scores = await scoresOf(db, assessment.id)
    const incomplete = assessment.criteria.filter(({ key }) => !Object.hasOwn(scores, key)).length
    const subject = { ...assessment, round: assessment.roundState, incomplete }
    const decision = decide(assessmentLifecycle, step, { subject, actor, now, reason })
    if (!decision.ok) throw new Refusal(decision.code, decision.says)
    await moved(db, assessment, { step, reason: reason?.trim() ?? '', now })
    const detail = { assessment: assessment.id, from: decision.from, to: decision.to }
    await audit(db, actor, { what: `round_assessment.${step}`, subjectId: assessment.locus, at: now, detail })
  })
}

async function moved(
  db: Tx,
  { id }: LoadedAssessment,
  { step, reason, now }: { step: AssessmentStep; reason: string; now: Date },
): Promise<void> {
  await db
    .updateTable('round_assessment')
    .set(step === 'send' ? { state: 'sent', sent_at: now } : { state: 'recused', recused_why: reason })
    .where('id', '=', id)
    .execute()
}

/**
 * The presentation of a locus has the score of this assessor, who sent the others; it stays as it is.
 * @param id of the locus.
 * @throws Refusal not-found | forbidden | conflict unless the round hears presentations and this one began, before the scores were sent, or
 *   the second time.
 */
export function scorePresentation(
  db: Db,
  actor: Actor,
  { said, now, ...which }: Which & { said: PointsForm },
): Promise<void> {
  return inTransaction(db, async (db) => {
    const assessment = await loadAssessment(db, actor, which, 'for update')
    mustAssess(actor, assessment)
    const { startsAt, roundState, state, presentationScore } = assessment
    if (presentationScore !== null) throw new Refusal('conflict', locked)
    if (roundState !== 'presenting' || state !== 'sent' || startsAt === null || startsAt > now) {
      throw new Refusal('conflict', notYet)
    }
    await db
      .updateTable('round_assessment')
      .set({ presentation_score: said.score, presentation_reason: said.reason, presentation_sent_at: now })
      .where('id', '=', assessment.id)
      .execute()
    const detail = { assessment: assessment.id }
    const what = 'round_assessment.score_presentation'
    await audit(db, actor, { what, subjectId: assessment.locus, at: now, detail })
  })
}

function mustAssess(actor: Actor, assessment: LoadedAssessment): void {
  if (!assessesLocus.allows(actor, assessment)) throw new Refusal('forbidden', only(assessesLocus))
}

const unfit: Says = {
  id: 'Ada nilai yang perlu diperbaiki: 0 sampai 100 dengan alasannya.',
  en: 'Some scores need mending: 0 to 100, each with its reason.',
}
const locked: Says = {
  id: 'Nilai ini sudah dikirim dan terkunci, atau penilaian tidak sedang dibuka.',
  en: 'These scores were sent and are locked, or the round is not being assessed now.',
}
const notYet: Says = {
  id: 'Presentasi dinilai setelah dimulai, oleh penilai yang sudah mengirim nilai jawabannya.',
  en: 'A presentation is scored once it has begun, by assessors who sent their scores of the answers.',
}
