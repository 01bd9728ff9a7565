/** Everyday spellings and the words they stand for: `dmn` → `di mana`. */
export type InformalSpellings = ReadonlyMap<string, readonly string[]>

/** A run of up to 60 letters and digits; PostgreSQL refuses words of thousands, and nobody searches for one. */
const written = /[\p{L}\p{N}]{1,60}(?:-[\p{L}\p{N}]{1,60})*/gu

/**
 * The words of a text in order: lower case, without marks and apostrophes, informal spellings written out,
 * reduplication said once (`emak-emak` → `emak`, `sayur-mayur` → `sayur`, `mayur`).
 */
export function wordsOf(text: string, informal: InformalSpellings): string[] {
  const plain = text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’‘`´]/g, '')
    .toLowerCase()
  const words: string[] = []
  for (const [token] of plain.matchAll(written)) {
    for (const part of withoutReduplication(token)) words.push(...(informal.get(part) ?? [part]))
  }
  return words
}

function withoutReduplication(token: string): string[] {
  const parts = token.split('-')
  if (parts.length !== 2) return parts.map(asSpokenTwice)
  const [first = '', second = ''] = parts
  if (first === second) return [first]
  // `berkeluh-kesah` stays two words; `anak-anaknya` and `tolong-menolong` are one word with an affix.
  if (first.length >= 3 && second.length > first.length && second.includes(first.slice(1))) return [second]
  if (second.length >= 3 && first.length > second.length && first.includes(second)) return [first]
  return parts
}

/** `anak2` is how people write `anak-anak`. */
function asSpokenTwice(word: string): string {
  return /^\p{L}{3,}2$/u.test(word) ? word.slice(0, -1) : word
}
