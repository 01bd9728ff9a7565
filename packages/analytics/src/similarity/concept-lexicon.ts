import { addTo, phraseAt, phrasesOf } from './phrases.ts'
import type { Phrases } from './phrases.ts'

/** A word of a text: as written, its root, and how much it says, from 0 (never counts) to 1. */
export type Word = { written: string; root: string; weight: number }

/** Splits a text into words, in order; words that never count have weight 0 and are kept. */
export type WordReader = (text: string) => Word[]

/** Expressions that stand for one concept, and what they suggest more weakly. */
export type ConceptRow = {
  words: readonly string[]
  suggests: readonly string[]
  /** How strongly the suggested expressions are meant, from 0 to 1. */
  weight: number
  /** How much a concept of this kind says about what is done, from 0 to about 1. */
  worth: number
}

/** What an expression means: numbered features, the first being the expression itself, with strengths up to 1. */
export type Meaning = { ids: Int32Array; strengths: Float32Array }

/** An expression in a run of words: its number, what it says there, and its place in the run. */
export type Expression = { type: number; weight: number; at: number; length: number }

/** Distinct expressions by number, and what each of them means. */
export type ConceptLexicon = {
  read: WordReader
  /** Expressions of the words in order: phrases first, then their words, which count less. */
  expressions(words: readonly Word[]): Expression[]
  features(type: number): Meaning
}

/** From this strength on a feature is the expression itself or a concept it stands for. */
export const means = 0.85

const same = 0.9
const inherited = 0.8
const partWeight = 0.35
const unlistedWorth = 0.75
const leastStrength = 0.05

/**
 * Ready to read texts: every expression stands for itself (strength 1), for the concepts of the rows it is in (0.9) and
 * for what those rows suggest. A phrase also means what its words mean; a word that a row lists in a derived form keeps
 * that form and is not reduced to its root.
 * Cost: linear in the rows; memory grows with the distinct expressions read so far, about 200 bytes each.
 * @example conceptLexicon((text) => text.split(' ').map((written) => ({ written, root: written, weight: 1 })),
 *   [{ words: ['child', 'kid'], suggests: [], weight: 0, worth: 1 }])
 *   .expressions([{ written: 'kid', root: 'kid', weight: 1 }]) // [{ type: 0, weight: 1, at: 0, length: 1 }]
 */
export function conceptLexicon(read: WordReader, rows: readonly ConceptRow[]): ConceptLexicon {
  const forms = listedForms(read, rows)
  const form = (word: Word) => (forms.has(word.written) ? word.written : word.root)
  const counted = (words: readonly Word[]) =>
    words.flatMap((word, at) => (word.weight > 0 ? [{ key: form(word), weight: word.weight, at }] : []))
  const listed = meaningsOf(rows, (text) => counted(read(text)).map(({ key }) => key))
  const known = growingTypes(listed, rows.length)
  return {
    read,
    expressions(words) {
      const said = counted(words)
      const keys = said.map(({ key }) => key)
      const found: Expression[] = []
      for (let i = 0; i < said.length;) {
        const length = Math.max(1, phraseAt(listed.phrases, keys, i))
        const first = said[i]!
        if (length > 1) {
          const last = said[i + length - 1]!
          const type = known.typeOf(keys.slice(i, i + length).join(' '))
          found.push({ type, weight: known.worth(type), at: first.at, length: last.at - first.at + 1 })
        }
        for (const { key, weight, at } of said.slice(i, i + length)) {
          const type = known.typeOf(key)
          const share = length > 1 ? partWeight : 1
          found.push({ type, weight: weight * share * known.worth(type), at, length: 1 })
        }
        i += length
      }
      return found
    },
    features: known.features,
  }
}

/** Single words that rows list in a derived form. */
function listedForms(read: WordReader, rows: readonly ConceptRow[]): Set<string> {
  const forms = new Set<string>()
  for (const { words } of rows) {
    for (const text of words) {
      const [word, ...more] = read(text)
      if (word && more.length === 0 && word.written !== word.root) forms.add(word.written)
    }
  }
  return forms
}

type Listed = {
  /** By expression: concepts as row numbers and suggested expressions, with strengths. */
  phrases: Phrases<ReadonlyMap<number | string, number>>
  worths: ReadonlyMap<string, number>
}

function meaningsOf(rows: readonly ConceptRow[], keysOf: (text: string) => string[]): Listed {
  const keyed = rows.map((row) => ({ ...row, keys: row.words.map(keysOf).filter((keys) => keys.length > 0) }))
  const rowsWith = new Map<string, number[]>()
  keyed.forEach(({ keys }, i) => {
    for (const words of keys) {
      const key = words.join(' ')
      addTo(rowsWith, key, i)
    }
  })
  const meanings = new Map<string, Map<number | string, number>>()
  const worths = new Map<string, number>()
  keyed.forEach(({ keys, suggests, weight, worth }, i) => {
    const suggested = suggests.map((text) => keysOf(text).join(' ')).filter(Boolean)
    for (const words of keys) {
      const key = words.join(' ')
      const meant = meanings.get(key) ?? new Map<number | string, number>()
      meanings.set(key, meant)
      const add = (feature: number | string, strength: number) =>
        meant.set(feature, Math.max(strength, meant.get(feature) ?? 0))
      add(i, same)
      for (const other of suggested) {
        add(other, weight * same)
        for (const row of rowsWith.get(other) ?? []) add(row, weight * same)
      }
      worths.set(key, worths.get(key) ?? worth)
    }
  })
  return { phrases: phrasesOf(meanings), worths }
}

/** Numbers for expressions as they come, and their meanings. */
function growingTypes({ phrases, worths }: Listed, concepts: number) {
  const featureIds = new Map<string, number>()
  const typeIds = new Map<string, number>()
  const known: (Meaning & { worth: number })[] = []
  const featureOf = (key: string) => {
    const id = featureIds.get(key) ?? concepts + featureIds.size
    featureIds.set(key, id)
    return id
  }
  const typeOf = (key: string): number => {
    const present = typeIds.get(key)
    if (present !== undefined) return present
    const strengths = new Map<number, number>([[featureOf(key), 1]])
    const add = (feature: number, strength: number) => {
      if (strength > (strengths.get(feature) ?? leastStrength)) strengths.set(feature, strength)
    }
    for (const [meant, strength] of phrases.known.get(key) ?? []) {
      add(typeof meant === 'number' ? meant : featureOf(meant), strength)
    }
    for (const part of key.includes(' ') ? key.split(' ') : []) {
      const { ids, strengths: own } = known[typeOf(part)]!
      ids.forEach((id, i) => add(id, inherited * own[i]!))
    }
    known.push({
      ids: Int32Array.from(strengths.keys()),
      strengths: Float32Array.from(strengths.values()),
      worth: worths.get(key) ?? unlistedWorth,
    })
    typeIds.set(key, known.length - 1)
    return known.length - 1
  }
  return {
    typeOf,
    features: (type: number): Meaning => known[type]!,
    worth: (type: number) => known[type]!.worth,
  }
}
