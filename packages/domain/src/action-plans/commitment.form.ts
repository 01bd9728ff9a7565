import { z } from 'zod'
import { badDay, maybeLink, says } from '../text/form-fields.ts'
import type { Says } from '../text/says.ts'
import { isCalendarDay } from '../time/clock.ts'
import { readRupiah } from './typed-money.ts'

const badAmounts: Says = {
  id: 'Tiap baris: tahun | rupiah, seperti 2027 | 125.000.000. Tiap tahun sekali, 1 sampai 5 baris.',
  en: 'Each line: year | rupiah, such as 2027 | 125.000.000. Each year once, 1 to 5 lines.',
}

/** Lines of year and amount, as `2027 | 125.000.000`. */
const amounts = z
  .string()
  .max(1_000)
  .transform((typed, context) => {
    const rows = typed
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => {
        const [year = '', amount = '', ...more] = line.split('|').map((cell) => cell.trim())
        const isRow = /^20\d\d$/.test(year) && more.length === 0
        return { year: Number(year), amount: isRow ? (readRupiah(amount) ?? Number.NaN) : Number.NaN }
      })
    const isGood =
      rows.length >= 1 &&
      rows.length <= 5 &&
      rows.every(({ amount }) => !Number.isNaN(amount)) &&
      new Set(rows.map(({ year }) => year)).size === rows.length
    if (isGood) return rows
    context.addIssue({ code: 'custom', ...says(badAmounts) })
    return z.NEVER
  })

/** A promise signed by a named head, as it stands in its document. */
export const commitmentForm = z.object({
  signer: z.string().trim().min(3).max(160),
  post: z.string().trim().min(3).max(160),
  signedOn: z.string().refine(isCalendarDay, says(badDay)),
  number: z.string().trim().min(1).max(120),
  link: maybeLink,
  amounts,
  /** Further innovations that it covers, one on each line: slug, code or exact name. */
  covers: z
    .string()
    .max(4_000)
    .default('')
    .transform((typed) => [
      ...new Set(
        typed
          .split('\n')
          .map((line) => line.trim())
          .filter(Boolean),
      ),
    ])
    .refine((list) => list.length <= 30, says({ id: 'Paling banyak 30 baris.', en: 'At most 30 lines.' })),
})
export type CommitmentForm = z.infer<typeof commitmentForm>
