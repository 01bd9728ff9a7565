import { z } from 'zod'
import { linksOf } from '../innovations/innovation-content.form.ts'
import type { Says } from '../text/says.ts'
import { isCalendarDay } from '../time/clock.ts'
import { dateWords } from '../time/date-words.ts'
import { knownFigures } from './known-figures.ts'
import { roundObjects } from './round.ts'
import type { RoundObject } from './round.ts'

const says = (max: number) =>
  z.object({ id: z.string().trim().min(1).max(max), en: z.string().trim().min(1).max(max) })
const key = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/)
const asked = {
  key,
  text: says(300),
  help: says(600).nullable(),
  isRequired: z.boolean(),
  shows: z.enum(knownFigures).nullable(),
  /** What kinds of loci are asked it; null for all. */
  askedOf: z.array(z.enum(roundObjects)).min(1).nullable(),
}

/** A question of a round, as data. */
export const roundQuestion = z.discriminatedUnion('kind', [
  z.strictObject({ ...asked, kind: z.literal('short_text') }),
  z.strictObject({ ...asked, kind: z.literal('long_text') }),
  z.strictObject({ ...asked, kind: z.literal('number'), unit: says(40) }),
  z.strictObject({
    ...asked,
    kind: z.literal('choice'),
    choices: z
      .array(z.strictObject({ key, label: says(120) }))
      .min(2)
      .max(12),
  }),
  z.strictObject({ ...asked, kind: z.literal('yes_no') }),
  z.strictObject({ ...asked, kind: z.literal('date') }),
  z.strictObject({ ...asked, kind: z.literal('link') }),
  z.strictObject({ ...asked, kind: z.literal('evidence') }),
])
export type RoundQuestion = z.infer<typeof roundQuestion>
export type RoundQuestionKind = RoundQuestion['kind']

/** What each kind of question is called. */
export const questionKindNames: Record<RoundQuestionKind, Says> = {
  short_text: { id: 'Teks pendek', en: 'Short text' },
  long_text: { id: 'Teks panjang', en: 'Long text' },
  number: { id: 'Angka dengan satuan', en: 'Number with a unit' },
  choice: { id: 'Pilihan', en: 'Choice' },
  yes_no: { id: 'Ya atau tidak', en: 'Yes or no' },
  date: { id: 'Tanggal', en: 'Date' },
  link: { id: 'Tautan bukti', en: 'Link to evidence' },
  evidence: { id: 'Bukti: berkas atau tautan', en: 'Evidence: files or a link' },
}

const keysTwice: Says = { id: 'Tiap kunci hanya sekali.', en: 'Each key once.' }

/** A version of the form: at most sixty questions, each key once. */
export const roundQuestions = z
  .array(roundQuestion)
  .max(60)
  .refine((list) => new Set(list.map((one) => one.key)).size === list.length, { params: { says: keysTwice } })

/** The questions of a form that a kind of locus is asked, in their order. */
export function questionsFor(questions: readonly RoundQuestion[], objects: RoundObject): RoundQuestion[] {
  return questions.filter(({ askedOf }) => askedOf === null || askedOf.includes(objects))
}

/** What was typed, by the key of the question: a draft may be poor. */
export type RoundAnswers = Readonly<Record<string, string>>

/** Characters of an answer at most. */
export const longestAnswer: Record<RoundQuestionKind, number> = {
  short_text: 300,
  long_text: 6_000,
  number: 30,
  choice: 40,
  yes_no: 3,
  date: 10,
  link: 500,
  evidence: 500,
}

/**
 * A number as it is written in Indonesia: thousands by points, decimals after a comma.
 * @returns null for what is none.
 * @example readNumber('1.250,5') // 1250.5
 */
export function readNumber(typed: string): number | null {
  const text = typed.trim()
  if (!/^-?(\d{1,3}(\.\d{3})+|\d+)(,\d+)?$/.test(text)) return null
  return Number(text.replaceAll('.', '').replace(',', '.'))
}

/** Why an answer cannot be read, or null: also for none. */
export function answerFault(question: RoundQuestion, typed: string): Says | null {
  if (typed.trim() === '') return null
  if (typed.length > longestAnswer[question.kind]) return tooLong(longestAnswer[question.kind])
  return readers[question.kind](typed.trim(), question) ? null : unread[question.kind]
}

const readers: Record<RoundQuestionKind, (typed: string, question: RoundQuestion) => boolean> = {
  short_text: () => true,
  long_text: () => true,
  number: (typed) => readNumber(typed) !== null,
  choice: (typed, question) =>
    question.kind === 'choice' && question.choices.some(({ key }) => key === typed),
  yes_no: (typed) => typed === 'yes' || typed === 'no',
  date: isCalendarDay,
  link: (typed) => linksOf(typed).length === 1,
  evidence: (typed) => linksOf(typed).length === 1,
}

const chooseOne: Says = { id: 'Pilih salah satu.', en: 'Choose one.' }
const wholeAddress: Says = {
  id: 'Tulis alamat lengkap yang diawali https://.',
  en: 'Write a whole address that begins with https://.',
}
const unread: Record<RoundQuestionKind, Says> = {
  short_text: chooseOne,
  long_text: chooseOne,
  number: { id: 'Tulis angka seperti 1.250 atau 12,5.', en: 'Write a number such as 1.250 or 12,5.' },
  choice: chooseOne,
  yes_no: chooseOne,
  date: { id: 'Isi hari yang ada di kalender: 2026-11-05.', en: 'Write a day of the calendar: 2026-11-05.' },
  link: wholeAddress,
  evidence: wholeAddress,
}
const tooLong = (most: number): Says => ({
  id: `Ringkas sampai ${most} karakter.`,
  en: `Shorten it to ${most} characters.`,
})

/** How complete answers are: required questions, those of them that are answered, and what still has to be done, in order. */
export type Completeness = {
  required: number
  answered: number
  open: { key: string; text: Says; fault: Says | null }[]
}

/**
 * What is asked and what is there. A readable answer counts, and so does a file where evidence is asked; a faulty one has to be mended,
 * also where none is required.
 * @param evidenced keys of the questions that have a file.
 */
export function completeness(
  questions: readonly RoundQuestion[],
  answers: RoundAnswers,
  evidenced: readonly string[] = [],
): Completeness {
  const points = questions.map((question) => {
    const typed = answers[question.key] ?? ''
    const fault = answerFault(question, typed)
    const isThere = typed.trim() !== '' || (question.kind === 'evidence' && evidenced.includes(question.key))
    return { question, fault, isMet: fault === null && (isThere || !question.isRequired) }
  })
  const required = points.filter(({ question }) => question.isRequired)
  return {
    required: required.length,
    answered: required.filter(({ isMet }) => isMet).length,
    open: points
      .filter(({ isMet }) => !isMet)
      .map(({ question: { key, text }, fault }) => ({ key, text, fault })),
  }
}

/** The answers to the questions of a form alone, cut to what is stored: nothing else that was sent is kept. */
export function answersTo(questions: readonly RoundQuestion[], typed: RoundAnswers): RoundAnswers {
  return Object.fromEntries(
    questions.flatMap(({ key }) => {
      const text = (Object.hasOwn(typed, key) ? typed[key]! : '').replaceAll('\r\n', '\n').slice(0, 12_000)
      return text.trim() === '' ? [] : [[key, text]]
    }),
  )
}

/** An answer as it is read: the words of a choice, a number with its unit, a day in words. */
export function answerText(question: RoundQuestion, typed: string): Says {
  const chosen = question.kind === 'choice' && question.choices.find(({ key }) => key === typed)?.label
  if (chosen) return chosen
  if (question.kind === 'yes_no') return typed === 'yes' ? { id: 'Ya', en: 'Yes' } : { id: 'Tidak', en: 'No' }
  if (question.kind === 'date' && isCalendarDay(typed)) {
    return { id: dateWords('id', typed), en: dateWords('en', typed) }
  }
  if (question.kind === 'number')
    return { id: `${typed} ${question.unit.id}`, en: `${typed} ${question.unit.en}` }
  return { id: typed, en: typed }
}
