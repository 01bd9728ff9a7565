import { z } from 'zod'
import { findingParts } from '../study-visits/findings.ts'
import type { PlanContent } from './plan.form.ts'

export const findingKinds = ['activity', 'risk'] as const
/** What a finding becomes in a plan. */
export type FindingKind = (typeof findingKinds)[number]

/** Which finding of which study visit is taken into a plan, and as what: `ID:cost:risk`. */
export const takenFinding = z
  .string()
  .transform((typed) => typed.split(':'))
  .pipe(z.tuple([z.uuid(), z.enum(findingParts), z.enum(findingKinds)]))
  .transform(([visit, part, kind]) => ({ visit, part, kind }))
export type TakenFinding = z.infer<typeof takenFinding>

const longest = { activity: 200, risk: 300 } as const
const most = { activity: 40, risk: 20 } as const

/**
 * A finding on one line, cut at a word where it is longer than a row of the plan takes.
 * @example findingLine('Serah terima\ndicatat dua kali', 'activity') // 'Serah terima dicatat dua kali'
 */
export function findingLine(finding: string, kind: FindingKind): string {
  const line = finding.replaceAll(/\s+/g, ' ').trim()
  if (line.length <= longest[kind]) return line
  const cut = line.slice(0, longest[kind] - 1)
  const space = cut.lastIndexOf(' ')
  return `${(space > longest[kind] / 2 ? cut.slice(0, space) : cut).trimEnd()}…`
}

/** Whether a plan has a row of this finding. */
export function hasFinding({ activities, risks }: PlanContent, finding: string, kind: FindingKind): boolean {
  const line = findingLine(finding, kind)
  return kind === 'activity'
    ? activities.some(({ name }) => name === line)
    : risks.some(({ risk }) => risk === line)
}

/**
 * The plan with a finding as its last activity, without quarters yet, or as its last risk, without a response yet; the same
 * plan where it has the row already. Null where there is no room for another row.
 */
export function withFinding(plan: PlanContent, finding: string, kind: FindingKind): PlanContent | null {
  if (hasFinding(plan, finding, kind)) return plan
  const line = findingLine(finding, kind)
  if ((kind === 'activity' ? plan.activities : plan.risks).length >= most[kind]) return null
  return kind === 'activity'
    ? { ...plan, activities: [...plan.activities, { name: line, output: null, post: null, quarters: [] }] }
    : { ...plan, risks: [...plan.risks, { risk: line, response: null }] }
}
