import { z } from 'zod'
import { badDay, maybe, says } from '../text/form-fields.ts'
import { isCalendarDay } from '../time/clock.ts'
import { checkResults } from './sample.ts'

const day = z.string().refine(isCalendarDay, says(badDay))

/** What a draw needs: how many of which answers, and the seed with the place where it was published. */
export const drawForm = z
  .object({
    title: z.string().trim().min(3).max(160),
    fromOn: day,
    toOn: day,
    size: z.coerce.number().int().min(1).max(2_000),
    stratified: z.enum(['yes']).optional(),
    seed: z.string().trim().min(6).max(200),
    seedSource: z.string().trim().min(5).max(500),
  })
  .refine(({ fromOn, toOn }) => fromOn <= toOn, {
    path: ['toOn'],
    ...says({
      id: 'Hari terakhir lebih awal daripada hari pertama.',
      en: 'The last day is before the first.',
    }),
  })
export type DrawForm = z.infer<typeof drawForm>

/** Who is to check one answer that was drawn. */
export const assignForm = z.object({ pulse: z.uuid(), mentor: z.uuid() })

/** What was found. */
export const checkForm = z.object({
  pulse: z.uuid(),
  result: z.enum(checkResults),
  checkedOn: day,
  note: maybe(1_000),
})
export type CheckForm = z.infer<typeof checkForm>
