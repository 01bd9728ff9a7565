import { z } from 'zod'

const bytes = z
  .string()
  .min(1)
  .max(20_000)
  .regex(/^[\w-]+$/)

/** What a passkey answers, in the form browsers give it as JSON; what is not read here is left out. */
const answerOf = <Shape extends z.ZodRawShape>(response: Shape) =>
  z.object({
    id: bytes,
    rawId: bytes,
    type: z.literal('public-key'),
    response: z.object({ clientDataJSON: bytes, ...response }),
  })

/** What a device answers that made a passkey. */
export const madePasskeyForm = answerOf({
  attestationObject: bytes,
  transports: z.array(z.string().max(20)).max(10).optional(),
})
export type MadePasskey = z.infer<typeof madePasskeyForm>

/** What a device answers that was asked to show a passkey. */
export const shownPasskeyForm = answerOf({
  authenticatorData: bytes,
  signature: bytes,
  userHandle: z.union([z.null(), z.literal(''), bytes]).optional(),
})
export type ShownPasskey = z.infer<typeof shownPasskeyForm>

/** What a person calls a passkey. */
export const passkeyName = z.string().trim().min(1).max(60)
