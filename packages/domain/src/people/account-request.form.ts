import { z } from 'zod'
import { stepNames } from '../lifecycle.ts'
import { leftEmpty } from '../text/left-empty.ts'
import { accountRequestLifecycle } from './account-request.lifecycle.ts'
import { email } from './account.form.ts'

/** Roles somebody can ask for without being asked; all others are given by those who know whom they need. */
export const requestableRoles = ['author', 'local_admin'] as const

/** Days after the decision until name, address, post and letter of a request are removed. */
export const requestKeptDays = { afterDecision: 30, withoutDecision: 180 } as const

/** What somebody who asks for an account says. `website` is seen by nobody and stays empty. */
export const accountRequestForm = z.object({
  organisation: z.string().min(1).max(200),
  name: z.string().trim().min(2).max(120),
  email,
  post: z.string().trim().min(2).max(160),
  letterNumber: z.string().trim().min(2).max(120),
  role: z.enum(requestableRoles),
  website: leftEmpty,
})

/** What a step of a request carries besides its name. */
export const requestStepForm = z.object({
  id: z.uuid(),
  step: z.enum(stepNames(accountRequestLifecycle)),
  reason: z.string().max(2_000).optional(),
})
