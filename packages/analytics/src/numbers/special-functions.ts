const ROUND = 2 ** -52
const TINY = 1e-300
const HALF_LOG = Math.log(2 * Math.PI) / 2

/** Terms of Stirling's series, B(2k) / (2k (2k - 1)). */
const STIRLING = [
  1 / 12,
  -1 / 360,
  1 / 1260,
  -1 / 1680,
  1 / 1188,
  -691 / 360_360,
  1 / 156,
  -3617 / 122_400,
] as const

/**
 * Natural logarithm of the gamma function.
 * @throws RangeError unless x > 0.
 * Source: Stirling's series from 10 on, reached from below by Γ(x) = Γ(x + 1) / x.
 * @example logGamma(5) // 3.178053830347946, the logarithm of 24
 */
export function logGamma(x: number): number {
  if (!(x > 0)) throw new RangeError(`logGamma: needs x > 0, got ${x}`)
  if (x === 1 || x === 2) return 0 // where terms that cancel would leave their rounding
  let [above, product] = [x, 1]
  for (; above < 10; above++) product *= above
  return (above - 0.5) * Math.log(above) - above + HALF_LOG + stirlingRest(above) - Math.log(product)
}

/**
 * Natural logarithm of the beta function B(a, b), without the cancellation of three logarithms of gamma.
 * @throws RangeError unless a > 0 and b > 0.
 */
export function logBeta(a: number, b: number): number {
  if (!(a > 0) || !(b > 0)) throw new RangeError(`logBeta: needs a > 0 and b > 0, got ${a} and ${b}`)
  const [p, q] = a < b ? [a, b] : [b, a]
  if (q < 10) return logGamma(p) + logGamma(q) - logGamma(p + q)
  const share = p / (p + q)
  const rest = stirlingRest(q) - stirlingRest(p + q)
  if (p < 10) return logGamma(p) + rest + p - p * Math.log(p + q) + (q - 0.5) * Math.log1p(-share)
  return (
    -0.5 * Math.log(q) +
    HALF_LOG +
    stirlingRest(p) +
    rest +
    (p - 0.5) * Math.log(share) +
    q * Math.log1p(-share)
  )
}

/** What Stirling's formula leaves out of log gamma, for x >= 10. */
function stirlingRest(x: number): number {
  const inverse = 1 / (x * x)
  let sum = 0
  for (let k = STIRLING.length - 1; k >= 0; k--) sum = sum * inverse + STIRLING[k]!
  return sum / x
}

/**
 * Upper regularised incomplete gamma function Q(a, x) = Γ(a, x) / Γ(a), a share from 0 to 1.
 * @throws RangeError unless a > 0 and x >= 0.
 * Source: series and continued fraction as in Abramowitz & Stegun 6.5.29 and 6.5.31.
 * @example gammaUpper(1, 2) // 0.1353352832366127, which is e^-2
 */
export function gammaUpper(a: number, x: number): number {
  if (!(a > 0) || !(x >= 0)) throw new RangeError(`gammaUpper: needs a > 0 and x >= 0, got ${a} and ${x}`)
  if (x === 0) return 1
  if (x === Infinity) return 0
  if (x < a + 1) return 1 - gammaSeries(a, x)
  return (
    gammaWeight(a, x) /
    fraction(
      (n) => n * (a - n),
      (n) => x + 1 - a + 2 * n,
    )
  )
}

/** Lower regularised incomplete gamma function P(a, x) = 1 - Q(a, x), exact near 0. */
export function gammaLower(a: number, x: number): number {
  return x > 0 && x < a + 1 ? gammaSeries(a, x) : 1 - gammaUpper(a, x)
}

function gammaSeries(a: number, x: number): number {
  let term = 1 / a
  let sum = term
  for (let n = 1; Math.abs(term) > Math.abs(sum) * ROUND; n++) {
    term *= x / (a + n)
    sum += term
  }
  return sum * gammaWeight(a, x)
}

/** x^a e^-x / Γ(a), with the large terms cancelled before they are rounded. */
function gammaWeight(a: number, x: number): number {
  if (a < 10) return Math.exp(a * Math.log(x) - x - logGamma(a))
  const distance = (x - a) / a
  return Math.exp(a * (Math.log1p(distance) - distance) - stirlingRest(a)) * Math.sqrt(a / (2 * Math.PI))
}

/**
 * Regularised incomplete beta function I_x(a, b), a share from 0 to 1. `rest` is 1 - x, given where it is known better.
 * @throws RangeError unless a > 0, b > 0 and 0 <= x <= 1.
 * Source: continued fraction, Abramowitz & Stegun 26.5.8, by the modified Lentz method.
 * @example betaLower(0.5, 2, 3) // 0.6875
 */
export function betaLower(x: number, a: number, b: number, rest = 1 - x): number {
  if (!(a > 0) || !(b > 0) || !(x >= 0 && x <= 1)) {
    throw new RangeError(`betaLower: needs a, b > 0 and x from 0 to 1, got x=${x}, a=${a}, b=${b}`)
  }
  if (x === 0 || rest === 0) return x === 0 ? 0 : 1
  const front = Math.exp(a * Math.log(x) + b * Math.log(rest) - logBeta(a, b))
  return x < (a + 1) / (a + b + 2)
    ? front / (a * betaFraction(x, a, b))
    : 1 - front / (b * betaFraction(rest, b, a))
}

/** 1 - I_x(a, b), exact where it is small. */
export function betaUpper(x: number, a: number, b: number, rest = 1 - x): number {
  return betaLower(rest, b, a, x)
}

function betaFraction(x: number, a: number, b: number): number {
  return fraction(
    (n) => {
      const m = n >> 1
      const above = n % 2 === 0 ? m * (b - m) : -(a + m) * (a + b + m)
      return (above * x) / ((a + n - 1) * (a + n))
    },
    () => 1,
  )
}

/** The continued fraction under(0) + over(1) / (under(1) + over(2) / (under(2) + …)), by the modified Lentz method. */
function fraction(over: (n: number) => number, under: (n: number) => number): number {
  let value = away(under(0))
  let [c, d] = [value, 0]
  for (let n = 1; n < 200_000; n++) {
    const next = under(n)
    d = 1 / away(next + over(n) * d)
    c = away(next + over(n) / c)
    value *= c * d
    if (Math.abs(c * d - 1) < ROUND) break
  }
  return value
}

function away(value: number): number {
  return Math.abs(value) < TINY ? TINY : value
}
