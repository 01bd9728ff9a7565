import type { CoverageYear, TargetRegion } from './scaling-programme.ts'

/** Rows of a sheet below its header, in the words of the country. */
export type PlainSheet = readonly (readonly string[])[]

/** Coverage by year as a sheet. */
export function coverageSheet(years: readonly CoverageYear[]): PlainSheet {
  return [
    ['tahun', 'daerah_baru', 'daerah_kumulatif', 'sasaran_kumulatif'],
    ...years.map(({ year, opened, total, target }) => [
      String(year),
      ...[opened, total, target].map((one) => String(one ?? '')),
    ]),
  ]
}

/** A region of the sheet: where it lies, and since when it has it. */
export type SheetRegion = { code: string; name: string; latest: string | null; innovation: string | null }

/** Each region that has it or is meant to, as a sheet. */
export function programmeRegionsSheet(
  rows: readonly SheetRegion[],
  listed: readonly TargetRegion[],
): PlainSheet {
  const plan = new Map(listed.map((one) => [one.code, one]))
  return [
    ['kode', 'daerah', 'sasaran', 'sasaran_tahun', 'tercatat_paling_akhir', 'inovasi'],
    ...rows.map(({ code, name, latest, innovation }) => {
      const target = plan.get(code)
      const isTarget = target === undefined ? '' : 'ya'
      return [code, name, isTarget, String(target?.byYear ?? ''), latest ?? '', innovation ?? '']
    }),
  ]
}
