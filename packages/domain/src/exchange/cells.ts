import { z } from 'zod'
import { isPartialDate } from '../claims/claim.ts'

/** Control characters, and those that turn the direction of what stands after them on a page. */
// oxlint-disable-next-line eslint/no-control-regex -- control characters are what is looked for
const invisible = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069]/

/** A cell as it is read: text without spaces around it; an absent column reads as empty. */
const cell = z
  .string()
  .prefault('')
  .transform((text) => text.trim())
  .refine((text) => !invisible.test(text), 'holds a control character')

/** Text that must be there, at most `max` characters. */
export const text = (max: number) =>
  cell.refine((value) => value !== '', 'is empty').refine((value) => value.length <= max, tooLong(max))

/** Text that may be missing: `null` then. */
export const maybeText = (max: number) =>
  cell
    .refine((value) => value.length <= max, tooLong(max))
    .transform((value) => (value === '' ? null : value))

/** One of some words, given as word → what it means. */
export const oneOf = <Value>(words: Readonly<Record<string, Value>>) =>
  cell
    .refine((value) => value !== '', 'is empty')
    .transform((value, context): Value => {
      const meaning = Object.hasOwn(words, value) ? words[value] : undefined
      if (value === '' || meaning !== undefined) return meaning as Value
      context.addIssue(`must be one of ${Object.keys(words).join(', ')}; found "${value}"`)
      return z.NEVER
    })

/** As `oneOf`, or empty: `null`. */
export const maybeOneOf = <Value>(words: Readonly<Record<string, Value>>) =>
  cell.transform((value, context): Value | null => {
    if (value === '') return null
    if (Object.hasOwn(words, value)) return words[value]!
    context.addIssue(`must be empty or one of ${Object.keys(words).join(', ')}; found "${value}"`)
    return z.NEVER
  })

/** Words that stand for themselves. */
export const asThemselves = <Word extends string>(words: readonly Word[]) =>
  Object.fromEntries(words.map((word) => [word, word])) as Record<Word, Word>

/** A year from 1945 to next year (`thisYear` + 1), as a number; empty: `null`. */
export const maybeYear = cell.transform((value, context) => {
  if (value === '') return null
  if (/^(19[4-9]\d|20\d\d)$/.test(value)) return Number(value)
  context.addIssue(`must be a year such as 2018; found "${value}"`)
  return z.NEVER
})

/** A ministry code: two digits, or two dotted pairs. Spreadsheets turn 35.10 into a number and lose the zero. */
const codeProblem = (value: string) =>
  /^\d{2}\.\d$/.test(value)
    ? `"${value}" has lost its last zero: write ${value}0 as text`
    : `must be a ministry code such as 35 or 35.10; found "${value}"`

export const regionCode = cell
  .refine((value) => value !== '', 'is empty')
  .superRefine((value, context) => {
    if (value !== '' && !/^\d{2}(\.\d{2})?$/.test(value)) context.addIssue(codeProblem(value))
  })

export const maybeRegionCode = cell.transform((value, context) => {
  if (value === '' || /^\d{2}(\.\d{2})?$/.test(value)) return value === '' ? null : value
  context.addIssue(codeProblem(value))
  return z.NEVER
})

/** A number written with a point. */
export const number = cell.transform((value, context) => {
  if (value !== '' && Number.isFinite(Number(value))) return Number(value)
  context.addIssue(value === '' ? 'is empty' : `must be a number written with a point; found "${value}"`)
  return z.NEVER
})

/** As `number`, or empty: `null`. */
export const maybeNumber = cell.transform((value, context) => {
  if (value === '') return null
  if (Number.isFinite(Number(value))) return Number(value)
  context.addIssue(`must be a number written with a point; found "${value}"`)
  return z.NEVER
})

/** A day, month or year: 2022-12-05, 2022-12 or 2022; empty: `null`. */
export const maybePartialDate = cell.transform((value, context) => {
  if (value === '' || isPartialDate(value)) return value === '' ? null : value
  context.addIssue(`must be a date such as 2022-12-05, 2022-12 or 2022; found "${value}"`)
  return z.NEVER
})

/** A web address, or empty: `null`. */
export const maybeUrl = cell.transform((value, context) => {
  if (value === '') return null
  if (/^https?:\/\/\S+$/i.test(value) && URL.canParse(value)) return value
  context.addIssue(`must be an address that begins with http:// or https://; found "${value}"`)
  return z.NEVER
})

function tooLong(max: number): string {
  return `is longer than ${max.toLocaleString('en')} characters`
}
