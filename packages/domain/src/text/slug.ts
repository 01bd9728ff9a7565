/**
 * A text as part of an address: lower case letters a–z and digits, words joined by hyphens, accents dropped.
 * @returns at most 80 characters, cut at a word; empty when the text has no such character.
 * @example slugOf("Home Care Dottoro'ta") // 'home-care-dottorota'
 */
export function slugOf(text: string): string {
  const words = text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’`]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  return words.length <= 80
    ? words
    : words
        .slice(0, 81)
        .replace(/-[^-]*$/, '')
        .slice(0, 80)
}

/**
 * The slug of `name` that is not taken: the plain one, else with `distinction` added, else numbered. What is
 * returned counts as taken afterwards.
 */
export function freeSlug(name: string, distinction: string, taken: Set<string>): string {
  const plain = slugOf(name) || slugOf(distinction)
  let slug = plain
  for (let n = 1; taken.has(slug); n++) slug = slugOf(`${plain} ${distinction}`) + (n > 1 ? `-${n}` : '')
  taken.add(slug)
  return slug
}
