import { wordThemes } from '@semai/analytics/similarity/word-themes'
import type { CleanComplaint } from '@semai/domain/complaints/complaint-sheet'
import { themeLimits } from '@semai/domain/complaints/complaint-theme.form'
import type { ComplaintWords } from '@semai/domain/complaints/complaint-words'
import { isCut, sentencesOf } from '@semai/domain/complaints/without-personal'
import type { ServiceSector } from '@semai/domain/needs/service-sectors'
import { wordsOf } from '@semai/domain/search/words'
import { languageRows } from '../search/language-files.ts'
import { shippedWords } from '../search/shipped-words.ts'

/** A theme before anybody has looked at it. */
export type ProposedTheme = {
  name: string
  words: string[]
  sector: ServiceSector
  members: CleanComplaint[]
  months: { from: string; to: string } | null
  examples: string[]
}

/** How much alike a complaint and its theme are; chosen on the labelled texts, see docs/methods/complaint-themes.md. */
const likeness = 0.2
const leastWeight = 0.5

/** Complaints grouped into themes by their words, largest first, and how many are in none. */
export function proposedThemes(
  complaints: readonly CleanComplaint[],
  words: ComplaintWords,
): { themes: ProposedTheme[]; alone: number } {
  const { rootsIn, writtenOf } = countedRoots(words)
  const { themes, alone } = wordThemes(
    complaints.map(({ text }) => rootsIn(text)),
    { least: themeLimits.least, likeness },
  )
  return {
    alone: alone.length,
    themes: themes.map(({ members, words: roots }) => {
      const own = members.map((i) => complaints[i]!)
      const leading = roots.map((root) => writtenOf(root, own))
      return {
        name: leading.join(', '),
        words: leading,
        sector: commonest(own.flatMap(({ sector }) => sector ?? [])) ?? 'other',
        members: own,
        months: monthsOf(own),
        examples: examplesOf(own, { roots, rootsIn }),
      }
    }),
  }
}

/** Roots that say what a text is about: none that every complaint has, no numbers, no times. */
function countedRoots(words: ComplaintWords) {
  const language = shippedWords()
  const idle = new Map(
    [...languageRows('similarity/common.csv'), ...languageRows('complaints/idle.csv')].map((row) => [
      row['word']!,
      Number(row['weight']),
    ]),
  )
  const counts = (word: string) =>
    !/^\d/.test(word) &&
    !words.is('function', word) &&
    !words.is('role', word) &&
    language.importance(word) >= leastWeight &&
    (idle.get(word) ?? 1) >= leastWeight
  const pairs = (text: string) =>
    wordsOf(text, language.informal)
      .map((written) => ({ written, root: language.stem(written) }))
      .filter(({ written, root }) => counts(written) && counts(root))
  return {
    rootsIn: (text: string) => pairs(text).map(({ root }) => root),
    writtenOf: (root: string, own: readonly CleanComplaint[]) =>
      commonest(
        own.flatMap(({ text }) => pairs(text).flatMap((one) => (one.root === root ? one.written : []))),
      ) ?? root,
  }
}

/** What comes most often; at a tie what comes first in the alphabet. */
function commonest<Name extends string>(names: readonly Name[]): Name | null {
  const counts = [...Map.groupBy(names, (name) => name)].map(([name, all]) => ({ name, count: all.length }))
  const [best] = counts.toSorted((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1))
  return best?.name ?? null
}

function monthsOf(own: readonly CleanComplaint[]): ProposedTheme['months'] {
  const months = own.flatMap(({ month }) => month ?? []).toSorted()
  const [from, to] = [months[0], months.at(-1)]
  return from === undefined || to === undefined ? null : { from, to }
}

/** Whole sentences from which nothing was removed, those that say most of the theme first. */
function examplesOf(
  own: readonly CleanComplaint[],
  { roots, rootsIn }: { roots: readonly string[]; rootsIn: (text: string) => string[] },
): string[] {
  const sentences = own
    .flatMap(({ text }) => sentencesOf(text))
    .filter((sentence) => {
      const length = sentence.split(' ').length
      return !isCut(sentence) && length >= 4 && length <= 30
    })
  const rated = [...new Set(sentences)].map((sentence) => {
    const there = new Set(rootsIn(sentence))
    return { sentence, rate: roots.filter((root) => there.has(root)).length }
  })
  return rated
    .toSorted((a, b) => b.rate - a.rate || (a.sentence < b.sentence ? -1 : 1))
    .slice(0, themeLimits.examples)
    .map(({ sentence }) => sentence.slice(0, 300))
}
