import { z } from 'zod'
import { stepNames } from '../lifecycle.ts'
import { badDay, maybe, says } from '../text/form-fields.ts'
import type { Says } from '../text/says.ts'
import { isCalendarDay } from '../time/clock.ts'
import { findingLifecycle } from './finding.lifecycle.ts'

export const findingKinds = ['guidance', 'supervision', 'evaluation'] as const
/** On what occasion something was found. */
export type FindingKind = (typeof findingKinds)[number]

/** What each occasion is called. */
export const findingKindNames: Record<FindingKind, Says> = {
  guidance: { id: 'Pembinaan', en: 'Guidance' },
  supervision: { id: 'Supervisi', en: 'Supervision' },
  evaluation: { id: 'Evaluasi', en: 'Evaluation' },
}

/** What was found at a unit. */
export const findingForm = z.object({
  /** Slug or name of the unit. */
  organisation: z.string().trim().min(2).max(200),
  kind: z.enum(findingKinds),
  foundOn: z.string().refine(isCalendarDay, says(badDay)),
  finding: z.string().trim().min(5).max(4_000),
})
export type FindingForm = z.infer<typeof findingForm>

/** What a step of a finding carries besides its name: words, and of some the deadline. */
export const findingStepForm = z.object({
  step: z.enum(stepNames(findingLifecycle)),
  reason: z.string().max(4_000).optional(),
  dueOn: maybe(10),
})
export type FindingStepForm = z.infer<typeof findingStepForm>
