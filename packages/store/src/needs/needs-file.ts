import { parse } from 'csv-parse/sync'

/** A need of a file; `relevant` where the file says which innovations answer it, with grades 1 or 2. */
export type FiledNeed = { id: string; need: string; relevant: ReadonlyMap<string, number> }

/**
 * The needs of a CSV file with the columns id and need_text, and perhaps relevant_ids (`CODE:GRADE`, joined by `;`).
 * @throws Error when it is no CSV file or one of the two columns is missing.
 */
export function readNeeds(file: Buffer | string): FiledNeed[] {
  const rows: Record<string, string>[] = parse(file, {
    columns: true,
    bom: true,
    skip_empty_lines: true,
    trim: true,
  })
  return rows.map(({ id, need_text: need, relevant_ids: relevant = '' }, index) => {
    if (id === undefined || need === undefined)
      throw new Error(`row ${index + 2} lacks the column id or need_text`)
    const grades = relevant.split(';').flatMap((entry): [string, number][] => {
      const [code = '', grade = '1'] = entry.trim().split(':')
      return code === '' ? [] : [[code, Number(grade)]]
    })
    return { id, need, relevant: new Map(grades) }
  })
}
