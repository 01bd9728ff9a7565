import { z } from 'zod'

/** A field that people do not see and machines that fill in every form do. */
export const leftEmpty = z
  .string()
  .refine((typed) => typed === '', {
    params: {
      says: {
        id: 'Kosongkan bagian ini; gunanya mengenali pengisi otomatis.',
        en: 'Leave this empty; it is there to notice machines that fill in forms.',
      },
    },
  })
  .optional()
