import { offeredSteps } from '@semai/domain/lifecycle'
import type { Actor } from '@semai/domain/people/actor'
import { assessmentLifecycle } from '@semai/domain/rounds/assessment.lifecycle'
import { assessesLocus } from '@semai/domain/rounds/round-parties'
import type { Db } from '../db/transaction.ts'
import { standingAnswers } from './answers.ts'
import { loadAssessment, scoresOf } from './assessments.ts'
import { evidenceOf } from './evidence.ts'
import { knownFiguresOf } from './known-figures.queries.ts'
import { questionsOf } from './round-form.ts'

type Asked = { code: string; id: string; now: Date; today: string }

/**
 * What an assessor sees of a locus: the answers that were submitted, what the records say, the own scores and steps. With a conflict of
 * interest nothing of the answers. Six queries, two with a conflict.
 * @param id of the locus.
 * @throws Refusal not-found.
 */
export async function assessmentPage(db: Db, actor: Actor, { code, id, now, today }: Asked) {
  const { respondent, institutionIds, assessor, ...assessment } = await loadAssessment(db, actor, {
    code,
    id,
  })
  const parties = { respondent, institutionIds, assessor }
  const mayAssess = assessesLocus.allows(actor, parties)
  const isOpen = mayAssess && assessment.isSubmitted && assessment.roundState !== 'answering'
  const [scores, read] = await Promise.all([
    scoresOf(db, assessment.id),
    isOpen ? answersRead(db, actor, { assessment, today }) : null,
  ])
  const incomplete = assessment.criteria.filter(({ key }) => !Object.hasOwn(scores, key)).length
  const subject = { ...parties, state: assessment.state, round: assessment.roundState, incomplete }
  const { startsAt, presentationScore } = assessment
  return {
    assessment,
    hasConflict: !mayAssess,
    scores,
    read,
    mayScore: isOpen && assessment.state === 'open' && assessment.roundState === 'assessing',
    mayScorePresentation:
      mayAssess &&
      assessment.roundState === 'presenting' &&
      assessment.state === 'sent' &&
      presentationScore === null &&
      startsAt !== null &&
      startsAt <= now,
    steps: offeredSteps(assessmentLifecycle, { subject, actor, now }),
  }
}

async function answersRead(db: Db, actor: Actor, { assessment, today }: { assessment: Read; today: string }) {
  const [questions, { content }, known, evidence] = await Promise.all([
    questionsOf(db, assessment),
    standingAnswers(db, assessment.locus),
    knownFiguresOf(db, actor, { locus: assessment, today }),
    evidenceOf(db, assessment.locus),
  ])
  return { questions, answers: content, known, evidence }
}

type Read = Pick<
  Awaited<ReturnType<typeof loadAssessment>>,
  'roundId' | 'formVersion' | 'objects' | 'locus' | 'innovationId' | 'replicationId'
>
