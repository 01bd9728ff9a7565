/** The scale on which a limit is symmetric: of the share itself, of its logarithm, of log(-log). */
export type BandScale = 'plain' | 'log' | 'logLog'

/** Pointwise limits; NaN where the scale has none. */
export type Band = { lower: Float64Array; upper: Float64Array }

/**
 * Limits for shares with standard errors, `z` errors to each side on each scale, kept from 0 to 1.
 * Source: Kalbfleisch & Prentice (2002), The Statistical Analysis of Failure Time Data, section 1.4.
 */
export function bandsOf(share: Float64Array, se: Float64Array, z: number): Record<BandScale, Band> {
  const band = (limit: (p: number, half: number) => number): Band => {
    const side = (sign: 1 | -1) => share.map((p, i) => Math.min(1, Math.max(0, limit(p, sign * z * se[i]!))))
    return { lower: side(-1), upper: side(1) }
  }
  return {
    plain: band((p, half) => p + half),
    log: band((p, half) => (p > 0 ? p * Math.exp(half / p) : NaN)),
    logLog: band((p, half) => (p > 0 && p < 1 ? p ** Math.exp(half / (p * Math.log(p))) : NaN)),
  }
}

/**
 * The first time at which a falling curve is below `level`; where it stays at the level for a while, the middle of that
 * while. NaN when the curve does not get there. Limits that are NaN are passed over.
 */
export function timeAtLevel(time: Float64Array, curve: Float64Array, level: number): number {
  const near = 1.5e-8 // as R has it: half of the digits
  const at = curve.findIndex((value) => value < level + near)
  if (at < 0) return NaN
  if (Math.abs(curve[at]! - level) >= near) return time[at]!
  const next = curve.findIndex((value) => value < curve[at]!)
  return next < 0 ? time[at]! : (time[at]! + time[next]!) / 2
}
