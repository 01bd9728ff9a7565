import { parse } from 'csv-parse/sync'

/** A query of a file; `kind` and `relevant` where the file says which answers a reader wants. */
export type FiledQuery = { id: string; query: string; kind: string; relevant: readonly string[] }

/**
 * The queries of a CSV file with the columns id and query, and perhaps kind and relevant_ids (joined by `;`).
 * @throws Error when it is no CSV file or one of the two columns is missing.
 */
export function readQueries(file: Buffer | string): FiledQuery[] {
  const rows: Record<string, string>[] = parse(file, {
    columns: true,
    bom: true,
    skip_empty_lines: true,
    trim: true,
  })
  return rows.map((row, index) => {
    const { id, query, kind = '', relevant_ids: relevant = '' } = row
    if (id === undefined || query === undefined)
      throw new Error(`row ${index + 2} lacks the column id or query`)
    return { id, query, kind, relevant: relevant.split(';').flatMap((code) => code.trim() || []) }
  })
}
