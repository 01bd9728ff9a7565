import type { Says } from '../text/says.ts'
import type { EvidenceKind, ReadinessChecklist, ReadinessQuestion } from './readiness-checklist.ts'

/** A record that answers a question: what it says, its own address, and its day where it has one (`YYYY-MM-DD`). */
export type EvidenceRecord = { says: Says; link: string; on: string | null }
/** The records there are, by what they are evidence of. */
export type Evidence = Record<EvidenceKind, readonly EvidenceRecord[]>

export const answerStates = ['answered', 'partly', 'gap'] as const
/** Whether there are as many records as it takes, fewer, or none. */
export type AnswerState = (typeof answerStates)[number]

/** A question with the records that answer it. */
export type ReadinessAnswer = ReadinessQuestion & {
  state: AnswerState
  records: readonly EvidenceRecord[]
}

/** A dossier: every question answered from records, and what it comes to. It is no score. */
export type ReadinessDossier = {
  version: number
  source: Says
  answers: ReadinessAnswer[]
  /** Needed questions that are not answered; while there are any, the outcome is "not yet". */
  missing: ReadinessQuestion[]
  outcome: 'not_yet' | 'to_discuss'
}

/** The dossier that the records come to: a claim without a record is a gap, whatever was there before. */
export function readinessDossier(
  { version, source, questions }: ReadinessChecklist,
  evidence: Evidence,
): ReadinessDossier {
  const answers = questions.map((question): ReadinessAnswer => {
    const records = evidence[question.key]
    const state = records.length >= question.enough ? 'answered' : records.length > 0 ? 'partly' : 'gap'
    return { ...question, state, records }
  })
  const missing = answers.filter(({ isNeeded, state }) => isNeeded && state !== 'answered')
  return { version, source, answers, missing, outcome: missing.length > 0 ? 'not_yet' : 'to_discuss' }
}

/** How many answers stand in each state. */
export function countAnswers(answers: readonly ReadinessAnswer[]): Record<AnswerState, number> {
  const counts = { answered: 0, partly: 0, gap: 0 }
  for (const { state } of answers) counts[state]++
  return counts
}
