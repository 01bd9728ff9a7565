import type { MeasuredIndicator } from './measured-indicator.ts'
import type { ReplicaResult } from './replica-results.ts'
import { valueGroups } from './reported-value.ts'
import type { PeopleCount } from './reported-value.ts'
import type { Quarter } from './reporting-quarter.ts'

type Row = ReplicaResult & { name: string; region: string | null; state: string }

/**
 * Results as a sheet in the words of the country: for each indicator a line of the origin, then one of each replica, also of
 * those that report nothing.
 */
export function resultSheet(
  { code, name, origin }: { code: string; name: string; origin: string },
  found: readonly { indicator: MeasuredIndicator; results: readonly Row[] }[],
): string[][] {
  return [
    header,
    ...found.flatMap(({ indicator, results }) => {
      const { key, unit, direction, baseline, reached, target } = indicator
      const of = [code, name, key, indicator.name, unit ?? '', direction ?? '']
      const values = [baseline, null, reached, null, target].map(cell)
      return [
        [
          ...of,
          '',
          origin,
          '',
          '',
          'asal',
          ...values,
          ...countCells(null),
          ...valueGroups.flatMap(() => countCells(null)),
        ],
        ...results.map((one) => [...of, ...cellsOf(one)]),
      ]
    }),
  ]
}

const header = [
  'kode_inovasi',
  'inovasi',
  'kunci_indikator',
  'indikator',
  'satuan',
  'arah',
  'kode_replikasi',
  'instansi',
  'daerah',
  'keadaan',
  'perbandingan',
  'nilai_sebelum',
  'triwulan_sebelum',
  'nilai_sesudah',
  'triwulan_sesudah',
  'target',
  'semua_terlayani',
  'semua_dari',
  'perempuan_terlayani',
  'perempuan_dari',
  'disabilitas_terlayani',
  'disabilitas_dari',
  'terpencil_terlayani',
  'terpencil_dari',
]

function cellsOf({ code, name, region, state, standing, before, after, target }: Row): string[] {
  return [
    code,
    name,
    region ?? '',
    state,
    standing,
    cell(before?.value ?? null),
    quarterCell(before?.quarter ?? null),
    cell(after?.value ?? null),
    quarterCell(after?.quarter ?? null),
    cell(target),
    ...countCells(after?.all ?? null),
    ...valueGroups.flatMap((group) => countCells(after?.groups[group] ?? null)),
  ]
}

function cell(value: number | null): string {
  return value === null ? '' : String(value)
}

function quarterCell(quarter: Quarter | null): string {
  return quarter === null ? '' : `${quarter.year}-${quarter.quarter}`
}

function countCells(count: PeopleCount | null): string[] {
  return [cell(count?.reached ?? null), cell(count?.of ?? null)]
}
