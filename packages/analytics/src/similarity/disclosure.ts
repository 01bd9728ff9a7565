import { addTo } from './phrases.ts'
import type { CopyCollection } from './copy-collection.ts'
import { cuesIn } from './passages.ts'
import type { Passages } from './passages.ts'

/** Finds names in running text; a name of one word only where it is written with a capital, as given. */
export type NameFinder = (text: string) => number[]

/** Names by their words. Cost: linear in the words of the text, whatever the number of names. */
export function nameFinder(namesOf: readonly (readonly string[])[]): NameFinder {
  const owners = new Map<string, number[]>()
  let longest = 1
  namesOf.forEach((names, owner) => {
    for (const name of new Set(names)) {
      const words = wordsAsWritten(name)
      const key = keyOf(words)
      if (key.length < 3) continue
      longest = Math.max(longest, words.length)
      addTo(owners, key, owner)
    }
  })
  return (text) => {
    const words = wordsAsWritten(text)
    const found = new Set<number>()
    for (let at = 0; at < words.length; at++) {
      for (let length = 1; length <= longest && at + length <= words.length; length++) {
        for (const owner of owners.get(keyOf(words.slice(at, at + length))) ?? []) found.add(owner)
      }
    }
    return [...found]
  }
}

/** A name of one small letter word would be found everywhere: it keeps its capitals. */
function keyOf(words: readonly string[]): string {
  const [only = ''] = words
  if (words.length > 1) return words.join(' ').toLowerCase()
  return /\p{Lu}/u.test(only) ? only : ''
}

function wordsAsWritten(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+(?:[.'’-][\p{L}\p{N}]+)*/gu) ?? []
}

const points = { copies: 2, echoes: 1, origin: 1, named: 2, placed: 1, needed: 3 }

/**
 * Whether a text says that its idea comes from somewhere named: a word for replicating or learning from (not of others
 * replicating it), together with a name or place of a likely source, or words for an origin. The sentence that says it,
 * or null.
 */
export function disclosedIn(
  { cues, lexicon }: CopyCollection,
  { sentences }: Pick<Passages, 'sentences'>,
  { isNamed, isPlaced }: { isNamed: boolean; isPlaced: boolean },
): string | null {
  let [said, sentence] = [0, null as string | null]
  let isOrigin = false
  for (const text of sentences) {
    const found = cuesIn(cues, lexicon.read(text)).map(({ role }) => role)
    if (found.includes('origin')) isOrigin = true
    if (found.includes('onward')) continue
    const own = found.includes('copies') ? points.copies : found.includes('echoes') ? points.echoes : 0
    if (own > said) [said, sentence] = [own, text]
  }
  if (said === 0) return null
  const sum =
    said + (isOrigin ? points.origin : 0) + (isNamed ? points.named : 0) + (isPlaced ? points.placed : 0)
  return sum >= points.needed ? sentence : null
}
