import type { SurvivalRows } from '@semai/analytics/survival/risk-order'
import { numberOption } from './answer.ts'
import type { ModelFrame } from './model-frame.ts'
import { labelled } from './model-frame.ts'
import type { Values } from './model-values.ts'

/** Rows that share a curve, by their places. */
export type CurveGroup = { label: string; members: number[] }

/** One group for each combination of the variables of the terms, in the order of their values; `all` without any. */
export function groupsIn({ variables, rows }: ModelFrame): { groups: CurveGroup[]; labels: string[] } {
  const list = [...variables.values()]
  const labels = labelled(list, [...variables.keys()]) ?? Array.from(rows, () => 'all')
  const ranks = list.map(ranksOf)
  const members = Map.groupBy(labels.keys(), (row) => labels[row]!)
  const order = (a: CurveGroup, b: CurveGroup) =>
    ranks.reduce((sum, own) => sum || own(a.members[0]!) - own(b.members[0]!), 0)
  const groups = [...members].map(([label, members]) => ({ label, members }))
  return { groups: groups.sort(order), labels }
}

function ranksOf(values: Values): (row: number) => number {
  return (row) => (values.kind === 'levels' ? values.codes[row]! : values.numbers[row]!)
}

/** Numbers given as a list with commas. */
export function numberList(
  name: string,
  text: string | undefined,
  limits: { min?: number; max?: number } = {},
): number[] | undefined {
  return text?.split(',').map((one) => numberOption(name, one.trim(), limits))
}

type StepColumn = { values: Float64Array; before: number }

/** Where step functions stand at some times: the last step at or before each; and who is at risk there. */
export function atTimes(
  asked: readonly number[],
  { start, stop }: SurvivalRows,
  time: Float64Array,
  columns: Record<string, StepColumn>,
): Record<string, number>[] {
  return asked.map((at) => {
    const place = time.findLastIndex((step) => step <= at)
    const steps = Object.entries(columns).map(
      ([name, { values, before }]) => [name, values[place] ?? before] as const,
    )
    const atRisk = Array.from(stop).filter((end, row) => end >= at && (start?.[row] ?? -Infinity) < at).length
    return { time: at, nRisk: atRisk, ...Object.fromEntries(steps) }
  })
}
