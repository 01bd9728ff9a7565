/** A repeatable stream of numbers from 0 to 1 (mulberry32): the same seed gives the same catalogue everywhere. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const onsets = ['b', 'd', 'g', 'j', 'k', 'l', 'm', 'n', 'p', 'r', 's', 't', 'w', 'ny', 'ng', 'c']
const vowels = ['a', 'i', 'u', 'e', 'o']
const ends = ['', '', 'r', 'k', 's', 'ng', 't']

/** `count` different pronounceable words of two to four syllables; the first are as rare in form as the last. */
export function inventedWords(count: number, random: () => number): string[] {
  const words = new Set<string>()
  while (words.size < count) {
    const syllables = 2 + Math.floor(random() * 3)
    let word = ''
    for (let i = 0; i < syllables; i++) word += pick(onsets, random) + pick(vowels, random)
    words.add(word + pick(ends, random))
  }
  return [...words]
}

/**
 * Draws words as natural text does: the word of rank r with a probability proportional to 1/r (Zipf's law).
 * Drawing is a binary search in the cumulative weights.
 */
export function zipfDraw(words: readonly string[], random: () => number): () => string {
  const cumulative = new Float64Array(words.length)
  let sum = 0
  for (let rank = 1; rank <= words.length; rank++) cumulative[rank - 1] = sum += 1 / rank
  return () => words[firstAtLeast(cumulative, random() * sum)] ?? words[0]!
}

/** The one of `choices` that falls to a random number; each is as likely as the next. */
export function pick<Choice>(choices: readonly Choice[], random: () => number): Choice {
  return choices[Math.floor(random() * choices.length)]!
}

function firstAtLeast(sorted: Float64Array, value: number): number {
  let low = 0
  let high = sorted.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle]! < value) low = middle + 1
    else high = middle
  }
  return low
}
