import type { Curve } from './least-squares.ts'
import type { Growth } from './starts.ts'

/** Counts by period; a period is from a time to a time, since the diffusion began. */
export type BassSeries = { y: Float64Array; from: Float64Array; to: Float64Array }

/**
 * Share of the ceiling that has adopted by time t in the Bass model: (1 - e) / (1 + (q / p) e), e = exp(-(p + q) t).
 * @example bassShare(5, 0.03, 0.38) // 0.3311986424913736
 */
export function bassShare(t: number, p: number, q: number): number {
  const gone = Math.exp(-(p + q) * t)
  return (-p * Math.expm1(-(p + q) * t)) / (p + q * gone)
}

/** Values and derivatives by m, p and q of the adoptions between two times. */
export function bassCurve(from: ArrayLike<number>, to: ArrayLike<number>): Curve {
  return (i, parameters, slopes) => {
    const [m, p, q] = parameters as unknown as [number, number, number]
    shareInto(to[i]!, p, q, slopes)
    const [share, byP, byQ] = slopes as unknown as [number, number, number]
    shareInto(from[i]!, p, q, slopes)
    slopes[0] = share - slopes[0]!
    slopes[1] = m * (byP - slopes[1]!)
    slopes[2] = m * (byQ - slopes[2]!)
    return m * slopes[0]
  }
}

/** F(t) and its derivatives by p and q, from F = p (1 - e) / (p + q e). */
function shareInto(t: number, p: number, q: number, into: Float64Array): void {
  const gone = Math.exp(-(p + q) * t)
  const done = -Math.expm1(-(p + q) * t)
  const below = p + q * gone
  const share = (p * done) / below
  into[0] = share
  into[1] = (done + p * t * gone - share * (1 - q * t * gone)) / below
  into[2] = (p * t * gone - share * gone * (1 - q * t)) / below
}

/** What is fitted to a series, whose ceiling may be held. */
export function bassGrowth({ y, from, to }: BassSeries, held?: number): Growth {
  const total = y.reduce((sum, count) => sum + Math.abs(count), 0)
  const span = to.at(-1)!
  const rate = { positive: true, low: 1e-10 / span, high: 1e3 / span }
  const grid: [number, number][] = []
  for (let a = -12; a <= 1; a++)
    for (let b = -3; b <= 5; b++) grid.push([Math.exp(a) / span, Math.exp(b) / span])
  const problem = {
    curve: bassCurve(from, to),
    y,
    limits: [{ positive: true, low: total * 1e-3, high: total * 1e6 }, rate, rate],
    free: held === undefined ? [0, 1, 2] : [1, 2],
  }
  return { problem, grid }
}
