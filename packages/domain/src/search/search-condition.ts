import type { Alternative, Concept } from './understood-query.ts'

const leastWeight = 0.5
const leastImportance = 0.3

/**
 * What a record must say to answer all of a query that matters, in PostgreSQL's notation of a tsquery; `null` when
 * nothing was asked. Words that mean the same are alternatives; phrases of the thesaurus stand word by word.
 */
export function strictCondition(concepts: readonly Concept[]): string | null {
  const main = concepts.filter((concept) => !concept.isPart)
  const important = main.filter((concept) => concept.importance >= leastImportance)
  const parts = (important.length > 0 ? important : main).map((concept) => eitherOf(concept, leastWeight))
  return parts.length === 0 ? null : [...new Set(parts)].join(' & ')
}

/** What a record must say to answer something of a query; `null` when nothing was asked. */
export function looseCondition(concepts: readonly Concept[]): string | null {
  const important = concepts.filter((concept) => concept.importance >= leastImportance)
  const parts = (important.length > 0 ? important : concepts).flatMap((concept) =>
    concept.alternatives.map(({ roots }) => `(${roots.map(quoted).join(' & ')})`),
  )
  return parts.length === 0 ? null : [...new Set(parts)].join(' | ')
}

/** The same condition, met in the name of a record. */
export function inName(condition: string): string {
  return condition.replaceAll(/'(?= |\)|$)/g, "':A")
}

function eitherOf(concept: Concept, atLeast: number): string {
  const ways = concept.alternatives.filter((way) => way.weight >= atLeast)
  return `(${[...new Set((ways.length > 0 ? ways : concept.alternatives).map(wordByWord))].join(' | ')})`
}

function wordByWord({ roots, how }: Alternative): string {
  const operator = how === 'typed' ? ' & ' : ' <-> '
  return roots.length === 1 ? quoted(roots[0]!) : `(${roots.map(quoted).join(operator)})`
}

function quoted(root: string): string {
  return `'${root.replaceAll("'", "''")}'`
}
