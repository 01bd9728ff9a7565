import { z } from 'zod'
import type { Says } from '../text/says.ts'

const listed = z.string().transform((text) =>
  text
    .split(/[,;\n]/)
    .map((word) => word.trim().toLowerCase().replaceAll(/\s+/g, ' '))
    .filter((word) => word !== ''),
)
const fits = (words: readonly string[]) =>
  words.every((word) => word.length <= 60 && /^[\p{L}\p{N}][\p{L}\p{N} .'-]*$/u.test(word))
const unfit: Says = {
  id: 'Tulis kata atau frasa pendek dengan huruf dan angka saja, paling banyak 60 huruf.',
  en: 'Write words or short phrases of letters and digits only, at most 60 characters.',
}
const few: Says = {
  id: 'Tulis sedikitnya dua kata, atau isi "juga menemukan".',
  en: 'Write at least two words, or fill in "also finds".',
}

/** Words that mean the same, and those they find besides. */
export const synonymForm = z
  .object({
    words: listed.refine((words) => words.length > 0 && words.length <= 20 && fits(words), {
      params: { says: unfit },
    }),
    alsoFinds: listed.refine((words) => words.length <= 20 && fits(words), { params: { says: unfit } }),
    note: z.string().trim().max(200).optional(),
  })
  .refine(({ words, alsoFinds }) => words.length + alsoFinds.length > 1, {
    path: ['words'],
    params: { says: few },
  })

/** A word that search does not count. */
export const stopWordForm = z.object({
  word: z
    .string()
    .trim()
    .toLowerCase()
    .refine((word) => /^[\p{L}\p{N}-]{1,40}$/u.test(word), {
      params: { says: { id: 'Tulis satu kata.', en: 'Write one word.' } },
    }),
})
