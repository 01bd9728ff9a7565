import { cholesky, choleskyInverse, choleskySolve } from '../numbers/cholesky.ts'
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
 * Bradley and Terry's model of paired comparisons by maximum likelihood: some rounds of the MM algorithm from equality,
 * then Newton's method to the last digit.
 * @throws RangeError when a count is negative or not finite, a player meets itself, the reference does not play, or some
 *   players never lost to the rest (directly or through others), so that no finite ability exists; it names them.
 * Cost: O(players³ + contests) a Newton step.
 * Source: Bradley & Terry (1952), Biometrika 39; Hunter (2004), Annals of Statistics 32; Ford (1957) for existence.
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
  const start = risen(duel)
  const fit = newton(duel, { start: start.map((x) => x - start[base]!), base, advantage })
  const n = duel.players.length
  const covariance = new Float64Array(n * n)
  const place = (i: number) => (i < base ? i : i - 1)
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      if (i !== base && j !== base) covariance[i * n + j] = fit.inverse[place(i) * fit.order + place(j)]!
    }
  }
  const fitted = devianceOf(duel, fit.chance)
  const rows = duel.total.filter((total) => total > 0).length
  const logLikelihood = fitted.logLikelihood
  return {
    players: duel.players,
    reference: duel.players[base]!,
    ability: fit.ability,
    se: Float64Array.from(duel.players, (_, i) => Math.sqrt(covariance[i * (n + 1)]!)),
    covariance,
    advantage: advantage ? { value: fit.advantage, se: Math.sqrt(fit.inverse.at(-1)!) } : null,
    deviance: fitted.deviance,
    df: rows - fit.order,
    nullDeviance: devianceOf(duel, () => 0.5).deviance,
    nullDf: rows,
    logLikelihood,
    aic: 2 * fit.order - 2 * logLikelihood,
    wins: duel.wins,
    contests: duel.contests,
    iterations: fit.iterations,
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

/** Hunter's MM rounds on the scale of abilities; only as many as bring Newton within reach. */
function risen({ players, first, second, total, wins }: Duels): Float64Array {
  let strength = new Float64Array(players.length).fill(1)
  for (let round = 0; round < 30; round++) {
    const weight = new Float64Array(players.length)
    for (let r = 0; r < total.length; r++) {
      const share = total[r]! / (strength[first[r]!]! + strength[second[r]!]!)
      weight[first[r]!]! += share
      weight[second[r]!]! += share
    }
    strength = wins.map((own, i) => own / weight[i]!)
    const scale = Math.exp(strength.reduce((sum, x) => sum + Math.log(x), 0) / players.length)
    strength = strength.map((x) => x / scale)
  }
  return strength.map(Math.log)
}

type Start = { start: Float64Array; base: number; advantage: boolean }

function newton(duel: Duels, { start, base, advantage: asked }: Start) {
  const order = duel.players.length - 1 + (asked ? 1 : 0)
  let [ability, advantage] = [start, 0]
  const chance = (r: number) =>
    1 / (1 + Math.exp(ability[duel.second[r]!]! - ability[duel.first[r]!]! - advantage))
  let before = Infinity
  for (let iterations = 1; iterations <= 100; iterations++) {
    const { factor, step } = newtonStep(duel, { chance, base, order, asked })
    const size = step.reduce((max, x) => Math.max(max, Math.abs(x)), 0)
    const [oldAbility, oldAdvantage] = [ability, advantage]
    for (let scale = 1; scale > 1e-9; scale /= 2) {
      ability = oldAbility.map((x, i) => (i === base ? 0 : x + scale * step[i < base ? i : i - 1]!))
      advantage = asked ? oldAdvantage + scale * step[order - 1]! : 0
      const now = devianceOf(duel, chance).deviance
      if (!(now <= before + 1e-9 * (1 + Math.abs(before)))) continue
      before = now
      break
    }
    if (size < 1e-10)
      return { ability, advantage, chance, order, iterations, inverse: choleskyInverse(factor, order) }
    if (Math.abs(advantage) > 50) break
  }
  throw new RangeError(
    'bradleyTerry: the advantage of being named first runs to infinity; the first named never lost, or never won',
  )
}

type Step = { chance: (r: number) => number; base: number; order: number; asked: boolean }

function newtonStep({ first, second, won, total }: Duels, { chance, base, order, asked }: Step) {
  const information = new Float64Array(order * order)
  const slope = new Float64Array(order)
  const place = (i: number) => (i === base ? -1 : i < base ? i : i - 1)
  for (let r = 0; r < total.length; r++) {
    const p = chance(r)
    const signed = [
      [place(first[r]!), 1],
      [place(second[r]!), -1],
      [asked ? order - 1 : -1, 1],
    ] as const
    for (const [a, signA] of signed) {
      if (a < 0) continue
      slope[a]! += signA * (won[r]! - total[r]! * p)
      for (const [b, signB] of signed)
        if (b >= 0) information[a * order + b]! += signA * signB * total[r]! * p * (1 - p)
    }
  }
  const factor = cholesky(information, order)
  if (!factor) throw new RangeError('bradleyTerry: the advantage can not be told from abilities')
  return { factor, step: choleskySolve(factor, order, slope) }
}

function devianceOf({ won, total }: Duels, chance: (r: number) => number) {
  let [deviance, logLikelihood] = [0, 0]
  won.forEach((wins, r) => {
    const [all, p] = [total[r]!, chance(r)]
    const losses = all - wins
    deviance += 2 * (term(wins, all * p) + term(losses, all * (1 - p)))
    logLikelihood += logGamma(all + 1) - logGamma(wins + 1) - logGamma(losses + 1)
    if (wins > 0) logLikelihood += wins * Math.log(p)
    if (losses > 0) logLikelihood += losses * Math.log(1 - p)
  })
  return { deviance, logLikelihood }
}

const term = (seen: number, expected: number) => (seen > 0 ? seen * Math.log(seen / expected) : 0)
