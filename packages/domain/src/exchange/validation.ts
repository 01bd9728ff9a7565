import type { z } from 'zod'
import { publishedSchemas, type PublishedSchema } from './published-schema.ts'

/** Where a record departs from the published format, and what to do about it. */
export type Departure = { path: string; says: string }

/** Which format a record means to follow, by the fields only one of them has; null when it shows none. */
export function formatOf(record: unknown): PublishedSchema | null {
  if (typeof record !== 'object' || record === null) return null
  if ('components' in record) return 'blueprint'
  if ('happening' in record || 'adopter' in record) return 'claim'
  return 'parties' in record || 'narrative' in record ? 'innovation' : null
}

/**
 * Every place where a record departs from its published format; none for a good record.
 * @example departures({ happening: 'opened' }, 'claim')[0] // { path: 'schema_version', says: 'is missing; write "1.0"' }
 */
export function departures(record: unknown, format: PublishedSchema): Departure[] {
  const parsed = publishedSchemas[format].shape.safeParse(record, { reportInput: true })
  if (parsed.success) return []
  return parsed.error.issues.flatMap((issue) => {
    if (issue.code !== 'unrecognized_keys') return [{ path: pathText(issue.path), says: sentenceFor(issue) }]
    return issue.keys.map((key) => ({
      path: pathText([...issue.path, key]),
      says: 'is not a field of this format; remove it',
    }))
  })
}

/** The records of a JSON document: an exported file with `rows`, a list, or one record. */
export function recordsIn(document: unknown): { path: string; record: unknown }[] {
  const rows = (document as { rows?: unknown } | null)?.rows
  if (Array.isArray(rows)) return rows.map((record, index) => ({ path: `rows[${index}]`, record }))
  if (Array.isArray(document)) return document.map((record, index) => ({ path: `[${index}]`, record }))
  return [{ path: '', record: document }]
}

/** @example pathText(['facts', 0, 'source']) // 'facts[0].source' */
export function pathText(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, step) => {
    if (typeof step === 'number') return `${text}[${step}]`
    return text === '' ? String(step) : `${text}.${String(step)}`
  }, '')
}

/** What is wrong with a value, as a sentence that goes on after its name. */
export function sentenceFor(issue: z.core.$ZodIssue): string {
  if (issue.input === undefined && issue.code !== 'custom') return `is missing${wanted(issue)}`
  switch (issue.code) {
    case 'invalid_type':
      return `must be ${typeWords[issue.expected] ?? issue.expected}; found ${found(issue.input)}`
    case 'invalid_value':
      return `must be ${listed(issue.values)}; found ${found(issue.input)}`
    case 'invalid_format':
      return `${formatWords[issue.format] ?? shapeOf(issue)}; found ${found(issue.input)}`
    case 'too_big':
      return `must be at most ${issue.maximum}; found ${found(issue.input)}`
    case 'too_small':
      return `must be at least ${issue.minimum}; found ${found(issue.input)}`
    case 'invalid_union':
      return 'is not one of the kinds this format has'
    default:
      return issue.message
  }
}

const typeWords: Record<string, string> = {
  string: 'a text in quotes',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  null: 'null',
}

const formatWords: Record<string, string> = {
  date: 'must be a day that exists, written 2024-12-31',
  datetime: 'must be an instant in UTC, written 2024-12-31T17:00:00Z',
  uuid: 'must be a UUID',
}

/** The patterns of the formats, in words. */
const patternWords: readonly (readonly [part: string, says: string])[] = [
  ['\\S/', 'must not be blank'],
  ['https?', 'must be an address that begins with http:// or https://'],
  ['INV|PRG', 'must be a code such as INV-0014 or PRG-MPP'],
  ['\\d{2}(', 'must be a ministry code in quotes, such as "35" or "35.10"'],
]

function shapeOf(issue: z.core.$ZodIssue): string {
  const pattern = 'pattern' in issue ? String(issue.pattern) : ''
  return patternWords.find(([part]) => pattern.includes(part))?.[1] ?? issue.message
}

function wanted(issue: z.core.$ZodIssue): string {
  return issue.code === 'invalid_value'
    ? `; write ${listed(issue.values)}`
    : '; write null if it is not known'
}

function listed(values: readonly unknown[]): string {
  const words = values.map((value) => JSON.stringify(value))
  return words.length === 1 ? words[0]! : `one of ${words.join(', ')}`
}

function found(input: unknown): string {
  const text = JSON.stringify(input) ?? 'nothing'
  return text.length > 60 ? `${text.slice(0, 57)}…` : text
}
