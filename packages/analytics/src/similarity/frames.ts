import { means } from './concept-lexicon.ts'
import type { ConceptLexicon } from './concept-lexicon.ts'
import { addTo } from './phrases.ts'
import type { Passages } from './passages.ts'

/** A kind of doing: expressions that are signs of it by themselves, and hints that tell of it together. */
export type FrameRow = { signs: readonly string[]; hints: readonly string[] }

/** How strongly a text speaks of each frame, by frame number: minus the log of the doubt that is left; only those > 0. */
export type FrameVector = ReadonlyMap<number, number>

export type FrameReader = (
  text: Pick<Passages, 'types' | 'stresses' | 'sentenceOf'>,
  /** Less than 1 for sentences that count less. */
  sentenceStresses?: Float32Array,
) => FrameVector

type Pointer = { cue: number; strength: number }

const strengths = { sign: 0.35, hint: 0.3, byConcept: 0.5, most: 0.9 }

/**
 * Reads which kinds of doing a text tells of. Each sign (0.35) or hint (at most 0.3, less when other frames share it)
 * counts once, as itself or, at half of that, as another word for the same concept. What is found adds up, so that no
 * single word of a retelling has to be the source's.
 * Cost: linear in the expressions of the text.
 */
export function frameReader(lexicon: ConceptLexicon, rows: readonly FrameRow[]): FrameReader {
  const { byType, byConcept, frameOf } = pointersOf(lexicon, rows)
  const remembered: Pointer[][] = []
  const pointersFor = (type: number) => {
    const known = remembered[type]
    if (known) return known
    const { ids, strengths } = lexicon.features(type)
    const pointers = [...(byType.get(type) ?? [])]
    ids.forEach((id, j) => {
      if (j > 0 && strengths[j]! > means) pointers.push(...(byConcept.get(id) ?? []))
    })
    remembered[type] = pointers
    return pointers
  }
  const strongest = new Float64Array(frameOf.length) // all 0 between two texts
  return ({ types, stresses, sentenceOf }, sentenceStresses) => {
    const found: number[] = []
    for (let i = 0; i < types.length; i++) {
      const stress = stresses[i]! * (sentenceStresses?.[sentenceOf[i]!] ?? 1)
      for (const { cue, strength } of pointersFor(types[i]!)) {
        if (!(strength * stress > strongest[cue]!)) continue
        if (strongest[cue] === 0) found.push(cue)
        strongest[cue] = strength * stress
      }
    }
    const frames = new Map<number, number>()
    for (const cue of found) {
      const [frame, doubt] = [frameOf[cue]!, Math.log(1 - Math.min(strengths.most, strongest[cue]!))]
      frames.set(frame, (frames.get(frame) ?? 0) - doubt)
      strongest[cue] = 0
    }
    return frames
  }
}

function pointersOf(lexicon: ConceptLexicon, rows: readonly FrameRow[]) {
  const byType = new Map<number, Pointer[]>()
  const byConcept = new Map<number, Pointer[]>()
  const frameOf: number[] = []
  const shared = new Map<string, number>()
  for (const { hints } of rows) for (const hint of hints) shared.set(hint, (shared.get(hint) ?? 0) + 1)
  const rarity = (hint: string) => Math.log(1 + rows.length / shared.get(hint)!) / Math.log(1 + rows.length)
  const add = (text: string, frame: number, strength: number) => {
    const [whole] = lexicon.expressions(lexicon.read(text))
    if (!whole) return
    const cue = frameOf.push(frame) - 1
    addTo(byType, whole.type, { cue, strength })
    const { ids, strengths: own } = lexicon.features(whole.type)
    ids.forEach((id, j) => {
      if (j > 0 && own[j]! > means) addTo(byConcept, id, { cue, strength: strength * strengths.byConcept })
    })
  }
  rows.forEach(({ signs, hints }, frame) => {
    for (const sign of signs) add(sign, frame, strengths.sign)
    for (const hint of hints) add(hint, frame, strengths.hint * rarity(hint))
  })
  return { byType, byConcept, frameOf }
}
