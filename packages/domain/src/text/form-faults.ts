import type { z } from 'zod'
import type { FieldFault } from '../refusal.ts'
import type { Says } from './says.ts'

/**
 * What a form's schema found, one sentence for each field in both languages: the rule and the way out. A schema's own
 * check says its sentence by `params: { says }`.
 */
export function formFaults(error: z.ZodError): FieldFault[] {
  const faults = new Map<string, FieldFault>()
  for (const issue of error.issues) {
    const field = issue.path.join('.')
    if (!faults.has(field)) faults.set(field, { field, says: saysOf(issue) })
  }
  return [...faults.values()]
}

function saysOf(issue: z.core.$ZodIssue): Says {
  if (issue.code === 'custom' && isSays(issue.params?.['says'])) return issue.params['says']
  if (issue.code === 'too_small') return tooSmall(issue)
  if (issue.code === 'too_big') return tooBig(issue)
  if (issue.code === 'invalid_type')
    return issue.input == null ? needed : (types[issue.expected] ?? unreadable)
  if (issue.code === 'invalid_value' || issue.code === 'invalid_union') return chooseOne
  if (issue.code === 'unrecognized_keys') return unknown(issue.keys)
  if (issue.code === 'invalid_format') return formats[issue.format] ?? unreadable
  return unreadable
}

function isSays(value: unknown): value is Says {
  return typeof value === 'object' && value !== null && 'id' in value && 'en' in value
}

const needed: Says = { id: 'Isi bagian ini.', en: 'Fill this in.' }
const chooseOne: Says = { id: 'Pilih salah satu dari daftar.', en: 'Choose one from the list.' }
const unreadable: Says = {
  id: 'Isian ini tidak dapat dibaca. Periksa lagi.',
  en: 'This cannot be read. Check it again.',
}
const figure: Says = {
  id: 'Tulis angka saja, tanpa tanda kutip.',
  en: 'Write a figure alone, without quotes.',
}
/** For files, where a value can be of another type than the one that is wanted. */
const types: Record<string, Says> = {
  number: figure,
  int: figure,
  string: { id: 'Tulis teks di antara tanda kutip.', en: 'Write a text in quotes.' },
}
const formats: Record<string, Says> = {
  email: {
    id: 'Tulis alamat surel lengkap, seperti nama@instansi.go.id.',
    en: 'Write a whole e-mail address, such as name@agency.go.id.',
  },
  date: { id: 'Tulis tanggal seperti 2026-03-02.', en: 'Write a date such as 2026-03-02.' },
  url: {
    id: 'Tulis alamat lengkap yang diawali https://.',
    en: 'Write a whole address that begins with https://.',
  },
}

function unknown(keys: readonly string[]): Says {
  const names = keys.map((key) => `"${key.slice(0, 60)}"`).join(', ')
  return { id: `Hapus yang tidak dikenal: ${names}.`, en: `Remove what is not known here: ${names}.` }
}

function tooSmall({ origin, minimum }: z.core.$ZodIssueTooSmall): Says {
  if (origin !== 'string' && origin !== 'array')
    return { id: `Nilai terkecil ${minimum}.`, en: `At least ${minimum}.` }
  if (minimum === 1) return needed
  return origin === 'string'
    ? { id: `Tulis sedikitnya ${minimum} karakter.`, en: `Write at least ${minimum} characters.` }
    : { id: `Isi sedikitnya ${minimum}.`, en: `Give at least ${minimum}.` }
}

function tooBig({ origin, maximum }: z.core.$ZodIssueTooBig): Says {
  if (origin === 'string')
    return { id: `Ringkas sampai ${maximum} karakter.`, en: `Shorten it to ${maximum} characters.` }
  return origin === 'array'
    ? { id: `Isi paling banyak ${maximum}.`, en: `Give at most ${maximum}.` }
    : { id: `Nilai terbesar ${maximum}.`, en: `At most ${maximum}.` }
}
