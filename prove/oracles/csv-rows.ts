import { readFileSync } from 'node:fs'

type Row = Record<string, unknown>

/** Rows of a published expectation; such files have no quotes. */
export function csvRows(file: string): Record<string, string>[] {
  const [header = '', ...lines] = readFileSync(file, 'utf8').trim().split(/\r?\n/)
  const names = header.split(',')
  return lines.map((line) => {
    const cells = line.split(',')
    return Object.fromEntries(names.map((name, i) => [name, cells[i] ?? '']))
  })
}

/** A sentence for each row that one side has alone, unless the other has one instead that is equal in `tie`. */
export function differentRows(
  wanted: readonly Row[],
  found: readonly Row[],
  { keys, tie, relative }: { keys: string[]; tie: string; relative: number },
): string[] {
  const keyOf = (row: Row) => keys.map((key) => String(row[key])).join(', ')
  const only = (rows: readonly Row[], others: readonly Row[]) => {
    const there = new Set(others.map(keyOf))
    return rows.filter((row) => !there.has(keyOf(row)))
  }
  const extra = only(found, wanted)
  const off: string[] = []
  for (const row of only(wanted, found)) {
    const size = Number(row[tie])
    const swap = extra.findIndex((one) => Math.abs(Number(one[tie]) - size) <= relative * Math.abs(size))
    if (swap < 0) off.push(`wanted ${keyOf(row)} (${tie} ${size}), which is not there`)
    else extra.splice(swap, 1)
  }
  return [
    ...off,
    ...extra.map((row) => `found ${keyOf(row)} (${tie} ${String(row[tie])}), which is not wanted`),
  ]
}
