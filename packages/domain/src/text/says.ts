/** One thing said in both languages of the platform, Indonesian first. */
export type Says = { id: string; en: string }

/** The same words in both: names, and sentences for the command line, which speaks English. */
export function sameInBoth(text: string): Says {
  return { id: text, en: text }
}
