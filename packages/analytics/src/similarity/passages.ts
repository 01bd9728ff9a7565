import type { ConceptLexicon, Word } from './concept-lexicon.ts'
import { phraseAt, phrasesOf } from './phrases.ts'
import type { Phrases } from './phrases.ts'

/**
 * What words say about the sentence they stand in. `tried` before `contrast`: a way that was given up; `fails`: one that
 * did not work; `switches`: from here on another way; `lacks`: something was wrong; `negates`: what follows up to the
 * next comma is not there.
 * `copies`, `echoes`, `origin` and `onward` are about where an idea comes from (see disclosedIn).
 */
export type CueRole =
  | 'tried'
  | 'contrast'
  | 'fails'
  | 'switches'
  | 'lacks'
  | 'negates'
  | 'copies'
  | 'echoes'
  | 'origin'
  | 'onward'
export type Cue = { words: string; role: CueRole }

/** Cues by their words, ready to be found. */
export type Cues = Phrases<CueRole>

/** A text as numbered expressions, each in a sentence, with how much it counts. */
export type Passages = {
  sentences: readonly string[]
  types: Int32Array
  /** What each expression says by itself, from 0 to about 1. */
  weights: Float32Array
  /** How much its place in the text counts: 1, less where it is denied or given up. */
  stresses: Float32Array
  /** 0 for the first sentence, or the title when there is one. */
  sentenceOf: Int32Array
  /** The words of each expression as written. */
  said: readonly string[]
}

const stressOf = {
  title: 0.8,
  givenUp: 0.1,
  afterContrast: 0.3,
  fails: 0.2,
  beforeSwitch: 0.4,
  negated: 0.35,
  background: 0.4,
}
/** Where a text of more sentences still says what was wrong: in one of its first that speaks of a lack. */
const lastBackground = 3
/** A change of ways is told at the beginning: in one of these sentences after the first. */
const lastSwitch = 3

/** Cue phrases by their lower-case words. */
export function cuesOf(rows: readonly Cue[]): Cues {
  return phrasesOf(new Map(rows.map(({ words, role }) => [words.toLowerCase().trim(), role])))
}

/** The sentences of a text, as written. */
export function sentencesOf(text: string): string[] {
  return text
    .split(/(?<=[.!?;]["'”’)]?)\s+(?=[\p{Lu}\p{N}"'“‘(])|\n+/u)
    .map((sentence) => sentence.trim())
    .filter(Boolean)
}

/**
 * Reads title and text. Expressions in a way that was tried and given up, that failed or that is denied count less:
 * a proposal is what it does, not what it turns away from.
 * Cost: linear in the words.
 */
export function passagesOf(
  lexicon: ConceptLexicon,
  cues: Cues,
  { title = '', text }: { title?: string; text: string },
): Passages {
  const sentences = [...(title.trim() === '' ? [] : [title]), ...sentencesOf(text)]
  const first = title.trim() === '' ? 0 : 1
  const clauses = sentences.map((sentence) => clausesOf(lexicon, cues, sentence))
  const turn = clauses.findLastIndex(
    (own, i) => i > first && i <= first + lastSwitch && own.some(({ isSwitch }) => isSwitch),
  )
  const isLong = sentences.length - first > lastBackground
  const found: { type: number; weight: number; stress: number; sentence: number; said: string }[] = []
  clauses.forEach((own, sentence) => {
    const isBackground =
      isLong && sentence >= first && sentence < first + lastBackground && own.some(({ isLack }) => isLack)
    const told = sentence < turn ? stressOf.beforeSwitch : isBackground ? stressOf.background : 1
    const whole = sentence < first ? stressOf.title : told
    for (const { words, stress, negatedFrom } of own) {
      for (const { type, weight, at, length } of lexicon.expressions(words)) {
        const denied = at > negatedFrom ? stressOf.negated : 1
        const said = length === 1 ? words[at]!.written : writtenOf(words, at, length)
        found.push({ type, weight, stress: whole * stress * denied, sentence, said })
      }
    }
  })
  return {
    sentences,
    types: Int32Array.from(found, ({ type }) => type),
    weights: Float32Array.from(found, ({ weight }) => weight),
    stresses: Float32Array.from(found, ({ stress }) => stress),
    sentenceOf: Int32Array.from(found, ({ sentence }) => sentence),
    said: found.map(({ said }) => said),
  }
}

type Clause = { words: Word[]; stress: number; negatedFrom: number; isSwitch: boolean; isLack: boolean }

function clausesOf(lexicon: ConceptLexicon, cues: Cues, sentence: string): Clause[] {
  const clauses = sentence.split(/[,;:()–—]/).flatMap((part) => splitAtContrast(lexicon.read(part), cues))
  const found = clauses.map((words) => cuesIn(cues, words))
  const has = (role: CueRole) => found.map((own) => own.some((cue) => cue.role === role))
  const contrast = found.findIndex((own) => own.some(({ role, at }) => role === 'contrast' && at === 0))
  const isGivenUp = contrast > 0 && has('tried').slice(0, contrast).includes(true)
  const fails = has('fails').includes(true)
  return clauses.map((words, i) => ({
    words,
    stress: isGivenUp
      ? i < contrast
        ? stressOf.givenUp
        : stressOf.afterContrast
      : fails
        ? stressOf.fails
        : 1,
    negatedFrom: found[i]!.find(({ role }) => role === 'negates')?.at ?? Infinity,
    isLack: found[i]!.some(({ role }) => role === 'lacks'),
    isSwitch: found[i]!.some(({ role }) => role === 'switches'),
  }))
}

function splitAtContrast(words: Word[], cues: Cues): Word[][] {
  const at = cuesIn(cues, words).find(({ role }) => role === 'contrast')?.at ?? 0
  return at > 0 ? [words.slice(0, at), words.slice(at)] : words.length > 0 ? [words] : []
}

/** The cues in a run of words, the longest at each place. */
export function cuesIn(cues: Cues, words: readonly { written: string }[]): { role: CueRole; at: number }[] {
  const found: { role: CueRole; at: number }[] = []
  const written = words.map((word) => word.written)
  for (let at = 0; at < words.length; at++) {
    const length = phraseAt(cues, written, at)
    if (length === 0) continue
    found.push({ role: cues.known.get(written.slice(at, at + length).join(' '))!, at })
    at += length - 1
  }
  return found
}

function writtenOf(words: readonly { written: string }[], at: number, length: number): string {
  return words
    .slice(at, at + length)
    .map(({ written }) => written)
    .join(' ')
}
