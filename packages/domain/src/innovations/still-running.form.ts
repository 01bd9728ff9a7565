import { z } from 'zod'
import { runningAnswers } from './still-running.ts'

const note = z.string().trim().max(2_000).optional()
const answer = z.enum(runningAnswers)

/** What somebody of the agency answers. */
export const runningForm = z.object({ answer, note })

/** What is answered through a link: also by whom, in which post. */
export const runningLinkForm = z.object({
  answer,
  name: z.string().trim().min(2).max(120),
  post: z.string().trim().min(2).max(160),
  note,
})
export type RunningLinkForm = z.infer<typeof runningLinkForm>
