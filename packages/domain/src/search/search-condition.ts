import type { Alternative, Concept } from './understood-query.ts'

/** A weaker answer is for ranking only. */
const leastWeight = 0.5
/** A word that counts less (`aplikasi`, `warga`, `daring`) is not demanded while others are. */
const leastImportance = 0.55
const leastLoose = 0.3

/** The concepts that a record must answer to answer the query. */
export function demanded(concepts: readonly Concept[]): Concept[] {
  const main = concepts.filter((concept) => !concept.isPart)
  const important = main.filter((concept) => concept.importance >= leastImportance)
  return important.length > 0 ? important : main
}

/**
 * What a record must say to answer a query, in PostgreSQL's notation of a tsquery, from all that is demanded to
 * less: everything, then all but one thing (of three and more), then anything. Empty when nothing was asked.
 * Words that mean the same are alternatives; phrases of the thesaurus stand word by word.
 */
export function conditions(concepts: readonly Concept[]): string[] {
  const parts = [...new Set(demanded(concepts).map(eitherOf))]
  if (parts.length === 0) return []
  const allButOne = parts.map((_, i) => `(${parts.filter((_, j) => j !== i).join(' & ')})`)
  return [
    parts.join(' & '),
    ...(parts.length > 2 ? [allButOne.join(' | ')] : []),
    ...(parts.length > 1 ? [parts.join(' | ')] : []),
  ]
}

/** What a record must say to answer something of a query at all; `null` when nothing was asked. */
export function looseCondition(concepts: readonly Concept[]): string | null {
  const important = concepts.filter((concept) => concept.importance >= leastLoose)
  const parts = (important.length > 0 ? important : concepts).flatMap((concept) =>
    concept.alternatives.map(({ roots }) => `(${roots.map(quoted).join(' & ')})`),
  )
  return parts.length === 0 ? null : [...new Set(parts)].join(' | ')
}

/** The same condition, met in the name of a record. */
export function inName(condition: string): string {
  return condition.replaceAll(/'(?= |\)|$)/g, "':A")
}

function eitherOf(concept: Concept): string {
  const ways = concept.alternatives.filter((way) => way.weight >= leastWeight)
  return `(${[...new Set((ways.length > 0 ? ways : concept.alternatives).map(wordByWord))].join(' | ')})`
}

function wordByWord({ roots, how }: Alternative): string {
  const operator = how === 'typed' ? ' & ' : ' <-> '
  return roots.length === 1 ? quoted(roots[0]!) : `(${roots.map(quoted).join(operator)})`
}

function quoted(root: string): string {
  return `'${root.replaceAll("'", "''")}'`
}
