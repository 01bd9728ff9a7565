import { z } from 'zod'
import { badPartialDate, maybe, maybeLink, says } from '../text/form-fields.ts'
import { stepNames } from '../lifecycle.ts'
import { isPartialDate, replicationForms } from './claim.ts'
import { reasonCodeText } from '../reasons/reason.form.ts'
import { claimLifecycle } from './claim.lifecycle.ts'

/** A date as far as it is known, or an upper bound: "it ran by then". */
const start = z.string().trim().max(10).refine(isPartialDate, says(badPartialDate))

/** What an adopter says: that it runs an innovation, since when, where, in what form, and how one can see it. */
export const declareForm = z.object({
  /** Slug of the unit or organisation. */
  organisation: z.string().min(1).max(200),
  region: maybe(10),
  start,
  bound: z.enum(['on', 'by']).default('on'),
  form: z.enum(replicationForms),
  scope: maybe(200),
  localName: maybe(160),
  evidence: z.string().trim().min(10).max(1_000),
  evidenceLink: maybeLink,
  legalBasis: maybe(300),
  budgetLine: maybe(300),
})
export type DeclareForm = z.infer<typeof declareForm>

/** What a step of a claim carries besides its name. */
export const claimStepForm = z.object({
  step: z.enum(stepNames(claimLifecycle)),
  reason: z.string().max(2_000).optional(),
  cause: z.union([z.literal(''), reasonCodeText]).optional(),
  day: z.string().max(10).optional(),
  link: maybeLink,
  legalBasis: maybe(300),
  budgetLine: maybe(300),
})
