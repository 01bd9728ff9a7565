import { z } from 'zod'
import { runningAnswers } from '../innovations/still-running.ts'
import type { RunningAnswer } from '../innovations/still-running.ts'
import { reasonCodeText } from '../reasons/reason.form.ts'
import { badDay, maybe, maybeDay, says } from '../text/form-fields.ts'
import type { PulseAnswers, PulseQuestion } from './pulse-questions.ts'

/** What is answered to a pulse, whichever way. */
export type PulseAnswer = {
  running: RunningAnswer
  /** Of a stop: why, as a code of the closed list, and since when (`YYYY-MM-DD`). */
  cause: string | null
  stoppedOn: string | null
  answers: PulseAnswers
  note: string | null
}

const blank = z.literal('').transform(() => null)

/** The name of the field of a question. */
export function fieldOf({ key }: Pick<PulseQuestion, 'key'>): string {
  return `q_${key}`
}

const badNumber = says({
  id: 'Tulis bilangan bulat, misalnya 120.',
  en: 'Write a whole number, such as 120.',
})

/** The field of a question, which may be left empty. */
function fieldFor(question: PulseQuestion) {
  switch (question.kind) {
    case 'choice':
      return z.union([blank, z.enum(question.choices.map(({ key }) => key))]).default(null)
    case 'number':
      return maybe(12)
        .refine((typed) => typed === null || /^\d{1,9}$/.test(typed.replaceAll('.', '')), badNumber)
        .transform((typed) => (typed === null ? null : Number(typed.replaceAll('.', ''))))
    case 'text':
      return maybe(500)
  }
}

const noCause = says({ id: 'Pilih mengapa berhenti.', en: 'Choose why it stopped.' })

/**
 * Reads an answer by the questions of its version: the reason and the day belong to a stop and to nothing else; questions
 * may be left out.
 */
export function pulseForm(questions: readonly PulseQuestion[]) {
  return z
    .object({
      running: z.enum(runningAnswers),
      cause: z.union([blank, reasonCodeText]).default(null),
      stoppedOn: maybeDay,
      note: maybe(2_000),
      ...Object.fromEntries(questions.map((question) => [fieldOf(question), fieldFor(question)])),
    })
    .superRefine(({ running, cause, stoppedOn }, context) => {
      if (running !== 'stopped') return
      if (cause === null) context.addIssue({ code: 'custom', path: ['cause'], ...noCause })
      if (stoppedOn === null) context.addIssue({ code: 'custom', path: ['stoppedOn'], ...says(badDay) })
    })
    .transform((read): PulseAnswer => {
      const { running, cause, stoppedOn, note } = read
      const given = read as unknown as Record<string, string | number | null>
      const answers = questions.flatMap((question) => {
        const answer = given[fieldOf(question)] ?? null
        return answer === null ? [] : [[question.key, answer] as const]
      })
      const isStop = running === 'stopped'
      return {
        running,
        cause: isStop ? cause : null,
        stoppedOn: isStop ? stoppedOn : null,
        answers: Object.fromEntries(answers),
        note,
      }
    })
}

/** Who answers through a link. */
export const pulseSignature = z.object({
  name: z.string().trim().min(2).max(120),
  post: z.string().trim().min(2).max(160),
})
