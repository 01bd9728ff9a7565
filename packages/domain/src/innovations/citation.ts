/** What stands for a source where nothing was read: shown as such, kept out of open data. */
export const generalKnowledge = 'pengetahuan umum (belum diverifikasi pada halaman sumber)'

/** Fields that a source cell can exempt, by the word it uses for them. */
const exempted: readonly [RegExp, string][] = [
  [/^tahun( mulai)?:/i, 'started'],
  [/^kepanjangan:/i, 'expansion'],
  [/^rincian:/i, 'summary'],
]

export type Citation = {
  /** Where the record was read, as written, without the remarks about general knowledge. */
  text: string
  /** Fields that the cell says were not read there but are general knowledge; `all` when nothing was read. */
  unread: ReadonlySet<string> | 'all'
}

/**
 * Reads a source cell: pages divided by `;`, among them remarks such as "tahun mulai: pengetahuan umum (…)", which
 * exempt one field from what was read.
 * @example citationOf('goindonesia.co (2022)') // { text: 'goindonesia.co (2022)', unread: new Set() }
 */
export function citationOf(cell: string): Citation {
  const unread = new Set<string>()
  const read: string[] = []
  for (const part of cell.split(';').map((text) => text.trim())) {
    if (!/pengetahuan umum/i.test(part)) {
      if (part !== '') read.push(part)
      continue
    }
    const field = exempted.find(([mark]) => mark.test(part))?.[1]
    if (field) unread.add(field)
  }
  if (read.length === 0) return { text: generalKnowledge, unread: 'all' }
  return { text: read.join('; '), unread }
}
