import type { ConceptRow, WordReader } from '../similarity/concept-lexicon.ts'
import type { TopicRow } from './topic-ranker.ts'

/** How much a phrase that only a topic lists says of what is done. */
const phraseWorth = 0.75
/** A word of a phrase that says less than this alone hints at nothing. */
const telling = 0.6

/** Expressions of several words that topics list, as concepts of their own: so a text is read for them. */
export function phraseRows(topics: readonly TopicRow[]): ConceptRow[] {
  const phrases = new Set(topics.flatMap(({ signs, hints }) => [...signs, ...hints].filter(isPhrase)))
  return [...phrases].map((phrase) => ({ words: [phrase], suggests: [], weight: 0, worth: phraseWorth }))
}

/** A topic whose phrases are hinted at by each of their telling words too: people seldom say the whole of one. */
export function withPhraseWords(read: WordReader, topic: TopicRow): TopicRow {
  const words = [...topic.signs, ...topic.hints]
    .filter(isPhrase)
    .flatMap((phrase) => read(phrase).flatMap(({ written, weight }) => (weight >= telling ? [written] : [])))
  return { ...topic, hints: [...new Set([...topic.hints, ...words])] }
}

function isPhrase(expression: string): boolean {
  return expression.includes(' ')
}
