import { z } from 'zod'
import { says } from '../text/form-fields.ts'
import type { Says } from '../text/says.ts'
import { maturityAspects } from './hub-maturity.ts'
import type { MaturityAspect, MaturityItem } from './hub-maturity.ts'

const cellsOf = (typed: string) =>
  typed
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => line.split('|').map((cell) => cell.trim()))

const isText = (text: string | undefined, least: number, most: number) =>
  text !== undefined && text.length >= least && text.length <= most
const isWeight = (text: string | undefined) =>
  /^\d{1,3}([.,]\d{1,2})?$/.test(text ?? '') && weightOf(text!) > 0
const weightOf = (text: string) => Number(text.replace(',', '.'))
const isAspect = (text: string | undefined): text is MaturityAspect =>
  (maturityAspects as readonly (string | undefined)[]).includes(text)

const levels = z
  .string()
  .max(2_000)
  .transform(cellsOf)
  .refine(
    (lines) =>
      lines.length >= 2 &&
      lines.length <= 10 &&
      lines.every((cells) => cells.length === 2 && cells.every((cell) => isText(cell, 2, 80))),
    says({
      id: 'Tulis 2 sampai 10 tingkat dari yang terendah, satu di tiap baris: nama | nama Inggris.',
      en: 'Write 2 to 10 levels from the lowest, one on each line: Indonesian name | English name.',
    }),
  )
  .transform((lines) => lines.map(([id, en]): Says => ({ id: id!, en: en! })))

const aspects = z
  .string()
  .max(500)
  .transform(cellsOf)
  .refine(
    (lines) =>
      lines.length === maturityAspects.length &&
      lines.every(([aspect, weight, ...more]) => isAspect(aspect) && isWeight(weight) && more.length === 0) &&
      new Set(lines.map(([aspect]) => aspect)).size === maturityAspects.length,
    says({
      id: `Tulis bobot keempat aspek, satu di tiap baris: ${maturityAspects.join(', ')} | bobot.`,
      en: `Write the weight of the four aspects, one on each line: ${maturityAspects.join(', ')} | weight.`,
    }),
  )
  .transform(
    (lines) =>
      Object.fromEntries(lines.map(([aspect, weight]) => [aspect, weightOf(weight!)])) as Record<
        MaturityAspect,
        number
      >,
  )

const items = z
  .string()
  .max(30_000)
  .transform(cellsOf)
  .refine(
    (lines) =>
      lines.length > 0 &&
      lines.length <= 100 &&
      lines.every(
        ([aspect, key, id, en, weight, ...more]) =>
          isAspect(aspect) &&
          /^[a-z][a-z0-9_]{1,39}$/.test(key ?? '') &&
          isText(id, 5, 300) &&
          isText(en, 5, 300) &&
          isWeight(weight) &&
          more.length === 0,
      ) &&
      new Set(lines.map(([, key]) => key)).size === lines.length,
    says({
      id: 'Tulis satu butir di tiap baris: aspek | kunci | butir | butir Inggris | bobot. Tiap kunci sekali.',
      en: 'Write one item on each line: aspect | key | Indonesian text | English text | weight. Each key once.',
    }),
  )
  .transform((lines) =>
    lines.map(([aspect, key, id, en, weight]): MaturityItem => ({
      aspect: aspect as MaturityAspect,
      key: key!,
      text: { id: id!, en: en! },
      weight: weightOf(weight!),
    })),
  )

/** A new version of the instrument, as the ministry types it. */
export const instrumentForm = z.object({
  noteId: z.string().trim().min(5).max(1_000),
  noteEn: z.string().trim().min(5).max(1_000),
  levels,
  aspects,
  items,
  replyDays: z.coerce.number().int().min(0).max(365),
})
export type InstrumentForm = z.infer<typeof instrumentForm>
