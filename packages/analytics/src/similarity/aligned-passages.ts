import { prior } from './copy-collection.ts'
import type { CopyCollection, Said } from './copy-collection.ts'
import { passagesOf } from './passages.ts'
import { coverage, matchesOf } from './soft-alignment.ts'
import type { Pair, TextIndex } from './soft-alignment.ts'

/** A sentence of a text beside the part of a source that it retells. */
export type AlignedPassage = {
  text: string
  source: string
  of: 'does' | 'problem'
  /** Expressions of the text and those of the source they stand for, strongest first. */
  words: [said: string, meant: string][]
  /** Share of that part of the source, from 0 to 1. */
  share: number
}

/** What a text retells of a source, sentence by sentence, strongest first. Cost: one exact comparison. */
export function alignedPassages(
  collection: CopyCollection,
  source: number,
  index: TextIndex,
): AlignedPassage[] {
  const { does, problem } = collection.sources[source]!
  return [
    ...retold(collection, { of: 'does', text: does, said: collection.does, source }, index),
    ...retold(collection, { of: 'problem', text: problem ?? '', said: collection.problem, source }, index),
  ].sort((a, b) => b.share - a.share)
}

function retold(
  collection: CopyCollection,
  { of, text, said, source }: { of: 'does' | 'problem'; text: string; said: Said; source: number },
  index: TextIndex,
): AlignedPassage[] {
  const { passages } = index
  const matches = matchesOf(collection, said, source, index)
  const pairs: Pair[] = []
  coverage(matches, { prior: prior[of] }, pairs)
  const meant = passagesOf(collection.lexicon, collection.cues, { text }).said
  const bySentence = Map.groupBy(pairs, ({ occurrence }) => passages.sentenceOf[occurrence]!)
  return [...bySentence].map(([sentence, own]) => ({
    text: passages.sentences[sentence]!,
    source: text,
    of,
    words: own
      .toSorted((a, b) => b.value - a.value)
      .map(({ expression, occurrence }) => [passages.said[occurrence]!, meant[expression]!]),
    share: own.reduce((sum, { value }) => sum + value, 0) / (matches.whole + prior[of]),
  }))
}
