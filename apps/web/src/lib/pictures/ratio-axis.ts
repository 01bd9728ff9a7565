/** An axis of ratios, equal steps for equal factors, in which 1 stands in the middle. */
export type RatioAxis = {
  /** Place of a ratio in px, kept within the axis. */
  x(ratio: number): number
  ticks: number[]
}

/** The axis that holds all of these ratios, at least from a half to two and at most from an eighth to eight. */
export function ratioAxis(ratios: readonly number[], width: number): RatioAxis {
  const furthest = Math.max(1, ...ratios.map((ratio) => Math.abs(Math.log2(ratio))))
  const reach = Math.min(3, Math.ceil(furthest))
  const x = (ratio: number) => {
    const at = Math.min(reach, Math.max(-reach, Math.log2(ratio)))
    return width / 2 + (at / reach) * (width / 2 - 6)
  }
  return { x, ticks: Array.from({ length: 2 * reach + 1 }, (_, i) => 2 ** (i - reach)) }
}
