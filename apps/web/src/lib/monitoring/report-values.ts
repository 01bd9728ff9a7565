import type { ReportContent } from '@semai/domain/monitoring/quarterly-report.form'

/** A report as its form shows it: text in every field. */
export function reportValues(
  content: ReportContent,
  { year, quarter }: { year: number; quarter: number },
): Record<string, string> {
  const texts = Object.entries(content).map(([name, value]) => [name, value === null ? '' : String(value)])
  return { ...Object.fromEntries(texts), year: String(year), quarter: String(quarter) } as Record<
    string,
    string
  >
}
