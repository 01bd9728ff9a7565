import type { NotAccepted } from '#lib/server/answer.ts'
import type { Lang } from './lang.ts'

type Result = NotAccepted | null | undefined

/** What was typed into a field of a form that came back; empty on the first visit. */
export function typedOf(result: Result, field: string): string {
  return result?.typed[field] ?? ''
}

/** The sentence of a field that was not accepted. */
export function faultOf(result: Result, field: string, lang: Lang): string | undefined {
  return result?.faults.find((fault) => fault.field === field)?.says[lang]
}
