import { z } from 'zod'

/** A code of the list, whichever entries it has. */
export const reasonCodeText = z.string().regex(/^[a-z][a-z0-9_]{1,39}$/)

const label = z.string().trim().min(2).max(80)

/** A new entry, in both languages. */
export const newReasonForm = z.object({ id: label, en: label })

/** Other words for an entry; what they mean stays. */
export const relabelReasonForm = z.object({ reason: reasonCodeText, id: label, en: label })

/** An entry that is retired, or can be chosen again. */
export const retireReasonForm = z.object({ reason: reasonCodeText, retired: z.enum(['yes', 'no']) })
