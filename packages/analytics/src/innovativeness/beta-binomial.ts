/** Shares drawn from a beta distribution, each seen through a number of trials. */
export type BetaBinomial = {
  /** Mean of the shares; alpha / (alpha + beta). */
  mean: number
  /** alpha + beta: how many trials the prior is worth; Infinity where the shares do not differ beyond chance. */
  strength: number
  /** Without the binomial coefficients. */
  logLikelihood: number
  /** (events + alpha) / (trials + alpha + beta), and the standard deviation of the share given its counts. */
  shares: Float64Array
  sd: Float64Array
}

const STRONGEST = 1e7

/**
 * Shares shrunk towards their common mean, the less a share is seen the more: empirical Bayes with a beta prior by maximum
 * likelihood.
 * @throws RangeError when events are not whole numbers from 0 to the whole number of trials, there is no trial, or all
 *   trials end alike.
 * Cost: O(n + largest number of trials) an iteration, some dozens of them.
 * Source: Griffiths (1973), Biometrics 29; Casella (1985), The American Statistician 39.
 * @example shrinkShares([0, 5, 10], [10, 10, 10]).shares // 0.0177…, 0.5, 0.9822…
 */
export function shrinkShares(events: ArrayLike<number>, trials: ArrayLike<number>): BetaBinomial {
  const total = refuseFaults(events, trials)
  const counts = risesOf(events, trials)
  const pooled = total.events / total.trials
  let best = { mean: pooled, strength: STRONGEST, value: likelihoodAt(counts, pooled, STRONGEST) }
  // The likelihood may have one peak inside and another at infinite strength: look at both.
  for (let power = -2; power <= 4; power++) {
    const found = climbed(counts, pooled, 10 ** power)
    if (found.value > best.value + 1e-9) best = found
  }
  const { mean, strength, value } = best
  const none = strength >= STRONGEST / 2
  const share = (i: number) => (none ? pooled : (events[i]! + mean * strength) / (trials[i]! + strength))
  const shares = Float64Array.from(events, (_, i) => share(i))
  const sd = shares.map((own, i) => (none ? 0 : Math.sqrt((own * (1 - own)) / (trials[i]! + strength + 1))))
  return { mean, strength: none ? Infinity : strength, logLikelihood: value, shares, sd }
}

function refuseFaults(
  events: ArrayLike<number>,
  trials: ArrayLike<number>,
): { events: number; trials: number } {
  const total = { events: 0, trials: 0 }
  for (let i = 0; i < trials.length; i++) {
    const [seen, of] = [events[i]!, trials[i]!]
    if (!(Number.isInteger(seen) && Number.isInteger(of) && seen >= 0 && seen <= of))
      throw new RangeError(
        `shrinkShares: entry ${i + 1} must be whole events of whole trials, got ${seen} of ${of}`,
      )
    total.events += seen
    total.trials += of
  }
  if (total.trials === 0) throw new RangeError('shrinkShares: there is no trial')
  if (total.events === 0 || total.events === total.trials)
    throw new RangeError('shrinkShares: all trials end alike, so that shares can not be told apart')
  return total
}

/** How many entries have more than j events, non-events and trials: all that the likelihood needs. */
type Rises = [events: Float64Array, others: Float64Array, trials: Float64Array]

function risesOf(events: ArrayLike<number>, trials: ArrayLike<number>): Rises {
  const most = Array.from(trials).reduce((a, b) => Math.max(a, b), 0)
  const rises: Rises = [new Float64Array(most + 1), new Float64Array(most + 1), new Float64Array(most + 1)]
  for (let i = 0; i < trials.length; i++) {
    ;[events[i]!, trials[i]! - events[i]!, trials[i]!].forEach((count, which) => {
      if (count > 0) rises[which]![count - 1]!++
    })
  }
  for (const rise of rises) for (let j = most - 1; j >= 0; j--) rise[j]! += rise[j + 1]!
  return rises
}

/** Logarithm of the likelihood, without the binomial coefficients. */
function likelihoodAt([events, others, trials]: Rises, mean: number, strength: number): number {
  let sum = 0
  for (let j = 0; j < trials.length; j++) {
    if (events[j]! > 0) sum += events[j]! * Math.log(mean * strength + j)
    if (others[j]! > 0) sum += others[j]! * Math.log((1 - mean) * strength + j)
    if (trials[j]! > 0) sum -= trials[j]! * Math.log(strength + j)
  }
  return sum
}

/** Newton's method in log alpha and log beta, damped until the likelihood rises. */
function climbed(counts: Rises, mean: number, strength: number) {
  let place: [number, number] = [Math.log(mean * strength), Math.log((1 - mean) * strength)]
  let value = likelihoodAt(counts, mean, strength)
  let damping = 1e-3
  for (let turn = 0; turn < 200 && damping < 1e12; turn++) {
    const step = stepAt(counts, place, damping)
    const next: [number, number] = [place[0] + step[0], place[1] + step[1]]
    const [alpha, beta] = [Math.exp(next[0]), Math.exp(next[1])]
    const risen =
      alpha + beta > STRONGEST ? -Infinity : likelihoodAt(counts, alpha / (alpha + beta), alpha + beta)
    if (risen >= value) {
      ;[place, damping] = [next, damping / 10]
      const small = Math.abs(step[0]) + Math.abs(step[1]) < 1e-12
      value = risen
      if (small) break
    } else damping = Math.max(damping, 1e-6) * 10
  }
  const [alpha, beta] = [Math.exp(place[0]), Math.exp(place[1])]
  return { mean: alpha / (alpha + beta), strength: alpha + beta, value }
}

function stepAt([events, others, trials]: Rises, place: [number, number], damping: number): [number, number] {
  const [alpha, beta] = [Math.exp(place[0]), Math.exp(place[1])]
  const sums = (counts: Float64Array, from: number) => {
    let [first, second] = [0, 0]
    for (let j = 0; j < counts.length && counts[j]! > 0; j++) {
      first += counts[j]! / (from + j)
      second -= counts[j]! / (from + j) ** 2
    }
    return { first, second }
  }
  const [a, b, both] = [sums(events, alpha), sums(others, beta), sums(trials, alpha + beta)]
  const gradient = [alpha * (a.first - both.first), beta * (b.first - both.first)] as const
  // Minus the second derivatives in logarithms.
  const aa = -(alpha ** 2 * (a.second - both.second) + gradient[0])
  const bb = -(beta ** 2 * (b.second - both.second) + gradient[1])
  const ab = alpha * beta * both.second
  const lift = damping * (Math.abs(aa) + Math.abs(bb) + 1e-12) + Math.max(0, lowestOf(aa, bb, ab)) * 1.5
  const [p, q] = [aa + lift, bb + lift]
  const below = p * q - ab * ab
  const limit = (step: number) => Math.max(-2, Math.min(2, step))
  return [
    limit((q * gradient[0] - ab * gradient[1]) / below),
    limit((p * gradient[1] - ab * gradient[0]) / below),
  ]
}

/** By how much the smallest eigenvalue lies below 0. */
function lowestOf(aa: number, bb: number, ab: number): number {
  return Math.hypot((aa - bb) / 2, ab) - (aa + bb) / 2
}
