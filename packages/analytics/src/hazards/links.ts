/** How a chance p is tied to a linear predictor: log odds, or log of -log(1 - p) as in grouped Cox regression. */
export type Link = 'logit' | 'cloglog'

/** Fills `residual` (derivative by eta) and `weight` (expected information) of each row; gives the log-likelihood. */
type Fill = (
  eta: Float64Array,
  y: Float64Array,
  into: { residual: Float64Array; weight: Float64Array },
) => number

export const fills: Record<Link, Fill> = {
  logit(eta, y, { residual, weight }) {
    let sum = 0
    for (let i = 0; i < eta.length; i++) {
      const small = Math.exp(-Math.abs(eta[i]!))
      const p = eta[i]! > 0 ? 1 / (1 + small) : small / (1 + small)
      residual[i] = y[i]! - p
      weight[i] = small / ((1 + small) * (1 + small))
      sum -= Math.log1p(small) + (eta[i]! > 0 === y[i]! > 0 ? 0 : Math.abs(eta[i]!))
    }
    return sum
  },
  cloglog(eta, y, { residual, weight }) {
    let sum = 0
    for (let i = 0; i < eta.length; i++) {
      const hazard = Math.exp(eta[i]!)
      const share = hazard > 700 ? 0 : hazard < 1e-300 ? 1 : hazard / Math.expm1(hazard)
      residual[i] = y[i]! > 0 ? share : -hazard
      weight[i] = hazard * share
      sum += y[i]! > 0 ? Math.log(-Math.expm1(-hazard)) : -hazard
    }
    return sum
  },
}

/**
 * The chance of the event in a period, from its linear predictor.
 * @example chanceOf(0, 'logit') // 0.5
 */
export function chanceOf(eta: number, link: Link): number {
  return link === 'logit' ? 1 / (1 + Math.exp(-eta)) : -Math.expm1(-Math.exp(eta))
}

/** The linear predictor of a chance above 0 and below 1. */
export function predictorOf(chance: number, link: Link): number {
  return link === 'logit' ? Math.log(chance / (1 - chance)) : Math.log(-Math.log1p(-chance))
}
