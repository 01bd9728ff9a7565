import { z } from 'zod'
import { roles } from './actor.ts'

const name = z.string().trim().min(2).max(120)
const post = z.string().trim().max(160)
/** An address as it is kept: lower case. */
export const email = z.string().trim().toLowerCase().max(254).pipe(z.email())

/** What signing in asks. */
export const signInForm = z.object({
  email,
  password: z.string().min(1).max(1_000),
  /** Where to go afterwards: a path of this site. */
  next: z.string().max(2_000).optional(),
})

/** Whom to invite, as what, and the official letter it rests on. */
export const invitationForm = z.object({
  name,
  post: post.optional(),
  email,
  role: z.enum(roles),
  organisation: z.string().trim().max(200).optional(),
  province: z
    .string()
    .trim()
    .regex(/^(\d{2})?$/)
    .optional(),
  letterNumber: z.string().trim().max(120).optional(),
  letterDate: z.union([z.literal(''), z.iso.date()]).optional(),
})
export type InvitationForm = z.infer<typeof invitationForm>

/** What an invited person says: the name as it should be shown, and a password, or that a provider of sign-on vouches. */
export const acceptForm = z.object({
  name,
  post: post.optional(),
  /** Asked only where the invitation names no address. */
  email: z.union([z.literal(''), email]).optional(),
  by: z.enum(['password', 'sign_on']).default('password'),
  password: z.string().max(1_000).default(''),
  again: z.string().max(1_000).default(''),
})
