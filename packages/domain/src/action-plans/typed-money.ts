import { z } from 'zod'
import type { Says } from '../text/says.ts'

const badMoney: Says = {
  id: 'Tulis rupiah bulat, seperti 125.000.000, paling banyak seribu triliun.',
  en: 'Write whole rupiah, such as 125.000.000, at most a thousand trillion.',
}

/** The largest amount that is taken: above it a figure is a slip of the hand. */
const mostRupiah = 1e15

/**
 * Whole rupiah as people write them, with or without `Rp` and points between thousands; null for nothing typed and `NaN`
 * for what is no amount. A comma would be a decimal and is none.
 * @example readRupiah('Rp 125.000.000') // 125000000
 * @example readRupiah('12,5') // NaN
 */
export function readRupiah(typed: string): number | null {
  const bare = typed.trim().replace(/^rp\.?\s*/i, '')
  if (bare === '') return null
  if (!/^(\d+|\d{1,3}([. ]\d{3})+)(,-|,00)?$/.test(bare)) return Number.NaN
  const amount = Number(bare.replace(/,.*$/, '').replaceAll(/[. ]/g, ''))
  return amount <= mostRupiah ? amount : Number.NaN
}

/** A field for money that may stay empty: null, or whole rupiah. */
export const maybeRupiah = z
  .string()
  .max(40)
  .optional()
  .transform((typed, context) => {
    const amount = readRupiah(typed ?? '')
    if (amount === null || !Number.isNaN(amount)) return amount
    context.addIssue({ code: 'custom', params: { says: badMoney } })
    return z.NEVER
  })
