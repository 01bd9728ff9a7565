import { startOf } from '@semai/domain/innovations/innovation-content.form'
import type { InnovationContent } from '@semai/domain/innovations/innovation-content.form'

/** The columns of the catalogue that a text fills; what it leaves open is open. */
export function publishedColumns(content: InnovationContent) {
  const { name, expansion, summary, problem, category, trigger, isDigital, started } = content
  const interval = startOf(started)
  return {
    name: name!,
    expansion,
    summary,
    problem,
    category_key: category ?? null,
    trigger: trigger ?? null,
    is_digital: isDigital ?? null,
    started_from: interval?.earliest ?? null,
    started_to: interval?.latest ?? null,
    start_unconfirmed: false,
    basis: 'source' as const,
    confidence: 'high' as const,
  }
}

/** The source that facts of a published text name: the statement of the agency with this name. */
export function statementOf(organisation: string): string {
  return `Pernyataan ${organisation}`
}

/** What a published text states, field by field; what it leaves open states nothing. */
export function statedFacts({ name, expansion, summary, problem, started }: InnovationContent) {
  return Object.entries({ name, expansion, summary, problem, started }).flatMap(([field, value]) =>
    value === null ? [] : [{ field, value }],
  )
}
