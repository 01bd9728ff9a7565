/** Phrases by their words joined by spaces, and how many words the longest has that begins with a word. */
export type Phrases<Value> = { known: ReadonlyMap<string, Value>; longestFrom: ReadonlyMap<string, number> }

/** Phrases to be looked up at places of a text. */
export function phrasesOf<Value>(known: ReadonlyMap<string, Value>): Phrases<Value> {
  const longestFrom = new Map<string, number>()
  for (const key of known.keys()) {
    const words = key.split(' ')
    longestFrom.set(words[0]!, Math.max(words.length, longestFrom.get(words[0]!) ?? 0))
  }
  return { known, longestFrom }
}

/**
 * How many words the longest known phrase has that begins at a place; 0 where none does.
 * @example phraseAt(phrasesOf(new Map([['a b', 1]])), ['a', 'b', 'c'], 0) // 2
 */
export function phraseAt(
  { known, longestFrom }: Phrases<unknown>,
  words: readonly string[],
  at: number,
): number {
  let length = Math.min(longestFrom.get(words[at]!) ?? 0, words.length - at)
  while (length > 0 && !known.has(words.slice(at, at + length).join(' '))) length--
  return length
}

/** Adds values to the list that a map has under a key. */
export function addTo<Key, Value>(lists: Map<Key, Value[]>, key: Key, ...values: Value[]): void {
  const known = lists.get(key)
  if (known) known.push(...values)
  else lists.set(key, values)
}
