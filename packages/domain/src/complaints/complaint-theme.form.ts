import { z } from 'zod'
import { stepNames } from '../lifecycle.ts'
import { holdsPersonalData } from '../needs/personal-data.ts'
import { serviceSectors } from '../needs/service-sectors.ts'
import { complaintThemeLifecycle } from './complaint-theme.lifecycle.ts'

/** The most example sentences a theme keeps, and the fewest complaints it is made of. */
export const themeLimits = { examples: 3, least: 3 } as const

const personal = {
  id: 'Jangan tulis nomor atau alamat orang dalam nama tema.',
  en: 'Write no number or address of a person in the name of a theme.',
}

/** What the importer says of a proposed theme. `example0` … are ticked where a sentence is kept. */
export const complaintThemeForm = z.object({
  theme: z.string(),
  revision: z.coerce.number().int().min(0),
  step: z.enum(stepNames(complaintThemeLifecycle)),
  name: z
    .string()
    .trim()
    .min(3)
    .max(120)
    .refine((typed) => !holdsPersonalData(typed), { params: { says: personal } }),
  sector: z.enum(serviceSectors),
  example0: z.literal('on').optional(),
  example1: z.literal('on').optional(),
  example2: z.literal('on').optional(),
})
export type ComplaintThemeForm = z.infer<typeof complaintThemeForm>

/** Where the evidence goes: into a new need, or into one that is being written. */
export const themeEvidenceForm = z.object({ theme: z.string(), need: z.string().max(40) })
