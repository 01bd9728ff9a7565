import { z } from 'zod'

const day = z.union([z.literal(''), z.iso.date()]).catch('')

/**
 * What the trail is asked for, from an address: the beginning of what was done (`innovation.`), the record (its id or code), the
 * address of who did it, and days, both included. What does not fit is left out.
 */
export const trailFilter = z.object({
  apa: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^[a-z_]*\.?[a-z_]*$/)
    .max(60)
    .catch(''),
  perihal: z.string().trim().max(80).catch(''),
  oleh: z.string().trim().toLowerCase().max(254).catch(''),
  dari: day,
  sampai: day,
})
export type TrailFilter = z.infer<typeof trailFilter>
