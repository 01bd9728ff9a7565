import { means } from './concept-lexicon.ts'
import { prior } from './copy-collection.ts'
import type { CopyCollection } from './copy-collection.ts'
import { comparable, frameLikeness } from './framed-sources.ts'
import type { Passages } from './passages.ts'
import { coverage, matchesOf, spokenIn } from './soft-alignment.ts'
import type { TextIndex } from './soft-alignment.ts'

/** How a text resembles a source; every number lies from 0 to 1. */
export type Likeness = {
  /** The whole resemblance: what is compared with the threshold. */
  score: number
  /** Share of what the source does that the text speaks of. */
  doing: number
  /** How much the text tells of the source's kind of doing. */
  kind: number
  /** Share of the source's problem that the text speaks of. */
  problem: number
}

/** Logistic regression on the tuning texts, rounded. */
const weights = { none: -9.2, doing: 3.9, kind: 11.9, problem: 7 }
/** The same problem supports a likeness; the same sentence about it does not support it more. */
const problemEnough = 0.5
/** What says nearly all of what a source does is a copy whatever else it tells: above all that chance gave in tuning. */
const literally = { half: 0.66, steep: 20 }
/** Expressions of a usual abstract: in a shorter text less is like a source by chance. */
const usual = 50
/** A sentence that states the source's problem is little evidence of its solution. */
const asProblem = { above: 0.22, stress: 0.25 }
const asTheme = 0.5

/** Compares a text with one source exactly. Cost: the expressions of both times the features they share. */
export function resemblance(collection: CopyCollection, source: number, index: TextIndex): Likeness {
  const does = matchesOf(collection, collection.does, source, index)
  const solves = matchesOf(collection, collection.problem, source, index)
  const done = spokenIn(does, prior.problem)
  const suffered = spokenIn(solves, prior.problem)
  const stresses = done.map((share, s) =>
    suffered[s]! > asProblem.above && suffered[s]! > share ? asProblem.stress : 1,
  )
  const { framed } = collection
  const told = { ...index.passages, stresses: withoutTheme(collection, source, index.passages) }
  const kind = frameLikeness(framed, source, comparable(framed, framed.read(told, stresses)))
  const doing = coverage(does, { prior: prior.does, stresses })
  const room = prior.does * Math.min(1, index.passages.types.length / usual)
  const literal = coverage(does, { prior: room / 2, stresses })
  const problem = solves.expressions > 0 ? coverage(solves, { prior: prior.problem }) : 0
  const sum =
    weights.none +
    weights.doing * doing +
    weights.kind * kind +
    weights.problem * Math.min(problem, problemEnough)
  return {
    score: Math.max(logistic(sum), logistic(literally.steep * (literal - literally.half))),
    doing,
    kind,
    problem,
  }
}

function logistic(x: number): number {
  return 1 / (1 + Math.exp(-x))
}

/** Words for what the source's problem is about are shared by all who have the problem: they tell less of a kind of doing. */
function withoutTheme(
  { lexicon, problem }: CopyCollection,
  source: number,
  { types, stresses }: Passages,
): Float32Array {
  const theme = new Set<number>()
  for (let i = problem.start[source]!; i < problem.start[source + 1]!; i++) {
    const { ids, strengths } = lexicon.features(problem.types[i]!)
    ids.forEach((id, j) => strengths[j]! > means && theme.add(id))
  }
  return stresses.map((stress, i) => {
    const { ids, strengths } = lexicon.features(types[i]!)
    return ids.some((id, j) => strengths[j]! > means && theme.has(id)) ? stress * asTheme : stress
  })
}
