import { z } from 'zod'

/** What is recorded of a sitting in which gaps were mapped. `present`: offices and posts, not names. */
export const needSessionForm = z.object({
  heldOn: z.iso.date(),
  present: z.string().trim().min(3).max(500),
  minute: z.string().trim().min(10).max(6_000),
})
export type NeedSessionForm = z.infer<typeof needSessionForm>
