import { urgeOf } from './reading-choice.ts'
import type { ReadingNetwork } from './reading-choice.ts'

/** A reader who could read a paper. A pair that is not listed may not be taken, nor one with a conflict. */
export type Candidate = {
  paper: string
  reader: string
  /** How well they fit; any finite number, more is better. */
  similarity: number
  conflict?: boolean
  /** Has to be taken. */
  fixed?: boolean
}

export type ReadingRules = {
  /** Exactly so many readers a paper, unless `papers` says otherwise. */
  readersPerPaper: number
  /** Readings of one reader, unless `readers` says otherwise; 0 and no bound where left out. */
  minLoad?: number | undefined
  maxLoad?: number | undefined
  /** Papers by id; a paper that shares a team (an institution, a unit) with a reader is in conflict with it. */
  papers?: ReadonlyMap<string, { need?: number | undefined; teams?: readonly string[] }>
  readers?: ReadonlyMap<
    string,
    { min?: number | undefined; max?: number | undefined; teams?: readonly string[] }
  >
  /** At most so many readers of one team on a paper; each reader may then name one team only. */
  teamLimit?: number | undefined
  /** Whether all readers must be comparable: joined by shared papers, directly or through others. */
  connected?: boolean
}

/** A problem as arrays: ids in order, allowed pairs sorted by paper, team and reader, what is left after fixed pairs. */
export type ReadingProblem = {
  papers: string[]
  readers: string[]
  network: ReadingNetwork
  similarity: Float64Array
  /** Similarities as whole numbers: times this, rounded. */
  scale: number
  fixed: { paper: number; reader: number; similarity: number }[]
  conflicts: Int32Array
}

/** Ids that are numbers by their value, before other ids by their text. */
export function compareIds(a: string, b: string): number {
  const [x, y] = [a.trim() === '' ? NaN : Number(a), b.trim() === '' ? NaN : Number(b)]
  if (x !== y && !Number.isNaN(x) && !Number.isNaN(y)) return x - y
  if (Number.isNaN(x) !== Number.isNaN(y)) return Number.isNaN(x) ? 1 : -1
  return a < b ? -1 : a > b ? 1 : 0
}

/**
 * The arrays of a problem. Its order comes from ids alone, so that the order of the input never matters.
 * @throws RangeError naming the pair, paper or reader: a pair twice, a similarity that is not finite, a fixed pair in
 *   conflict or beyond a limit, a limit that is not a whole number of at least 0 or a minimum above its maximum.
 */
export function readingProblem(candidates: readonly Candidate[], rules: ReadingRules): ReadingProblem {
  const papers = idsOf(
    candidates.map(({ paper }) => paper),
    rules.papers,
  )
  const readers = idsOf(
    candidates.map(({ reader }) => reader),
    rules.readers,
  )
  if (papers.length === 0) fail('no paper')
  const limits = limitsOf(papers, readers, rules)
  const { allowed, fixed, conflicts } = pairsOf(candidates, { papers, readers, rules })
  const similarity = Float64Array.from(allowed, (pair) => pair.similarity)
  const scale = scaleOf(similarity, readers.length)
  const arcCost = similarity.map((one) => -Math.round(one * scale))
  const cells = cellsByTeam(allowed, { papers: papers.length, fixed, teamLimit: rules.teamLimit })
  takeFixed(fixed, { ...limits, papers, readers })
  const network = {
    papers: papers.length,
    readers: readers.length,
    ...cells,
    arcReader: Int32Array.from(allowed, ({ reader }) => reader),
    arcCost,
    ...limits,
    urge: urgeOf(readers.length, arcCost),
  }
  return { papers, readers, network, similarity, scale, fixed, conflicts }
}

type Pair = { paper: number; reader: number; team: number; similarity: number }

/** Pairs by number: the allowed in the order of the network, the fixed, and how many conflicts each paper has. */
function pairsOf(
  candidates: readonly Candidate[],
  { papers, readers, rules }: { papers: string[]; readers: string[]; rules: ReadingRules },
) {
  const paperAt = new Map(papers.map((id, i) => [id, i]))
  const readerAt = new Map(readers.map((id, i) => [id, i]))
  const teams = readerTeams(readers, rules)
  const conflicts = new Int32Array(papers.length)
  const [allowed, fixedPairs]: [Pair[], Pair[]] = [[], []]
  const seen = new Set<number>()
  for (const candidate of candidates) {
    const [paper, reader] = [paperAt.get(candidate.paper)!, readerAt.get(candidate.reader)!]
    const { similarity, fixed = false } = candidate
    const conflict = candidate.conflict === true || shareTeam(candidate, rules)
    const key = paper * readers.length + reader
    if (seen.has(key)) fail(`${nameOf(candidate)}: listed twice`)
    seen.add(key)
    if (fixed && conflict) fail(`${nameOf(candidate)}: fixed, but in conflict`)
    if (!conflict && !Number.isFinite(similarity)) fail(`${nameOf(candidate)}: the similarity must be finite`)
    if (conflict) conflicts[paper]!++
    else (fixed ? fixedPairs : allowed).push({ paper, reader, similarity, team: teams[reader]! })
  }
  const byPaper = (a: Pair, b: Pair) => a.paper - b.paper || a.team - b.team || a.reader - b.reader
  return { allowed: allowed.sort(byPaper), fixed: fixedPairs.sort(byPaper), conflicts }
}

function fail(says: string): never {
  throw new RangeError(`assignReaders: ${says}`)
}

function nameOf({ paper, reader }: { paper: string; reader: string }): string {
  return `paper ${paper}, reader ${reader}`
}

function idsOf(named: readonly string[], described: ReadonlyMap<string, unknown> = new Map()): string[] {
  return [...new Set([...named, ...described.keys()])].sort(compareIds)
}

function shareTeam({ paper, reader }: Candidate, { papers, readers }: ReadingRules): boolean {
  const own = papers?.get(paper)?.teams ?? []
  return (readers?.get(reader)?.teams ?? []).some((team) => own.includes(team))
}

/** One number for each reader: with a team limit that of its team, where a reader without team is a team of its own. */
function readerTeams(readers: readonly string[], { readers: described, teamLimit }: ReadingRules): number[] {
  if (teamLimit === undefined) return readers.map(() => 0)
  const numbers = new Map<string, number>()
  return readers.map((id, i) => {
    const teams = described?.get(id)?.teams ?? []
    if (teams.length > 1)
      fail(`reader ${id}: a team limit needs one team a reader, found ${teams.join(', ')}`)
    if (teams[0] === undefined) return readers.length + i
    if (!numbers.has(teams[0])) numbers.set(teams[0], numbers.size)
    return numbers.get(teams[0])!
  })
}

function limitsOf(papers: readonly string[], readers: readonly string[], rules: ReadingRules) {
  const many = 2 ** 30
  const whole = (value: number | undefined, otherwise: number, what: string) => {
    const limit = Math.min(value ?? otherwise, many)
    if (!Number.isInteger(limit) || limit < 0)
      fail(`${what} must be a whole number of at least 0, got ${value ?? otherwise}`)
    return limit
  }
  const { readersPerPaper, minLoad = 0, maxLoad = many, teamLimit } = rules
  whole(teamLimit, 0, 'the team limit')
  const need = Int32Array.from(papers, (id) =>
    whole(rules.papers?.get(id)?.need, readersPerPaper, `the need of paper ${id}`),
  )
  const min = Int32Array.from(readers, (id) =>
    whole(rules.readers?.get(id)?.min, minLoad, `the minimum load of reader ${id}`),
  )
  const max = Int32Array.from(readers, (id) =>
    whole(rules.readers?.get(id)?.max, maxLoad, `the maximum load of reader ${id}`),
  )
  readers.forEach((id, i) => {
    if (min[i]! > max[i]!) fail(`reader ${id}: the minimum load ${min[i]} is above the maximum ${max[i]}`)
  })
  return { need, min, max }
}

/** As many decimals as keep every sum of the search exact: eleven for similarities up to 1 and a thousand readers. */
function scaleOf(similarity: Float64Array, readers: number): number {
  let greatest = 1e-300
  for (const one of similarity) greatest = Math.max(greatest, Math.abs(one))
  return 10 ** Math.min(12, Math.floor(Math.log10(2 ** 53 / (17 * (readers + 1) * greatest))))
}

/** Takes the fixed pairs out of what is still needed and still possible. */
function takeFixed(
  fixed: readonly { paper: number; reader: number }[],
  left: { need: Int32Array; min: Int32Array; max: Int32Array; papers: string[]; readers: string[] },
): void {
  for (const { paper, reader } of fixed) {
    if (--left.need[paper]! < 0) fail(`paper ${left.papers[paper]}: more fixed readers than it needs`)
    if (--left.max[reader]! < 0)
      fail(`reader ${left.readers[reader]}: more fixed papers than its maximum load`)
    if (left.min[reader]! > 0) left.min[reader]!--
  }
}

/** One cell a paper; with a team limit one for each team that could read it. */
function cellsByTeam(
  allowed: readonly { paper: number; team: number }[],
  {
    papers,
    fixed,
    teamLimit,
  }: { papers: number; fixed: readonly { paper: number; team: number }[]; teamLimit: number | undefined },
) {
  const fixedOf = new Map<string, number>()
  for (const { paper, team } of fixed) {
    const key = `${paper}/${team}`
    fixedOf.set(key, (fixedOf.get(key) ?? 0) + 1)
    if (fixedOf.get(key)! > (teamLimit ?? Infinity))
      fail('fixed pairs put more readers of one team on a paper than the team limit')
  }
  const cellStart = new Int32Array(papers + 1)
  const [cellLimit, arcStart]: [number[], number[]] = [[], []]
  let arc = 0
  for (let paper = 0; paper < papers; paper++) {
    do {
      const team = allowed[arc]?.team
      arcStart.push(arc)
      cellLimit.push(teamLimit === undefined ? 2 ** 30 : teamLimit - (fixedOf.get(`${paper}/${team}`) ?? 0))
      while (allowed[arc]?.paper === paper && allowed[arc]!.team === team) arc++
    } while (allowed[arc]?.paper === paper)
    cellStart[paper + 1] = cellLimit.length
  }
  arcStart.push(arc)
  return { cellStart, cellLimit: Int32Array.from(cellLimit), arcStart: Int32Array.from(arcStart) }
}
