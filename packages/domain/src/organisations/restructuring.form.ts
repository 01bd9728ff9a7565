import { z } from 'zod'
import { dayIn, isCalendarDay } from '../time/clock.ts'
import type { Says } from '../text/says.ts'
import { organisationKinds } from './organisation.ts'

const aDay: Says = { id: 'Tulis tanggal seperti 2026-03-02.', en: 'Write a date such as 2026-03-02.' }
const name = z.string().trim().min(3).max(300)
const day = z
  .string()
  .trim()
  .refine(isCalendarDay, { params: { says: aDay } })
const basis = z.string().trim().min(3).max(300)
const slug = z.string().trim().min(1).max(200)
/** Codes or addresses, divided by commas, spaces or lines. */
const listed = z
  .string()
  .max(20_000)
  .default('')
  .transform((text) => [...new Set(text.split(/[\s,;]+/).filter((one) => one !== ''))])
  .refine((list) => list.length <= 500, {
    params: { says: { id: 'Paling banyak 500 sekaligus.', en: 'At most 500 at once.' } },
  })

/** A new organisation: where it belongs, or nowhere. */
export const addOrganisationForm = z.object({
  name,
  kind: z.enum(organisationKinds),
  parent: z.string().trim().max(200).default(''),
  region: z
    .string()
    .trim()
    .regex(/^(\d{2}(\.\d{2})?)?$/)
    .default(''),
})

/** A new name, the day from which it holds and the regulation it rests on. */
export const renameOrganisationForm = z.object({ name, day, basis })

/** Which organisation takes over, from which day. */
export const mergeOrganisationForm = z.object({ into: slug, day, basis })

/** What comes out of an organisation, and what goes along: parts by their address, innovations by their code. */
export const splitOrganisationForm = z.object({
  name,
  kind: z.enum(organisationKinds),
  day,
  basis,
  parts: listed,
  innovations: listed,
})

/** Why a change can not carry this day, or null: what is done here holds at once, so its day has come. */
export function changeDayFault(on: string, now: Date): Says | null {
  if (!isCalendarDay(on)) return aDay
  return on <= dayIn(now)
    ? null
    : {
        id: 'Harinya belum tiba. Catat perubahan ini pada hari berlakunya atau sesudahnya.',
        en: 'That day is still to come. Record the change on the day it takes effect, or later.',
      }
}
