import { z } from 'zod'
import { rupiahOf } from '../innovations/innovation-content.form.ts'
import { administrator, anyOf, itsLocalAdmin, secretariat } from '../people/access.ts'
import type { Owned } from '../people/access.ts'
import { dayIn, isCalendarDay } from '../time/clock.ts'
import type { Says } from '../text/says.ts'

/** Who states how an agency manages innovation: its own administrator; the ministry may help. */
export const mayStateManagement = anyOf<Owned>(itsLocalAdmin, secretariat, administrator)

/** The first year that can be stated; the last is the one after the present. */
export const firstManagementYear = 2000

const text = (longest: number) =>
  z
    .string()
    .trim()
    .max(longest)
    .default('')
    .transform((typed) => typed || null)
const aDay: Says = { id: 'Tulis tanggal seperti 2026-03-02.', en: 'Write a date such as 2026-03-02.' }
const money: Says = {
  id: 'Tulis jumlah rupiah dengan angka, seperti 125.000.000.',
  en: 'Write an amount in rupiah in figures, such as 125.000.000.',
}

/** One year of an agency; `revision` is the one that was read, 0 for none. An empty field is not stated. */
export const agencyManagementForm = z.object({
  year: z.coerce.number().int().min(firstManagementYear).max(2100),
  revision: z.coerce.number().int().min(0).max(1_000_000),
  strategy: text(4_000),
  decreeNumber: text(160),
  decreeOn: text(20).refine((day) => day === null || isCalendarDay(day), { params: { says: aDay } }),
  team: text(2_000),
  budget: text(40).refine((typed) => typed === null || rupiahOf(typed) !== null, {
    params: { says: money },
  }),
})
export type AgencyManagementForm = z.infer<typeof agencyManagementForm>

/** Years that can be stated now, newest first: the coming one, whose plan may be there, and the twenty before it. */
export function managementYears(now: Date): number[] {
  const coming = Number(dayIn(now).slice(0, 4)) + 1
  return Array.from({ length: 21 }, (_, i) => coming - i).filter((year) => year >= firstManagementYear)
}
