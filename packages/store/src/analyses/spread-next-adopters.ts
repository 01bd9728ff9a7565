import { nextAdopters } from '@semai/analytics/adopters/next-adopters'
import type { NextAdopter, NextAdopters } from '@semai/analytics/adopters/next-adopters'
import type { SpreadInput } from '@semai/domain/analyses/adoption'
import { adopterNeeds, adopterReasons, standingOf } from '@semai/domain/analyses/next-adopters'
import type {
  AdopterRanking,
  AdopterReason,
  NextAdopterRow,
  SpreadBackTest,
  SpreadNextAdopters,
} from '@semai/domain/analyses/next-adopters'
import { adoptedInnovations, adopterInput, dayAt, eligibleOf } from './adopter-diffusion.ts'
import type { AdopterInput } from './adopter-diffusion.ts'
import { lookBack, watched } from './adopter-look-back.ts'

/** Contributions below this say nothing. */
const faint = 1e-9
const { regions: least, horizonMonths: horizon } = adopterNeeds

/**
 * Who may begin what within a year: governments by their modelled chance, with limits and reasons, ranked for each innovation
 * and for each government; by the simple ranking that did best where the model did not do better in the last years. Innovations
 * opened in batches are left out. Method: docs/methods/spread-next-adopters.md.
 * @param tell is told how much of the work is done, from 0 to 1.
 * @param backTest the look back on the same input, where it is known already: four fifths of the work.
 */
export function spreadNextAdopters(
  input: SpreadInput,
  tell: (done: number) => void = () => undefined,
  backTest?: SpreadBackTest,
): SpreadNextAdopters {
  const eligible = eligibleOf(input).length
  const innovations = adoptedInnovations(input)
  const nothing = {
    use: null,
    beatsAll: false,
    aboveLots: false,
    learnt: null,
    effects: [],
    innovations,
    rows: [],
  }
  if (eligible <= adopterNeeds.nearest || innovations.length === 0) return { day: null, eligible, ...nothing }
  const own = innovations.filter((one) => standingOf(one, eligible) !== 'batches')
  const known = adopterInput(input, own.map(({ innovation }) => innovation).sort())
  const day = dayAt(known.end)
  const past = backTest ? backTest.together : lookBack(known, least)
  tell(0.6)
  const now = past && rankedAt(known, known.end, past.use)
  if (!past || !now) return { day, eligible, ...nothing }
  tell(0.8)
  const before = rankedAt(known, known.end - horizon, past.use)
  const { periods, rows, adopters } = now
  return {
    day,
    eligible,
    use: past.use,
    beatsAll: past.beatsAll,
    aboveLots: past.contests.some(({ ranking, auc }) => ranking === past.use && auc.lower > 0.5),
    learnt: { periods, rows, adopters },
    effects: effectsOf(now),
    innovations,
    rows: rowsOf(now, known, ableIn(before)),
  }
}

function effectsOf({ hazard }: NextAdopters): SpreadNextAdopters['effects'] {
  return hazard.names.slice(1).map((name, j) => {
    const [effect, lower, upper] = [hazard.coef, hazard.lower, hazard.upper].map((of) => of[j + 1]!)
    return { name, effect: effect!, lower: lower!, upper: upper! }
  })
}

/** Null where nobody is at risk, or there is nothing to learn from. */
function rankedAt({ diffusion }: AdopterInput, at: number, by: AdopterRanking): NextAdopters | null {
  try {
    return nextAdopters(diffusion, { ...watched(least), at, by, reasons: Infinity })
  } catch (problem) {
    if (problem instanceof RangeError) return null
    throw problem
  }
}

/** The first tenth of each innovation's ranking. */
function ableIn(ranking: NextAdopters | null): Set<string> {
  const groups = Map.groupBy(ranking?.ranked ?? [], ({ cascade }) => cascade)
  return new Set(
    [...groups.values()].flatMap((rows) =>
      rows.slice(0, Math.ceil(adopterNeeds.able * rows.length)).map(keyOf),
    ),
  )
}

function keyOf({ cascade, node }: Pick<NextAdopter, 'cascade' | 'node'>): string {
  return `${cascade} ${node}`
}

/** By innovation, then rank. */
function rowsOf(
  { ranked, hazard }: NextAdopters,
  { names, codes }: AdopterInput,
  able: ReadonlySet<string>,
): NextAdopterRow[] {
  const [inInnovation, inRegion] = [new Map<number, number>(), new Map<number, number>()]
  const rows = ranked.map((one) => ({
    innovation: names[one.cascade]!,
    region: codes[one.node]!,
    rank: next(inInnovation, one.cascade),
    rankInRegion: next(inRegion, one.node),
    chance: one.chance,
    lower: one.lower,
    upper: one.upper,
    reasons: reasonsOf(one, hazard),
    ableBefore: able.has(keyOf(one)),
  }))
  return rows.sort((a, b) =>
    a.innovation === b.innovation ? a.rank - b.rank : a.innovation < b.innovation ? -1 : 1,
  )
}

function next(counted: Map<number, number>, key: number): number {
  const rank = (counted.get(key) ?? 0) + 1
  counted.set(key, rank)
  return rank
}

/** What sets a region apart and is known of it: more of something raises or lowers by the sign of its effect. */
function reasonsOf({ reasons }: NextAdopter, hazard: NextAdopters['hazard']): AdopterReason[] {
  return reasons
    .flatMap(({ name: column, value, contribution }) => {
      const name = adopterReasons.find((known) => known === column)
      if (!name || Number.isNaN(value) || Math.abs(contribution) < faint) return []
      const effect = hazard.coef[hazard.names.indexOf(column)]!
      return [{ name, more: contribution > 0 === effect > 0, adds: contribution }]
    })
    .slice(0, adopterNeeds.reasons)
}
