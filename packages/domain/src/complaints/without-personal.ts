import type { ComplaintWords } from './complaint-words.ts'
import { dropNames } from './personal-names.ts'
import { removedMark, withoutNumbers } from './personal-numbers.ts'
import { textOf, tokensOf } from './text-tokens.ts'

/**
 * A text of a citizen without what says who somebody is or where they live: names, addresses, telephone and identity
 * numbers, accounts, plates, e-mail, signatures. Too much goes rather than too little: a word that is in no list goes
 * too. Where something was, one mark is left. See docs/methods/complaint-themes.md for what it does not promise.
 */
export function withoutPersonal(text: string, words: ComplaintWords): string {
  const plain = text
    .normalize('NFKC')
    .replaceAll(/[\u200b-\u200f\u2060\ufeff\u00ad]/g, '')
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/\b(?:a\s?[./]\s?n|u\s?[./]\s?p)\b\.?|\ban\.(?=\s)/gi, 'atas nama')
  const tokens = tokensOf(withoutNumbers(plain))
  dropNames(tokens, words)
  return textOf(tokens)
}

/** The sentences of a cleaned text, one after the other. */
export function sentencesOf(text: string): string[] {
  return text
    .split(/(?<=[.!?])\s+|\n+/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '')
}

/** Whether something was removed from a sentence. */
export function isCut(sentence: string): boolean {
  return sentence.includes(removedMark)
}
