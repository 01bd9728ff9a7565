/**
 * Slips between two words: letters added, dropped or changed, and neighbours swapped (Damerau–Levenshtein,
 * without a second slip inside a swap). Stops early: an answer above `limit` is `limit + 1`.
 */
export function slipsBetween(one: string, other: string, limit: number): number {
  if (Math.abs(one.length - other.length) > limit) return limit + 1
  let beforeLast: number[] = []
  let last = Array.from({ length: other.length + 1 }, (_, j) => j)
  for (let i = 1; i <= one.length; i++) {
    const row = [i]
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1]
      let slips = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1))
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) {
        slips = Math.min(slips, beforeLast[j - 2]! + 1)
      }
      row.push(slips)
    }
    if (Math.min(...row) > limit) return limit + 1
    beforeLast = last
    last = row
  }
  return Math.min(last[other.length]!, limit + 1)
}

/** How many slips are believable in a word of this length. */
export function believableSlips(length: number): number {
  if (length < 3) return 0
  return length < 7 ? 1 : 2
}

/** A word that may have been meant. */
export type Correction = {
  word: string
  /** How likely it was meant, from 0 to 1. */
  weight: number
}

/**
 * The words of `vocabulary` (word → number of records with it) that `typed` was probably meant to be: at
 * most `limit`, best first. A first letter is seldom mistyped, doubled or dropped vowels are common, and
 * among equals the more frequent word wins.
 */
export function corrections(typed: string, vocabulary: ReadonlyMap<string, number>, limit = 4): Correction[] {
  const slips = believableSlips(typed.length)
  if (slips === 0) return []
  const found: Correction[] = []
  for (const [word, records] of vocabulary) {
    if (word.length < 4 || Math.abs(word.length - typed.length) > slips) continue
    const distance = slipsBetween(typed, word, slips)
    if (distance > slips || distance === 0) continue
    if (typed.length === 3 && word[0] !== typed[0]) continue // `izn` may be `izin`, never `asn`
    const sameStart = word[0] === typed[0] ? 1 : 0.7
    const sameVoice = consonants(word) === consonants(typed) ? 1.1 : 1
    const frequency = 1 + Math.log10(1 + records) / 10
    found.push({ word, weight: Math.min(1, [1, 0.82, 0.6][distance]! * sameStart * sameVoice * frequency) })
  }
  found.sort((a, b) => b.weight - a.weight || a.word.localeCompare(b.word))
  const best = found[0]?.weight ?? 0
  return found.filter((correction) => correction.weight >= 0.7 * best).slice(0, limit)
}

function consonants(word: string): string {
  return word.replace(/[aeiou]/g, '').replace(/(.)\1/g, '$1')
}

/** Two known words written as one (`kartukeluarga`), or `undefined`. */
export function splitWord(
  typed: string,
  isKnown: (word: string) => boolean,
): readonly [string, string] | undefined {
  for (let cut = 3; cut <= typed.length - 3; cut++) {
    const pair = [typed.slice(0, cut), typed.slice(cut)] as const
    if (pair.every(isKnown)) return pair
  }
  return undefined
}
