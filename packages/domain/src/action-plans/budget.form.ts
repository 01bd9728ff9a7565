import { z } from 'zod'
import { maybe, maybeDay, says, seenAt } from '../text/form-fields.ts'
import { fundingKinds, partnerKinds, recordedLinks } from './budget-chain.ts'
import { maybeRupiah } from './typed-money.ts'

const budgetYear = z.coerce.number().int().min(2000).max(2100)

/** One link of the chain for a budget year. What is left empty stays; nothing but the year and the link: it is taken away. */
export const budgetLinkForm = z.object({
  year: budgetYear,
  link: z.enum(recordedLinks),
  number: maybe(120),
  on: maybeDay,
  subActivity: maybe(60),
  amount: maybeRupiah,
  seenAt,
})
export type BudgetLinkForm = z.infer<typeof budgetLinkForm>

/** Money of another source: promised, made available and spent in a budget year. */
export const fundingForm = z
  .object({
    id: z
      .union([z.literal('').transform(() => null), z.uuid()])
      .optional()
      .transform((id) => id ?? null),
    year: budgetYear,
    kind: z.enum(fundingKinds),
    partner: maybe(160),
    partnerKind: z
      .union([z.literal('').transform(() => null), z.enum(partnerKinds)])
      .nullable()
      .default(null),
    pledged: maybeRupiah,
    allocated: maybeRupiah,
    spent: maybeRupiah,
    seenAt,
  })
  .refine(({ kind, partner }) => kind !== 'partner' || partner !== null, {
    path: ['partner'],
    ...says({ id: 'Tulis nama mitranya.', en: 'Write the name of the partner.' }),
  })
export type FundingForm = z.infer<typeof fundingForm>
