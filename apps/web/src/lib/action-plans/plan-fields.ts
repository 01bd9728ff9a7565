import type { PlanContent } from '@semai/domain/action-plans/plan.form'
import { planContent } from '@semai/domain/action-plans/plan.form'
import { mostPlanYears, quartersOf } from '@semai/domain/action-plans/plan'
import { Refusal } from '@semai/domain/refusal'
import { formFaults } from '@semai/domain/text/form-faults'

/** The parts of a plan that are lists, each with the fields of a row and the most rows there can be. */
export const planRows = {
  activities: { fields: ['name', 'output', 'post'], most: 40 },
  indicators: { fields: ['key', 'name', 'definition', 'unit', 'baseline', 'target', 'post'], most: 20 },
  risks: { fields: ['risk', 'response'], most: 20 },
  regulations: { fields: ['title', 'due'], most: 20 },
} as const
export type PlanPart = keyof typeof planRows

/** A plan as a form holds it: text in every field, so that what does not fit can be shown again. */
export type TypedPlan = Record<PlanPart, Record<string, string>[]> & {
  firstYear: string
  lastYear: string
  support: string
  /** Of each activity, in the same order. */
  quarters: string[][]
}

/** What was typed into the form of a plan; rows with nothing in them are left out. */
export function typedPlan(text: (name: string) => string): TypedPlan {
  const part = (name: PlanPart) => {
    const { fields, most } = planRows[name]
    return Array.from({ length: most }, (_, row) => ({
      row,
      cells: Object.fromEntries(fields.map((field) => [field, text(`${name}.${row}.${field}`)])),
    })).filter(
      ({ row, cells }) =>
        Object.values(cells).some((cell) => cell.trim() !== '') ||
        (name === 'activities' && quartersIn(text, row).length > 0),
    )
  }
  const activities = part('activities')
  return {
    firstYear: text('firstYear'),
    lastYear: text('lastYear'),
    support: text('support'),
    activities: activities.map(({ cells }) => cells),
    quarters: activities.map(({ row }) => quartersIn(text, row)),
    indicators: part('indicators').map(({ cells }) => cells),
    risks: part('risks').map(({ cells }) => cells),
    regulations: part('regulations').map(({ cells }) => cells),
  }
}

function quartersIn(text: (name: string) => string, row: number): string[] {
  const [first, last] = [Number(text('shownFrom')), Number(text('shownTo'))]
  if (!Number.isInteger(first) || !Number.isInteger(last) || last - first >= mostPlanYears) return []
  return quartersOf(first, last).filter((quarter) => text(`activities.${row}.${quarter}`) !== '')
}

/**
 * The plan that was typed.
 * @throws Refusal invalid, naming the fields that do not fit.
 */
export function readPlan({ quarters, activities, ...typed }: TypedPlan): PlanContent {
  const rows = activities.map((row, i) => ({ ...row, quarters: quarters[i] }))
  const result = planContent.safeParse({ ...typed, activities: rows })
  if (result.success) return result.data
  const says = { id: 'Ada isian yang perlu diperbaiki.', en: 'Something typed needs mending.' }
  throw new Refusal('invalid', says, formFaults(result.error))
}

/** A stored plan as its form shows it. */
export function planTyped({ activities, ...plan }: PlanContent): TypedPlan {
  const texts = (row: Record<string, string | null>) =>
    Object.fromEntries(Object.entries(row).map(([name, value]) => [name, value ?? '']))
  return {
    firstYear: String(plan.firstYear),
    lastYear: String(plan.lastYear),
    support: plan.support ?? '',
    activities: activities.map(({ quarters: _, ...row }) => texts(row)),
    quarters: activities.map(({ quarters }) => quarters),
    indicators: plan.indicators.map(({ direction: _, ...row }) => texts(row)),
    risks: plan.risks.map(texts),
    regulations: plan.regulations.map(texts),
  }
}
