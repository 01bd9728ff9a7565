import { z } from 'zod'
import { linksOf } from '../innovations/innovation-content.form.ts'
import { isCalendarDay } from '../time/clock.ts'
import { replicationDocumentKinds } from './official-document.ts'

const day = z.string().refine(isCalendarDay, {
  params: { says: { id: 'Isi tanggal yang ada di kalender.', en: 'Write a day of the calendar.' } },
})

/** Which document of a replication is to be written. */
export const writeForm = z.object({ kind: z.enum(replicationDocumentKinds) })

/** What came back from the office's own system: number, day, and where the signed file is. */
export const signedForm = z.object({
  document: z.string().min(1).max(20),
  number: z.string().trim().min(1).max(120),
  signedOn: day,
  link: z
    .string()
    .max(500)
    .optional()
    .transform((typed) => typed?.trim() || null)
    .refine((typed) => typed === null || linksOf(typed).length === 1, {
      params: {
        says: {
          id: 'Tulis alamat lengkap yang diawali https://.',
          en: 'Write a whole address that begins with https://.',
        },
      },
    }),
})
export type SignedForm = z.infer<typeof signedForm>
