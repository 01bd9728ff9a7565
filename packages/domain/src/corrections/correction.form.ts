import { z } from 'zod'
import { linksOf } from '../innovations/innovation-content.form.ts'
import { stepNames } from '../lifecycle.ts'
import { email } from '../people/account.form.ts'
import { leftEmpty } from '../text/left-empty.ts'
import type { Says } from '../text/says.ts'
import { correctionLifecycle } from './correction.lifecycle.ts'

export const correctionSubjects = ['innovation', 'region', 'organisation'] as const
/** What kind of record somebody can say something about. */
export type CorrectionSubject = (typeof correctionSubjects)[number]

/** Days after its answer, or without one after it was sent, until the address of a sender is removed. */
export const senderKeptDays = { afterAnswer: 90, withoutAnswer: 365 } as const

/** What somebody without an account says. The field nobody sees has to stay empty. */
export const correctionForm = z.object({
  wrong: z.string().trim().min(10).max(2_000),
  right: z.string().trim().min(3).max(2_000),
  source: z.string().trim().min(3).max(500),
  contact: z.union([z.literal(''), email]).optional(),
  website: leftEmpty,
})
export type CorrectionForm = z.infer<typeof correctionForm>

const ownPath: Says = {
  id: 'Tulis alamat halaman di situs ini, seperti /inovasi/nama-inovasi.',
  en: 'Write the address of a page of this site, such as /inovasi/name-of-it.',
}

/** The page of this site that shows the change: a path, its language and the rest left off. */
const changePath = z
  .string()
  .trim()
  .max(300)
  .transform((typed) => typed.replace(/^https?:\/\/[^/]+(?=\/)/, '').replace(/^\/en(?=\/)/, ''))
  .refine((path) => path === '' || /^\/(?:inovasi|daerah|instansi|klaim)\/[\w.\-/]+$/.test(path), {
    params: { says: ownPath },
  })

/** What a step of a correction carries besides its name. */
export const correctionStepForm = z.object({
  step: z.enum(stepNames(correctionLifecycle)),
  reason: z.string().max(2_000).optional(),
  change: changePath.optional(),
  isPublic: z.literal('on').optional(),
})

/** The addresses in the source somebody named, as far as a page may link to them. */
export function sourceLinks(source: string): string[] {
  return linksOf(source.split(/\s+/).join('\n'))
}
