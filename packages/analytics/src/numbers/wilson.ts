/** A share with its limits, each from 0 to 1. */
export type WilsonInterval = { share: number; lower: number; upper: number }

/**
 * The share of successes with its score interval, which stays within 0 and 1 and does not collapse at either.
 * @param z the normal quantile of the level; 1.96 is 95 per cent.
 * @throws RangeError unless 0 <= successes <= trials are whole numbers and trials > 0.
 * Source: Wilson, E. B. (1927). Probable inference, the law of succession, and statistical inference. JASA 22.
 * @example wilsonInterval(8, 10) // { share: 0.8, lower: 0.490…, upper: 0.943… }
 */
export function wilsonInterval(successes: number, trials: number, z = 1.959963984540054): WilsonInterval {
  const areWhole = Number.isInteger(successes) && Number.isInteger(trials)
  if (!areWhole || trials <= 0 || successes < 0 || successes > trials) {
    throw new RangeError(`wilsonInterval: needs 0 <= successes <= trials, got ${successes} of ${trials}`)
  }
  const share = successes / trials
  const middle = share + z ** 2 / (2 * trials)
  const half = z * Math.sqrt((share * (1 - share)) / trials + z ** 2 / (4 * trials ** 2))
  const scale = 1 + z ** 2 / trials
  const clamp = (value: number) => Math.min(1, Math.max(0, value))
  return { share, lower: clamp((middle - half) / scale), upper: clamp((middle + half) / scale) }
}
