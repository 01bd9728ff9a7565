import { assignReaders } from '@semai/analytics/assignment/assign-readers'
import type { Candidate } from '@semai/analytics/assignment/reading-problem'

/** A locus to be read: the institutions it is about, who reads it already, and who must not. */
export type ToRead = {
  id: string
  institutionIds: readonly string[]
  assessors: readonly string[]
  recused: readonly string[]
}

/**
 * Who else reads which locus, so that each has `need` assessors, nobody reads what is of the own institution or stood back from it, and
 * the most that one person reads is as little, and then the least as much, as it can be. Pairs that are there already stay.
 * @returns the pairs to be added; null where there are too few who may read.
 * Source: docs/methods/reader-assignment.md.
 */
export function balancedPlan(
  loci: readonly ToRead[],
  pool: readonly { id: string; institutionIds: readonly string[] }[],
  need: number,
): { locus: string; person: string }[] | null {
  if (loci.length === 0) return []
  const readers = new Map(pool.map((one) => [one.id, one]))
  for (const id of loci.flatMap(({ assessors }) => assessors)) {
    if (!readers.has(id)) readers.set(id, { id, institutionIds: [] }) // named before, no longer in the pool
  }
  const inPool = new Set(pool.map(({ id }) => id))
  const candidates: Candidate[] = loci.flatMap((locus) =>
    [...readers.values()].flatMap(({ id, institutionIds }) => {
      const fixed = locus.assessors.includes(id)
      const mayRead =
        inPool.has(id) &&
        !locus.recused.includes(id) &&
        !institutionIds.some((one) => locus.institutionIds.includes(one))
      return fixed || mayRead ? [{ paper: locus.id, reader: id, similarity: 0, fixed }] : []
    }),
  )
  const open = Map.groupBy(candidates, ({ paper }) => paper)
  if (loci.some(({ id }) => (open.get(id)?.length ?? 0) < need)) return null
  const papers = new Map(loci.map(({ id, assessors }) => [id, { need: Math.max(need, assessors.length) }]))
  const whole = [...papers.values()].reduce((sum, one) => sum + one.need, 0)
  const fixed = candidates.filter((one) => one.fixed)
  const there = new Set(fixed.map(({ paper, reader }) => `${paper} ${reader}`))
  const loads = [...Map.groupBy(fixed, ({ reader }) => reader).values()].map((own) => own.length)
  const least = Math.max(...loads, Math.ceil(whole / readers.size))
  const plan = evenPlan(candidates, { need, papers, least, loci: loci.length, whole, readers: readers.size })
  return (
    plan?.flatMap(({ paper, reader }) =>
      there.has(`${paper} ${reader}`) ? [] : [{ locus: paper, person: reader }],
    ) ?? null
  )
}

type Sizes = {
  need: number
  papers: NonNullable<Parameters<typeof assignReaders>[1]['papers']>
  /** Below this nobody's greatest load can be. */
  least: number
  loci: number
  whole: number
  readers: number
}

/** The plan in which the greatest load is least, and then the smallest greatest. */
function evenPlan(candidates: Candidate[], { need, papers, least, loci, whole, readers }: Sizes) {
  const rules = { readersPerPaper: need, papers }
  for (let most = least; most <= loci; most += 1) {
    if (planWithin(candidates, { ...rules, maxLoad: most }) === null) continue
    for (let fewest = Math.floor(whole / readers); fewest >= 0; fewest -= 1) {
      const plan = planWithin(candidates, { ...rules, maxLoad: most, minLoad: fewest })
      if (plan !== null) return plan
    }
  }
  return null
}

function planWithin(candidates: Candidate[], rules: Parameters<typeof assignReaders>[1]) {
  try {
    return assignReaders(candidates, rules).readings
  } catch (problem) {
    if (problem instanceof RangeError) return null // nobody can read so little
    throw problem
  }
}
