import type { ConceptLexicon } from './concept-lexicon.ts'
import type { Bare } from './copy-collection.ts'
import { frameReader } from './frames.ts'
import type { FrameReader, FrameRow, FrameVector } from './frames.ts'
import { addList, largest, postingLists } from './posting-lists.ts'
import type { PostingLists } from './posting-lists.ts'

/** Which kinds of doing each source is about: vectors of length 1, rare kinds counting more. */
export type FramedSources = {
  read: FrameReader
  rarities: Float32Array
  /** By source: its frames. By frame: its sources. */
  bySource: PostingLists
  byFrame: PostingLists
}

const stresses = { does: 1, also: 0.6, problem: 0.4 }
/** What is told more weakly than this is chance. */
const floors = { text: 1.3, source: 0.6, ofMost: 0.5 }
/** More than 1: what a source mostly does counts more than what it also does. */
const peaked = 1.5
const isOwn = 1.2
const unseen = 0.7
const halfTold = 2

export function framedSources(
  lexicon: ConceptLexicon,
  rows: readonly FrameRow[],
  parts: readonly { does: Bare; problem: Bare; also: Bare }[],
): FramedSources {
  const read = frameReader(lexicon, rows)
  const owners = new Float32Array(rows.length)
  const told = parts.map(({ does, problem, also }) => {
    const types = Int32Array.from([...does.types, ...also.types, ...problem.types])
    const own = new Float32Array(types.length).fill(stresses.does)
    own.fill(stresses.also, does.types.length)
    own.fill(stresses.problem, does.types.length + also.types.length)
    const frames = read({ types, stresses: own, sentenceOf: new Int32Array(types.length) })
    for (const [frame, amount] of frames) if (amount > isOwn) owners[frame]! += 1
    const floor = Math.min(floors.source, floors.ofMost * Math.max(0, ...frames.values()))
    return [...frames].flatMap(([frame, amount]): Entry[] =>
      amount > floor ? [[frame, (amount - floor) ** peaked]] : [],
    )
  })
  const most = Math.log(1 + parts.length / unseen)
  const rarities = owners.map((count) => Math.log(1 + parts.length / (unseen + count)) / most)
  const vectors = told.map((frames) =>
    unit(frames.map(([frame, amount]): Entry => [frame, rarities[frame]! * amount])),
  )
  return {
    read,
    rarities,
    bySource: postingLists((visit) =>
      vectors.forEach((frames, source) => {
        for (const [frame, value] of frames) visit(source, frame, value)
      }),
    ),
    byFrame: postingLists((visit) =>
      vectors.forEach((frames, source) => {
        for (const [frame, value] of frames) visit(frame, source, value)
      }),
    ),
  }
}

/** The text's frames as compared with sources: above chance, rare ones counting more. */
export function comparable({ rarities }: FramedSources, frames: FrameVector): FrameVector {
  return new Map(weighted([...frames], rarities, floors.text))
}

/** How much a text tells of a source's kinds of doing, from 0 to below 1. */
export function frameLikeness(
  { bySource }: FramedSources,
  source: number,
  comparableFrames: FrameVector,
): number {
  let told = 0
  for (let i = bySource.start[source] ?? 0; i < (bySource.start[source + 1] ?? 0); i++) {
    told += bySource.values[i]! * (comparableFrames.get(bySource.owners[i]!) ?? 0)
  }
  return told / (told + halfTold)
}

/** The sources whose kinds of doing fit best. */
export function likeliestByFrame(
  { byFrame }: FramedSources,
  { sources, count }: { sources: number; count: number },
  comparableFrames: FrameVector,
): number[] {
  const sums = new Float32Array(sources)
  for (const [list, factor] of comparableFrames) addList(byFrame, { list, factor }, sums)
  return largest(sums, count)
}

type Entry = [frame: number, value: number]

function weighted(frames: readonly Entry[], rarities: Float32Array, floor: number): Entry[] {
  return frames.flatMap(([frame, amount]): Entry[] =>
    amount > floor ? [[frame, rarities[frame]! * (amount - floor)]] : [],
  )
}

function unit(frames: readonly Entry[]): Entry[] {
  const length = Math.hypot(...frames.map(([, value]) => value))
  return frames.map(([frame, value]) => [frame, value / length])
}
