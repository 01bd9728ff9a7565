import { choleskyInverse } from '../numbers/cholesky.ts'
import { climb } from '../numbers/newton.ts'
import type { View } from '../numbers/newton.ts'
import { logGamma } from '../numbers/special-functions.ts'
import { strongParts } from './strong-parts.ts'

/** How often `first` and `second` beat each other; a tie is half a win for both. */
export type Contest = { first: string; second: string; wins1: number; wins2: number; ties?: number }

export type BradleyTerry = {
  players: string[]
  reference: string
  /** Logarithm of ability, 0 for the reference: i beats j with chance 1 / (1 + e^(a_j - a_i)). */
  ability: Float64Array
  se: Float64Array
  /** Covariance of abilities, players by players; zeros for the reference. */
  covariance: Float64Array
  /** What being named first adds, when asked for. */
  advantage: { value: number; se: number } | null
  /** Against a chance of its own for each row (contests with the same pair in several rows are not merged). */
  deviance: number
  df: number
  /** The same when all players are equal. */
  nullDeviance: number
  nullDf: number
  /** With the binomial coefficients, as a generalised linear model reports it. */
  logLikelihood: number
  aic: number
  wins: Float64Array
  contests: Float64Array
  iterations: number
}

export type BradleyTerryOptions = { reference?: string | undefined; advantage?: boolean }

/**
 * Bradley and Terry's model of paired comparisons by maximum likelihood, climbed from equality by Newton's method.
 * @throws RangeError when a count is negative or not finite, a player meets itself, the reference does not play, or some
 *   players never lost to the rest (directly or through others), so that no finite ability exists; it names them.
 * Cost: O(players³ + contests) a Newton step.
 * Source: Bradley & Terry (1952), Biometrika 39; Ford (1957), American Mathematical Monthly 64, for existence.
 * @example bradleyTerry([{ first: 'a', second: 'b', wins1: 3, wins2: 1 }], { reference: 'b' }).ability[0] // 1.0986…, ln 3
 */
export function bradleyTerry(
  contests: readonly Contest[],
  { reference, advantage = false }: BradleyTerryOptions = {},
): BradleyTerry {
  const duel = duelsOf(contests)
  refuseUnbeaten(duel)
  const base = reference === undefined ? 0 : duel.players.indexOf(reference)
  if (base < 0) throw new RangeError(`bradleyTerry: the reference ${reference} meets nobody`)
  const n = duel.players.length
  const order = n - 1 + (advantage ? 1 : 0)
  const model = { order, advantage, terms: termsOf(duel, { base, order, advantage }) }
  const { at, inverse, turns } = summitOf(duel, model)
  const covariance = new Float64Array(n * n)
  for (let i = 0; i < n * n; i++) {
    const [a, b] = [Math.floor(i / n), i % n]
    if (a !== base && b !== base) covariance[i] = inverse[placeOf(a, base) * order + placeOf(b, base)]!
  }
  const { total, won } = duel
  const best = likelihoodOf(duel, (r) => won[r]! / total[r]!)
  const fitted = likelihoodOf(duel, chanceAt(model, at))
  const rows = total.filter((total) => total > 0).length
  const logLikelihood = fitted + logChoices(duel)
  return {
    players: duel.players,
    reference: duel.players[base]!,
    ability: Float64Array.from(duel.players, (_, i) => (i === base ? 0 : at[placeOf(i, base)]!)),
    se: Float64Array.from(duel.players, (_, i) => Math.sqrt(covariance[i * (n + 1)]!)),
    covariance,
    advantage: advantage ? { value: at.at(-1)!, se: Math.sqrt(inverse.at(-1)!) } : null,
    deviance: 2 * (best - fitted),
    df: rows - order,
    nullDeviance: 2 * (best - likelihoodOf(duel, () => 0.5)),
    nullDf: rows,
    logLikelihood,
    aic: 2 * order - 2 * logLikelihood,
    wins: duel.wins,
    contests: duel.contests,
    iterations: turns,
  }
}

type Duels = ReturnType<typeof duelsOf>

function duelsOf(contests: readonly Contest[]) {
  const players = [...new Set(contests.flatMap(({ first, second }) => [first, second]))]
  const place = new Map(players.map((name, i) => [name, i]))
  for (const { first, second, wins1, wins2, ties = 0 } of contests) {
    const who = `bradleyTerry: ${first} against ${second}`
    if (first === second) throw new RangeError(`${who}: nobody meets themselves`)
    if (![wins1, wins2, ties].every((count) => count >= 0 && count < Infinity)) {
      throw new RangeError(
        `${who}: counts must be finite and not below 0, got ${wins1}, ${wins2} and ${ties}`,
      )
    }
  }
  if (players.length < 2) throw new RangeError('bradleyTerry: needs at least two players')
  const first = Int32Array.from(contests, (one) => place.get(one.first)!)
  const second = Int32Array.from(contests, (one) => place.get(one.second)!)
  const won = Float64Array.from(contests, ({ wins1, ties = 0 }) => wins1 + ties / 2)
  const total = Float64Array.from(contests, ({ wins1, wins2, ties = 0 }) => wins1 + wins2 + ties)
  const [wins, met] = [new Float64Array(players.length), new Float64Array(players.length)]
  won.forEach((count, r) => {
    wins[first[r]!]! += count
    wins[second[r]!]! += total[r]! - count
    met[first[r]!]! += total[r]!
    met[second[r]!]! += total[r]!
  })
  return { players, first, second, won, total, wins, contests: met }
}

function refuseUnbeaten({ players, first, second, won, total }: Duels): void {
  const beaten: number[][] = players.map(() => [])
  won.forEach((count, r) => {
    if (count > 0) beaten[first[r]!]!.push(second[r]!)
    if (total[r]! - count > 0) beaten[second[r]!]!.push(first[r]!)
  })
  const parts = strongParts(beaten)
  if (parts.length === 1) return
  const shown = parts.slice(0, 6).map((part) => `{${part.map((i) => players[i]).join(', ')}}`)
  throw new RangeError(
    `bradleyTerry: no finite abilities: the players fall into ${parts.length} groups between which wins go one way only ` +
      `or nobody met: ${shown.join(', ')}${parts.length > 6 ? ', …' : ''}`,
  )
}

/** How many unknowns there are, and of each contest which, with their signs. */
type Model = { order: number; advantage: boolean; terms: [place: number, sign: number][][] }

/** The place of a player among the unknowns: all but the reference, then the advantage if there is one. */
const placeOf = (i: number, base: number) => (i < base ? i : i - 1)

function summitOf(duel: Duels, model: Model) {
  const summit = climb((at) => viewAt(duel, model, at), model.order, {
    turns: 100,
    settled: (_, __, promised) => promised <= 1e-18,
  })
  if (!summit.stepFactor) throw new RangeError('bradleyTerry: the advantage can not be told from abilities')
  if (!summit.converged || !summit.factor || (model.advantage && Math.abs(summit.at.at(-1)!) > 50))
    throw new RangeError(
      'bradleyTerry: the advantage of being named first runs to infinity; the first named never lost, or never won',
    )
  return { ...summit, inverse: choleskyInverse(summit.factor, model.order) }
}

function termsOf(
  { first, second }: Duels,
  { base, order, advantage }: { base: number; order: number; advantage: boolean },
): Model['terms'] {
  return Array.from(first, (one, r) => {
    const terms: Model['terms'][number] = advantage ? [[order - 1, 1]] : []
    if (one !== base) terms.push([placeOf(one, base), 1])
    if (second[r] !== base) terms.push([placeOf(second[r]!, base), -1])
    return terms
  })
}

function chanceAt({ terms }: Model, at: Float64Array) {
  const chances = Float64Array.from(terms, (own) => {
    let sum = 0
    for (const [place, sign] of own) sum += sign * at[place]!
    return 1 / (1 + Math.exp(-sum))
  })
  return (r: number) => chances[r]!
}

function viewAt(duel: Duels, model: Model, at: Float64Array): View {
  const { order, terms } = model
  const information = new Float64Array(order * order)
  const slope = new Float64Array(order)
  const chance = chanceAt(model, at)
  duel.total.forEach((total, r) => {
    const p = chance(r)
    for (const [a, signA] of terms[r]!) {
      slope[a]! += signA * (duel.won[r]! - total * p)
      for (const [b, signB] of terms[r]!) information[a * order + b]! += signA * signB * total * p * (1 - p)
    }
  })
  return { value: likelihoodOf(duel, chance), slope, information }
}

/** Without the binomial coefficients. */
function likelihoodOf({ won, total }: Duels, chance: (r: number) => number): number {
  const term = (count: number, p: number) => (count > 0 ? count * Math.log(p) : 0)
  return won.reduce((sum, wins, r) => sum + term(wins, chance(r)) + term(total[r]! - wins, 1 - chance(r)), 0)
}

function logChoices({ won, total }: Duels): number {
  return total.reduce((sum, all, r) => {
    return sum + logGamma(all + 1) - logGamma(won[r]! + 1) - logGamma(all - won[r]! + 1)
  }, 0)
}
