import { z } from 'zod'
import type { Says } from '../text/says.ts'

const label = z.object({ id: z.string().min(1).max(200), en: z.string().min(1).max(200) })
const key = z.string().regex(/^[a-z][a-z0-9_]{1,39}$/)

/** A short question of a pulse: one of some choices, a number, or a few words. */
export const pulseQuestion = z.discriminatedUnion('kind', [
  z.strictObject({
    key,
    kind: z.literal('choice'),
    text: label,
    choices: z.array(z.strictObject({ key, label })).min(2).max(12),
  }),
  z.strictObject({ key, kind: z.literal('number'), text: label }),
  z.strictObject({ key, kind: z.literal('text'), text: label }),
])
export type PulseQuestion = z.infer<typeof pulseQuestion>

/** Answers to the questions by key; a question that was left out has none. */
export type PulseAnswers = Record<string, string | number>

/** The choices by which the first question tells that whoever looked after a replication has left. */
export const keeperChoices = ['same', 'other', 'nobody'] as const

const needsKeeper: Says = {
  id: 'Pertanyaan "keeper" dengan pilihan same, other dan nobody harus ada: peringatan serah terima bersandar padanya.',
  en: 'The question "keeper" with the choices same, other and nobody must be there: the hand-over alarm leans on it.',
}
const keysTwice: Says = { id: 'Tiap kunci hanya sekali.', en: 'Each key once.' }

/** A version of the questions: one to ten, each key once, with the one that the alarm of a hand-over leans on. */
export const pulseQuestions = z
  .array(pulseQuestion)
  .min(1)
  .max(10)
  .refine((list) => new Set(list.map((one) => one.key)).size === list.length, { params: { says: keysTwice } })
  .refine(
    (list) =>
      list.some(
        (one) =>
          one.key === 'keeper' &&
          one.kind === 'choice' &&
          keeperChoices.every((choice) => one.choices.some((given) => given.key === choice)),
      ),
    { params: { says: needsKeeper } },
  )

/** Whether what was answered says that whoever looked after it has left: to somebody else, or to nobody. */
export function keeperLeft(answers: PulseAnswers): 'other' | 'nobody' | null {
  const said = answers['keeper']
  return said === 'other' || said === 'nobody' ? said : null
}

/** What an answer is called where it is shown. */
export function answerWords(question: PulseQuestion, answer: string | number): Says {
  const chosen =
    question.kind === 'choice' ? question.choices.find((one) => one.key === answer)?.label : undefined
  return chosen ?? { id: String(answer), en: String(answer) }
}
