import { rootsOf } from './language.ts'
import type { Language } from './language.ts'

/** The part of a record a word stands in: A name, B summary, C problem and kind, D who and where. */
export type Part = 'A' | 'B' | 'C' | 'D'

/** What of an innovation search reads. `hiddenWords` help to find a record and are never shown. */
export type SearchedText = {
  name: string
  aliases: readonly string[]
  expansion: string | null
  summary: string | null
  problem: string | null
  hiddenWords: string | null
  category: string | null
  awards: readonly string[]
  organisation: string | null
  region: string | null
  province: string | null
}

/** Where a root stands in a record. Positions of different texts are never neighbours. */
export type Place = { position: number; part: Part }

/** Root → its places. */
export type SearchDocument = ReadonlyMap<string, readonly Place[]>

/** PostgreSQL keeps positions up to this number. */
const lastPosition = 16_383
const gap = 5

/** The text search reads of a record, said once: part, text, in the order of positions. */
export function indexedText(text: SearchedText): { part: Part; text: string }[] {
  const parts: [Part, string | null][] = [
    ['A', text.name],
    ['A', text.expansion],
    ...text.aliases.map((alias): [Part, string] => ['A', alias]),
    ['B', text.summary],
    ['B', text.hiddenWords],
    ['C', text.problem],
    ['C', text.category],
    ['D', text.organisation],
    ['D', text.region],
    ['D', text.province],
    ...text.awards.map((award): [Part, string] => ['D', award]),
  ]
  return parts.flatMap(([part, content]) => (content ? [{ part, text: content }] : []))
}

/** The record as search sees it: roots with their places. */
export function searchDocument(language: Language, text: SearchedText): SearchDocument {
  const document = new Map<string, Place[]>()
  let position = 0
  for (const { part, text: content } of indexedText(text)) {
    for (const root of rootsOf(language, content)) {
      position += 1
      if (position > lastPosition) return document
      const places = document.get(root)
      if (places) places.push({ position, part })
      else document.set(root, [{ position, part }])
    }
    position += gap
  }
  return document
}

/** The document in PostgreSQL's notation of a tsvector: `'layan':3A,7B 'tani':4B`. */
export function asVector(document: SearchDocument): string {
  return [...document]
    .map(([root, places]) => `'${root}':${places.map((p) => `${p.position}${p.part}`).join(',')}`)
    .join(' ')
}

/** Reads PostgreSQL's notation of a tsvector back; weight D is written without a letter. */
export function fromVector(vector: string): SearchDocument {
  const document = new Map<string, Place[]>()
  for (const [, root = '', places = ''] of vector.matchAll(/'((?:[^']|'')*)':([0-9ABCD,]+)/g)) {
    document.set(
      root,
      places.split(',').map((place) => ({ position: Number.parseInt(place, 10), part: partOf(place) })),
    )
  }
  return document
}

function partOf(place: string): Part {
  const letter = place.at(-1)
  return letter === 'A' || letter === 'B' || letter === 'C' ? letter : 'D'
}
