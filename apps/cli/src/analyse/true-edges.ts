import { readFileSync } from 'node:fs'
import type { Network } from '@semai/analytics/networks/netinf'
import { byteColumns } from './byte-columns.ts'
import type { CascadeFile } from './cascade-file.ts'
import { fullColumn, readTable } from './table.ts'

/**
 * How much of a known network was found: precision is the share of the edges that are true, recall that of the true edges
 * that are among them. True edges between nodes that were never hit count as missed, and an edge listed twice once.
 */
export async function recoveryOf(file: string, { nodes }: CascadeFile, { from, to }: Network) {
  const known = new Set(await edgesIn(file))
  let found = 0
  from.forEach((start, i) => (found += known.has(`${nodes[start]}\n${nodes[to[i]!]}`) ? 1 : 0))
  return {
    true_edges: known.size,
    true_found: found,
    precision: from.length === 0 ? null : found / from.length,
    recall: known.size === 0 ? null : found / known.size,
  }
}

async function edgesIn(file: string): Promise<string[]> {
  const read = byteColumns(readFileSync(file), { texts: ['from', 'to'], numbers: [] })
  if (read) {
    const [from, to] = [read.texts[0]!, read.texts[1]!]
    return Array.from(from.ids, (id, row) => `${from.labels[id]}\n${to.labels[to.ids[row]!]}`)
  }
  const table = await readTable(file)
  const [from, to] = [fullColumn(table, 'from'), fullColumn(table, 'to')]
  return from.map((start, row) => `${start}\n${to[row]}`)
}
