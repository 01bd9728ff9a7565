import { valueFields } from '@semai/domain/monitoring/reported-value'
import type { ReportContent } from '@semai/domain/monitoring/quarterly-report.form'

/** A report as its form shows it: text in every field. */
export function reportValues(
  { values = {}, ...content }: ReportContent,
  { year, quarter }: { year: number; quarter: number },
): Record<string, string> {
  const texts = Object.entries(content).map(([name, value]) => [name, value === null ? '' : String(value)])
  const when = { year: String(year), quarter: String(quarter) }
  return { ...Object.fromEntries(texts), ...valueFields(values), ...when } as Record<string, string>
}
