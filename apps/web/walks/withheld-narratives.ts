import { join } from 'node:path'
import { readSheetFile } from '@semai/store/exchange/read-sheet'
import { wordsOf } from './markup.ts'

const file = join(import.meta.dirname, '../../../data/catalogue/innovations.csv')
/** So many words in a row are nobody else's sentence. */
const run = 6

/** Finds in a text any six words in a row of certain narratives that stand nowhere else in the shipped file. */
export type Finder = { narratives: number; find(text: string): string[] }

/** `inferred`: written from a name only, never shown. `unconfirmed`: shown as such on pages, but not open data. */
export type Withheld = { inferred: Finder; unconfirmed: Finder }

export async function withheldNarratives(): Promise<Withheld> {
  const { sheet } = await readSheetFile(file)
  const { header, rows } = sheet!
  const cell = (cells: readonly string[], column: string) => cells[header.indexOf(column)] ?? ''
  const finderOf = (isMeant: (basis: string) => boolean) => {
    const withheld: string[] = []
    const others: string[] = []
    for (const { cells } of rows) {
      const meant = isMeant(cell(cells, 'detail_basis'))
      for (const column of header) {
        const isNarrative = column === 'summary_id' || column === 'problem_id'
        const list = meant && isNarrative ? withheld : others
        list.push(cell(cells, column))
      }
    }
    return finder(withheld.filter(Boolean), others)
  }
  return {
    inferred: finderOf((basis) => basis.startsWith('ditafsirkan')),
    unconfirmed: finderOf((basis) => basis === 'pengetahuan umum'),
  }
}

function finder(narratives: readonly string[], others: readonly string[]): Finder {
  const open = new Set(others.flatMap((text) => runs(wordsOf(text)).map((words) => words.join(' '))))
  const withheld = new Map<string, string[]>()
  for (const words of narratives.flatMap((text) => runs(wordsOf(text)))) {
    const start = `${words[0]} ${words[1]}`
    withheld.set(start, [...(withheld.get(start) ?? []), words.join(' ')])
  }
  return { narratives: narratives.length, find: (text) => findIn(wordsOf(text), withheld, open) }
}

function runs(words: readonly string[]): string[][] {
  return Array.from({ length: Math.max(0, words.length - run + 1) }, (_, i) => words.slice(i, i + run))
}

function findIn(
  words: readonly string[],
  withheld: ReadonlyMap<string, string[]>,
  open: ReadonlySet<string>,
): string[] {
  const found = new Set<string>()
  for (let i = 0; i + run <= words.length; i += 1) {
    const candidates = withheld.get(`${words[i]} ${words[i + 1]}`)
    if (!candidates) continue
    const here = words.slice(i, i + run).join(' ')
    if (candidates.includes(here) && !open.has(here)) found.add(here)
  }
  return [...found]
}
