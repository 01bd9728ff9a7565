import type { Sheet } from '@semai/domain/exchange/sheet'
import type { ShippedRecord } from './shipped-data.ts'

/** The regions with the points of their seats, which are kept in a file of their own for their licence. */
export function joinPoints(regions: Sheet, points: Sheet): Sheet {
  const code = points.header.indexOf('region_code')
  const columns = points.header.flatMap((name, i) => (name === 'region_code' ? [] : [i]))
  const byCode = new Map(points.rows.map(({ cells }) => [cells[code], columns.map((i) => cells[i]!)]))
  const own = regions.header.indexOf('region_code')
  return {
    header: [...regions.header, ...columns.map((i) => points.header[i]!)],
    rows: regions.rows.map(({ number, cells }) => ({
      number,
      cells: [...cells, ...(byCode.get(cells[own]!) ?? [])],
    })),
  }
}

/** National programmes in the columns of innovations. */
export function programmesAsInnovations(programmes: readonly ShippedRecord[]): Sheet {
  const header = [
    'id',
    'name',
    'institution',
    'year_started',
    'summary_id',
    'source',
    'confidence',
    'detail_basis',
  ]
  const rows = programmes.map((row, i) => ({
    number: i + 2,
    cells: [
      row['id']!,
      row['name']!,
      row['owner']!,
      row['year_started']!,
      row['summary_id']!,
      row['source']!,
      'high',
      'sumber',
    ],
  }))
  return { header, rows }
}
