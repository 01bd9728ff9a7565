import { z } from 'zod'
import { keyPattern } from '../blueprints/blueprint.ts'
import { directions } from '../monitoring/measured-indicator.ts'
import type { Says } from '../text/says.ts'
import { mostPlanYears, quartersOf } from './plan.ts'

/** Text that may be left out: blank is null. */
const text = (max: number) =>
  z
    .string()
    .max(max)
    .nullish()
    .transform((typed) => (typed?.trim() ? typed.trim().replaceAll('\r\n', '\n') : null))

const named = (max: number) => z.string().trim().min(1).max(max)
const says = (params: Says) => ({ params: { says: params } })

/** One thing to do: when, with what result, and which post answers for it (a post, not a person). */
const activity = z.object({
  name: named(200),
  output: text(300),
  post: text(120),
  quarters: z.array(z.string().regex(/^20\d\d-[1-4]$/)).max(4 * mostPlanYears),
})

/**
 * What is measured. One of the blueprint bears the key of its component, and takes name, definition, unit and direction from
 * there; of others everything is kept as typed, since units differ.
 */
const indicator = z.object({
  key: z
    .string()
    .regex(keyPattern)
    .or(z.literal('').transform(() => null))
    .nullish()
    .transform((key) => key ?? null),
  direction: z
    .enum(directions)
    .nullish()
    .transform((direction) => direction ?? null),
  name: named(200),
  definition: text(500),
  unit: text(60),
  baseline: text(60),
  target: text(60),
  post: text(120),
})
const risk = z.object({ risk: named(300), response: text(500) })
/** A regulation to prepare, and by when as typed. */
const regulation = z.object({ title: named(200), due: text(60) })

const badSpan: Says = {
  id: `Tahun akhir tidak boleh sebelum tahun awal, dan paling banyak ${mostPlanYears} tahun.`,
  en: `The last year comes after the first, with at most ${mostPlanYears} years.`,
}

/** An action plan as it is typed. A draft may be poor; quarters outside its years are dropped. */
export const planContent = z
  .object({
    firstYear: z.coerce.number().int().min(2000).max(2100),
    lastYear: z.coerce.number().int().min(2000).max(2100),
    activities: z.array(activity).max(40),
    indicators: z.array(indicator).max(20),
    risks: z.array(risk).max(20),
    regulations: z.array(regulation).max(20),
    support: text(2_000),
  })
  .refine(({ firstYear, lastYear }) => lastYear >= firstYear && lastYear - firstYear < mostPlanYears, {
    path: ['lastYear'],
    ...says(badSpan),
  })
  .transform((plan) => {
    const within = new Set(quartersOf(plan.firstYear, plan.lastYear))
    const activities = plan.activities.map((one) => ({
      ...one,
      quarters: [...new Set(one.quarters)].filter((quarter) => within.has(quarter)).sort(),
    }))
    return { ...plan, activities }
  })
export type PlanContent = z.infer<typeof planContent>

/** What somebody who guides or writes says about a plan. */
export const planCommentForm = z.object({ comment: z.string().trim().min(3).max(2_000) })
