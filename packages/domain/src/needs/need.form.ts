import { z } from 'zod'
import { holdsPersonalData } from './personal-data.ts'
import { priorityParts } from './need-priority.ts'
import { serviceSectors } from './service-sectors.ts'

/** Text that may be missing: what is only blank is kept as null. */
const text = (max: number) =>
  z
    .string()
    .max(max)
    .nullish()
    .transform((typed) => (typed?.trim() ? typed.trim().replaceAll('\r\n', '\n') : null))

const personal = {
  id: 'Hapus nomor induk, nomor telepon, dan alamat surel: kebutuhan dibaca semua orang.',
  en: 'Remove identity numbers, telephone numbers and e-mail addresses: everyone reads a need.',
}
const open = (max: number) =>
  text(max).refine((typed) => typed === null || !holdsPersonalData(typed), { params: { says: personal } })

const notANumber = {
  id: 'Tulis angka seperti 1.250 atau 12,5.',
  en: 'Write a number such as 1.250 or 12,5, as Indonesians do.',
}

/**
 * A number as Indonesians write it: dots between thousands, a comma before decimals; undefined when it is none.
 * @example figureOf('1.250,5') // 1250.5
 */
export function figureOf(typed: string): number | undefined {
  const plain = typed.trim()
  if (!/^-?(?:\d{1,3}(?:\.\d{3})+|\d{1,12})(?:,\d{1,6})?$/.test(plain)) return undefined
  return Number(plain.replaceAll('.', '').replace(',', '.'))
}

const figure = z
  .union([z.string().max(40), z.number()])
  .nullish()
  .transform((typed, context) => {
    if (typed === null || typed === undefined || typed === '') return null
    const read = typeof typed === 'number' ? typed : typed.trim() === '' ? null : figureOf(typed)
    if (read !== undefined) return read
    context.addIssue({ code: 'custom', params: { says: notANumber } })
    return z.NEVER
  })

const people = figure.refine((count) => count === null || (Number.isInteger(count) && count >= 0), {
  params: { says: { id: 'Tulis banyaknya orang.', en: 'Write a number of people.' } },
})

const judged = z
  .union([z.literal(''), z.coerce.number().int().min(1).max(5)])
  .nullish()
  .transform((typed) => (typed === '' || typed === undefined ? null : typed))

/** What an organisation says it lacks. A draft may be poor; what has to be there before it is stated is a need of that step. */
export const needContent = z.object({
  title: z.string().trim().min(3).max(160),
  sector: z.enum(serviceSectors),
  statement: open(4_000),
  indicator: text(200),
  unit: text(60),
  baseline: figure,
  target: figure,
  affected: people,
  causes: open(2_000),
  staffLimit: text(500),
  moneyLimit: text(500),
  connectivityLimit: text(500),
  evidence: open(1_000),
  ...(Object.fromEntries(priorityParts.map((part) => [part, judged])) as Record<
    (typeof priorityParts)[number],
    typeof judged
  >),
})
export type NeedContent = z.infer<typeof needContent>

/** The text a need is matched by. */
export function matchedText({
  title,
  statement,
  indicator,
  causes,
}: Pick<NeedContent, 'title' | 'statement' | 'indicator' | 'causes'>): string {
  return [title, statement, indicator, causes].filter(Boolean).join('. ')
}
