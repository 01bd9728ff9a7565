import { z } from 'zod'
import { maybe, says } from '../text/form-fields.ts'
import type { Says } from '../text/says.ts'
import { knownFigures } from './known-figures.ts'
import { roundObjects } from './round.ts'
import type { RoundObject } from './round.ts'
import { questionKindNames, roundQuestion } from './round-question.ts'
import type { RoundQuestion, RoundQuestionKind } from './round-question.ts'

const kinds = Object.keys(questionKindNames) as [RoundQuestionKind, ...RoundQuestionKind[]]

export const askedOfChoices = ['all', 'records', ...roundObjects] as const
/** Whom a question is put to: every locus, innovations and replications, or one kind. */
export type AskedOf = (typeof askedOfChoices)[number]

const kindsOf = (asked: AskedOf): RoundObject[] | null =>
  asked === 'all' ? null : asked === 'records' ? ['innovation', 'replication'] : [asked]

/** The choice that a question on record stands for. */
export function askedOfChoice(askedOf: readonly RoundObject[] | null): AskedOf {
  if (askedOf === null || askedOf.length === roundObjects.length) return 'all'
  return askedOf.length === 1 ? askedOf[0]! : 'records'
}

const both: Says = {
  id: 'Isi dalam kedua bahasa, atau kosongkan keduanya.',
  en: 'Fill it in in both languages, or leave both out.',
}
const badChoices: Says = {
  id: 'Tulis 2 sampai 12 pilihan, satu di tiap baris: Indonesia | Inggris.',
  en: 'Write 2 to 12 choices, one on each line: Indonesian | English.',
}
const noUnit: Says = { id: 'Isi satuannya dalam kedua bahasa.', en: 'Give the unit in both languages.' }

/** A question as the ministry writes it. */
export const questionForm = z
  .object({
    /** The key of the question that is changed; none for a new one. */
    question: maybe(40),
    kind: z.enum(kinds),
    textId: z.string().trim().min(5).max(300),
    textEn: z.string().trim().min(5).max(300),
    helpId: maybe(600),
    helpEn: maybe(600),
    required: z.literal('yes').optional(),
    askedOf: z.enum(askedOfChoices).default('all'),
    unitId: maybe(40),
    unitEn: maybe(40),
    choices: z.string().max(4_000).default(''),
    shows: z
      .union([z.literal('').transform(() => null), z.enum(knownFigures)])
      .nullish()
      .transform((figure) => figure ?? null),
  })
  .refine(({ helpId, helpEn }) => (helpId === null) === (helpEn === null), {
    path: ['helpEn'],
    ...says(both),
  })
  .refine(({ kind, unitId, unitEn }) => kind !== 'number' || (unitId !== null && unitEn !== null), {
    path: ['unitId'],
    ...says(noUnit),
  })
  .refine(({ kind, choices }) => kind !== 'choice' || choicesOf(choices) !== null, {
    path: ['choices'],
    ...says(badChoices),
  })
export type QuestionForm = z.infer<typeof questionForm>

function choicesOf(typed: string): { key: string; label: Says }[] | null {
  const rows = typed
    .split('\n')
    .flatMap((line) => (line.trim() === '' ? [] : [line.split('|').map((cell) => cell.trim())]))
  const fit = rows.every(
    ([id = '', en = '', ...more]) =>
      id !== '' && en !== '' && id.length <= 120 && en.length <= 120 && more.length === 0,
  )
  return fit && rows.length >= 2 && rows.length <= 12
    ? rows.map(([id, en], i) => ({ key: `c${i + 1}`, label: { id: id!, en: en! } }))
    : null
}

/** The question that was written, under a key; the form has made sure of what its kind needs. */
export function questionOf(said: QuestionForm, key: string): RoundQuestion {
  const { kind, helpId, helpEn, unitId, unitEn } = said
  const asked = {
    key,
    text: { id: said.textId, en: said.textEn },
    help: helpId === null || helpEn === null ? null : { id: helpId, en: helpEn },
    isRequired: said.required === 'yes',
    shows: said.shows,
    askedOf: kindsOf(said.askedOf),
  }
  if (kind === 'number') return roundQuestion.parse({ ...asked, kind, unit: { id: unitId, en: unitEn } })
  if (kind === 'choice') return { ...asked, kind, choices: choicesOf(said.choices)! }
  return { ...asked, kind }
}

/**
 * The form with a question put in the place of the one it changes, or at its end under the next free key.
 * @returns the same list where no question has the key that is to be changed.
 */
export function withQuestion(questions: readonly RoundQuestion[], said: QuestionForm): RoundQuestion[] {
  if (said.question !== null) {
    return questions.map((one) => (one.key === said.question ? questionOf(said, one.key) : one))
  }
  const numbers = questions.map(({ key }) => Number(/^q(\d+)$/.exec(key)?.[1] ?? 0))
  return [...questions, questionOf(said, `q${Math.max(0, ...numbers) + 1}`)]
}
