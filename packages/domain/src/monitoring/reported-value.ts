import { z } from 'zod'
import { numberOf } from '../blueprints/typed-detail.ts'
import { keyPattern } from '../blueprints/blueprint.ts'
import type { Says } from '../text/says.ts'

export const valueGroups = ['women', 'disability', 'remote'] as const
/** Whom a value is told apart by: women, people with disabilities, people of remote areas. They overlap and add up to nothing. */
export type ValueGroup = (typeof valueGroups)[number]

export const valueGroupNames: Record<ValueGroup | 'all', Says> = {
  all: { id: 'Semua', en: 'Everybody' },
  women: { id: 'Perempuan', en: 'Women' },
  disability: { id: 'Penyandang disabilitas', en: 'People with disabilities' },
  remote: { id: 'Warga wilayah terpencil', en: 'People of remote areas' },
}

/** How many people were reached, of how many there are; `of` null where that is not known. */
export type PeopleCount = { reached: number; of: number | null }

/**
 * What a report says of one indicator: its value, and optionally the people behind it: all, and of them each group with a
 * total of its own. `name` and `unit` are those of the blueprint when it was reported.
 */
export type ReportedValue = {
  name: string
  unit: string | null
  value: number
  all: PeopleCount | null
  groups: Partial<Record<ValueGroup, PeopleCount>>
}
/** By the key of the indicator's component. */
export type ReportedValues = Record<string, ReportedValue>

/** A reported value before the blueprint gives it a name and a unit. */
export type TypedValue = Omit<ReportedValue, 'name' | 'unit'>

const badNumber: Says = {
  id: 'Tulis angka saja, misalnya 1.250 atau 59,5; satuannya sudah tertulis.',
  en: 'Write a figure alone, such as 1.250 or 59,5; its unit stands there already.',
}
const badCount: Says = {
  id: 'Tulis jumlah orang, misalnya 1.250.',
  en: 'Write how many people, such as 1.250.',
}
const valueFirst: Says = {
  id: 'Isi dulu nilai indikatornya.',
  en: 'First fill in the value of the indicator.',
}
const aboveItsTotal: Says = {
  id: 'Yang terlayani tidak dapat lebih banyak dari jumlah orangnya.',
  en: 'Those who were reached can not be more than there are.',
}
const wholeFirst: Says = {
  id: 'Isi dulu jumlah semuanya, supaya bagian ini dapat dibandingkan.',
  en: 'First fill in how many there are in all, so that this part can be compared.',
}
const aboveTheWhole: Says = {
  id: 'Bagian tidak dapat lebih besar dari semuanya.',
  en: 'A part can not be more than the whole.',
}
const reachedFirst: Says = {
  id: 'Isi juga berapa yang terlayani, boleh 0.',
  en: 'Also fill in how many were reached; it may be 0.',
}

const cell = (isCount: boolean) =>
  z
    .string()
    .max(40)
    .optional()
    .transform((typed, context) => {
      if (!typed?.trim()) return null
      const value = numberOf(typed)
      if (value !== null && (!isCount || Number.isInteger(value))) return value
      const says = isCount ? badCount : badNumber
      context.addIssue({ code: 'custom', params: { says }, message: says.en })
      return z.NEVER
    })

const counted = ['all', ...valueGroups] as const
type Counted = (typeof counted)[number]
type Cells = { value: number | null } & Record<Counted | `${Counted}Of`, number | null>

const cells = z.object({
  value: cell(false),
  all: cell(true),
  allOf: cell(true),
  women: cell(true),
  womenOf: cell(true),
  disability: cell(true),
  disabilityOf: cell(true),
  remote: cell(true),
  remoteOf: cell(true),
})

/** One indicator of a report as a form sends it; null where nothing was typed. Parts are never more than their whole. */
const typedValue = cells.transform((typed, context): TypedValue | null => {
  for (const [field, says] of misfits(typed)) {
    context.addIssue({ code: 'custom', path: [field], params: { says }, message: says.en })
  }
  const { value } = typed
  if (value === null) return null
  const groups = valueGroups.flatMap((group) => {
    const count = countOf(typed, group)
    return count === null ? [] : [[group, count] as const]
  })
  return { value, all: countOf(typed, 'all'), groups: Object.fromEntries(groups) }
})

/** The indicators of a report as a form sends them, by key; those without anything are left out. */
export const typedValues = z
  .record(z.string().regex(keyPattern), typedValue)
  .refine((values) => Object.keys(values).length <= 40)
  .transform((values) =>
    Object.fromEntries(
      Object.entries(values).flatMap(([key, value]) => (value === null ? [] : [[key, value]])),
    ),
  )
  .default({})

function countOf(typed: Cells, of: Counted): PeopleCount | null {
  const reached = typed[of]
  return reached === null ? null : { reached, of: typed[`${of}Of`] }
}

function misfits(typed: Cells): [keyof Cells, Says][] {
  const found: [keyof Cells, Says][] = []
  if (typed.value === null && counted.some((one) => typed[one] !== null || typed[`${one}Of`] !== null)) {
    found.push(['value', valueFirst])
  }
  for (const one of counted) {
    const [reached, of] = [typed[one], typed[`${one}Of`]]
    if (reached === null && of !== null) found.push([one, reachedFirst])
    if (reached === null) continue
    if (of !== null && reached > of) found.push([one, aboveItsTotal])
    if (one === 'all') continue
    if (typed.all === null) found.push([one, wholeFirst])
    else if (reached > typed.all) found.push([one, aboveTheWhole])
    if (of !== null && typed.all !== null && typed.allOf === null) found.push([`${one}Of`, wholeFirst])
    if (of !== null && typed.allOf !== null && of > typed.allOf) found.push([`${one}Of`, aboveTheWhole])
  }
  return found
}

const fieldPattern = /^values\.([a-z][a-z0-9-]{0,39})\.(\w+)$/

/**
 * The fields of a flat form with those named `values.KEY.CELL` gathered under `values`; anything else stays as it is.
 * @example withValues({ year: '2026', 'values.antre.value': '15' }) // { year: '2026', values: { antre: { value: '15' } } }
 */
export function withValues(given: unknown): unknown {
  if (typeof given !== 'object' || given === null) return given
  const values: Record<string, Record<string, unknown>> = {}
  const rest = Object.entries(given).filter(([name, value]) => {
    const [, key, field] = fieldPattern.exec(name) ?? []
    if (key === undefined) return true
    values[key] = { ...values[key], [field!]: value }
    return false
  })
  return { ...Object.fromEntries(rest), ...(Object.keys(values).length > 0 && { values }) }
}

/**
 * Reported values as the fields of a form, the other way.
 * @example valueFields({ antre: { name: 'Antre', unit: 'menit', value: 12.5, all: null, groups: {} } }) // { 'values.antre.value': '12,5' }
 */
export function valueFields(values: ReportedValues): Record<string, string> {
  const fields = Object.entries(values).flatMap(([key, { value, all, groups }]) => [
    [`values.${key}.value`, typed(value)],
    ...counted.flatMap((one) => {
      const count = one === 'all' ? all : (groups[one] ?? null)
      return count === null
        ? []
        : [
            [`values.${key}.${one}`, typed(count.reached)],
            ...(count.of === null ? [] : [[`values.${key}.${one}Of`, typed(count.of)]]),
          ]
    }),
  ])
  return Object.fromEntries(fields) as Record<string, string>
}

/** A number as `numberOf` reads it. */
function typed(value: number): string {
  return String(value).replace('.', ',')
}
