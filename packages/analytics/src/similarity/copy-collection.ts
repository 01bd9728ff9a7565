import { conceptLexicon, means } from './concept-lexicon.ts'
import type { ConceptLexicon, ConceptRow, WordReader } from './concept-lexicon.ts'
import { framedSources } from './framed-sources.ts'
import type { FramedSources } from './framed-sources.ts'
import type { FrameRow } from './frames.ts'
import { cuesOf, passagesOf } from './passages.ts'
import type { Cue, Cues, Passages } from './passages.ts'
import { postingLists } from './posting-lists.ts'
import type { PostingLists } from './posting-lists.ts'

/** What is known of a language: its words, concepts, kinds of doing and cues. All but the words may be empty. */
export type CopyLanguage = {
  read: WordReader
  concepts: readonly ConceptRow[]
  frames: readonly FrameRow[]
  cues: readonly Cue[]
}

/** One thing that may have been copied: what it does, which problem it solves, and by which names others call it. */
export type CopySource = {
  id: string
  does: string
  problem?: string
  /** More words about it, such as an acronym written out: they tell what kind of doing it is. */
  alsoSays?: string
  names?: readonly string[]
  places?: readonly string[]
}

/** Texts as numbered expressions; text i has the places from `start[i]` to `start[i + 1]` and the worth `whole[i]`. */
export type Said = { start: Int32Array; types: Int32Array; weights: Float32Array; whole: Float32Array }

/** A collection that texts are compared with. Reading texts only lets its list of expressions grow. */
export type CopyCollection = {
  sources: readonly CopySource[]
  lexicon: ConceptLexicon
  cues: Cues
  does: Said
  problem: Said
  framed: FramedSources
  /** How rare a feature is, from 0 (in every source) to 1 (in none). */
  rarity(feature: number): number
  /** What an expression is worth when it is found again: between its own rarity and that of its concept. */
  worth(type: number): number
  /** Sources by feature, with the share of them that this feature can explain. */
  postings: PostingLists
}

/** Worth added to a source's own, so that one of few words is not covered by chance. */
export const prior = { does: 2.1, problem: 0.9 }

const unseen = 0.7
const certain = 0.5
const problemShare = 0.3
/** In a large collection a feature of more sources than this says too little to find candidates by. */
const mostPostings = { share: 0.04, always: 2000 }

/**
 * Reads the sources: how rare each expression and concept is among them, and which sources speak of it.
 * @throws RangeError when there are no sources, an id comes twice, or a source says nothing that counts.
 * Cost: linear in all words. Memory: 8 bytes an expression of a source and 8 a posting; about 600 MB in all for 50,000 texts
 *   of 80 words.
 */
export function copyCollection(sources: readonly CopySource[], language: CopyLanguage): CopyCollection {
  if (sources.length === 0) throw new RangeError('copyCollection: there are no sources')
  const seen = new Set<string>()
  for (const { id } of sources) {
    if (seen.has(id)) throw new RangeError(`copyCollection: id ${id} comes twice`)
    seen.add(id)
  }
  const lexicon = conceptLexicon(language.read, language.concepts)
  const cues = cuesOf(language.cues)
  const read = (text = '') => passagesOf(lexicon, cues, { text })
  const parts = sources.map((source) => {
    const [does, problem, also] = [read(source.does), read(source.problem), read(source.alsoSays)]
    if (does.types.length === 0) throw new RangeError(`copyCollection: ${source.id} says nothing that counts`)
    return { does: bare(does), problem: bare(problem), also: bare(also) }
  })
  const sourcesWith = frequencies(lexicon, parts)
  const rarity = rarityOf(sources.length, sourcesWith)
  const worth = worthOf(lexicon, rarity)
  const does = saidOf(
    parts.map((part) => part.does),
    worth,
  )
  const problem = saidOf(
    parts.map((part) => part.problem),
    worth,
  )
  const framed = framedSources(lexicon, language.frames, parts)
  const postings = sharedFeatures({ lexicon, rarity, does, problem }, sourcesWith)
  return { sources, lexicon, cues, does, problem, framed, rarity, worth, postings }
}

/** What is kept of a source's text. */
export type Bare = Pick<Passages, 'types' | 'weights'>

function bare({ types, weights }: Passages): Bare {
  return { types, weights }
}

/** In how many sources each feature is certain. */
function frequencies(
  lexicon: ConceptLexicon,
  parts: readonly { does: Bare; problem: Bare; also: Bare }[],
): number[] {
  const sourcesWith: number[] = []
  const last: number[] = []
  parts.forEach(({ does, problem, also }, source) => {
    for (const { types } of [does, problem, also]) {
      for (const type of types) {
        const { ids, strengths } = lexicon.features(type)
        for (let j = 0; j < ids.length; j++) {
          const id = ids[j]!
          if (strengths[j]! < certain || last[id] === source) continue
          last[id] = source
          sourcesWith[id] = (sourcesWith[id] ?? 0) + 1
        }
      }
    }
  })
  return sourcesWith
}

/** Inverse frequency on a logarithmic scale: 1 for what no source has, 0 towards what all have. */
export function rarityOf(sources: number, sourcesWith: readonly number[]): (feature: number) => number {
  const most = Math.log(1 + sources / unseen)
  const known = new Float64Array(sources + 1)
  return (feature) => {
    const count = sourcesWith[feature] ?? 0
    return (known[count] ||= Math.log(1 + sources / (unseen + count)) / most)
  }
}

function worthOf(lexicon: ConceptLexicon, rarity: (feature: number) => number): (type: number) => number {
  const remembered: number[] = []
  return (type) => {
    const known = remembered[type]
    if (known !== undefined) return known
    const { ids, strengths } = lexicon.features(type)
    const own = rarity(ids[0]!)
    let least = own
    ids.forEach((id, j) => {
      if (strengths[j]! > means) least = Math.min(least, rarity(id))
    })
    return (remembered[type] = (own + least) / 2)
  }
}

function saidOf(texts: readonly Bare[], worth: (type: number) => number): Said {
  const start = new Int32Array(texts.length + 1)
  texts.forEach(({ types }, i) => (start[i + 1] = start[i]! + types.length))
  const types = new Int32Array(start.at(-1)!)
  const weights = new Float32Array(types.length)
  const whole = new Float32Array(texts.length)
  texts.forEach((own, i) => {
    types.set(own.types, start[i])
    weights.set(own.weights, start[i])
    own.types.forEach((type, j) => (whole[i]! += own.weights[j]! * worth(type)))
  })
  return { start, types, weights, whole }
}

function sharedFeatures(
  { lexicon, rarity, does, problem }: Pick<CopyCollection, 'lexicon' | 'rarity' | 'does' | 'problem'>,
  sourcesWith: readonly number[],
): PostingLists {
  const count = does.whole.length
  const most = Math.max(mostPostings.always, mostPostings.share * count)
  const parts = [
    { said: does, share: 1, room: prior.does },
    { said: problem, share: problemShare, room: prior.problem },
  ]
  return postingLists((visit) => {
    // by feature, the share and the source that had it last: a map for each source would take most of the time
    const shares = new Float64Array(sourcesWith.length)
    const last = new Int32Array(sourcesWith.length).fill(-1)
    for (let source = 0; source < count; source++) {
      const features: number[] = []
      for (const { said, share, room } of parts) {
        const full = share / (said.whole[source]! + room)
        for (let i = said.start[source]!; i < said.start[source + 1]!; i++) {
          const { ids, strengths } = lexicon.features(said.types[i]!)
          for (let j = 0; j < ids.length; j++) {
            const id = ids[j]!
            if (strengths[j]! < certain || (sourcesWith[id] ?? 0) > most) continue
            if (last[id] !== source) {
              features.push(id)
              shares[id] = 0
              last[id] = source
            }
            shares[id]! += full * said.weights[i]! * strengths[j]! * rarity(id)
          }
        }
      }
      for (const feature of features) visit(feature, source, shares[feature]!)
    }
  })
}
