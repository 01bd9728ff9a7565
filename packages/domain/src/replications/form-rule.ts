import { z } from 'zod'
import { standings } from '../blueprints/blueprint.ts'
import type { Standing } from '../blueprints/blueprint.ts'
import { replicationForms } from '../claims/claim.ts'
import type { ReplicationForm } from '../claims/claim.ts'

/**
 * When a form is the one: a component of one of these standings was touched, or less than this share was kept. A share
 * of exactly `keptBelow` is not below it.
 */
export type FormTest =
  { form: ReplicationForm; touched: readonly Standing[] } | { form: ReplicationForm; keptBelow: number }

/** How the form of a replication is measured, as data: its version is stored with every measurement. */
export type FormRule = {
  version: string
  /** How much a component of each standing counts in the kept share, each above 0. */
  weights: Readonly<Record<Standing, number>>
  /** In order: the first that holds names the form. */
  tests: readonly FormTest[]
  /** The form when none holds. */
  otherwise: ReplicationForm
}

/**
 * The rule that comes with the product: core touched is a modification, supporting touched an adaptation, everything else
 * an adoption; all components weigh the same.
 * Source: docs/methods/replication-form.md.
 */
export const shippedFormRule: FormRule = {
  version: 'semai-1',
  weights: { core: 1, supporting: 1, local: 1 },
  tests: [
    { form: 'modification', touched: ['core'] },
    { form: 'adaptation', touched: ['supporting'] },
  ],
  otherwise: 'adoption',
}

const form = z.enum(replicationForms)
const weight = z.number().positive().max(1_000)

/** A rule as a file may bring it; the rule that comes with the product is one. */
export const formRule = z.strictObject({
  version: z.string().regex(/^[a-z0-9][a-z0-9.-]{0,39}$/),
  weights: z.strictObject({ core: weight, supporting: weight, local: weight }),
  tests: z
    .array(
      z.union([
        z.strictObject({ form, touched: z.array(z.enum(standings)).min(1) }),
        z.strictObject({ form, keptBelow: z.number().min(0).max(1) }),
      ]),
    )
    .max(10),
  otherwise: form,
}) satisfies z.ZodType<FormRule>
