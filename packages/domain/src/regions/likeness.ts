/**
 * The figures that "regions like this one" compares, and whether each is compared on a log scale because it varies
 * over orders of magnitude. Shown beside every comparison; a figure that a region lacks is left out for that pair.
 */
export const likenessFigures = {
  population: { log: true },
  area_km2: { log: true },
  poverty_rate: { log: false },
  hdi: { log: false },
  grdp_per_capita_rp: { log: true },
} as const
export type LikenessFigure = keyof typeof likenessFigures

/** Fewest figures two regions must share to be compared at all. */
export const likenessMinShared = 3

/** A figure on the scale it is compared on. @throws RangeError for a value <= 0 on a log scale. */
export function comparable(figure: LikenessFigure, value: number): number {
  if (!likenessFigures[figure].log) return value
  if (!(value > 0)) throw new RangeError(`comparable: ${figure} must be above 0, got ${value}`)
  return Math.log(value)
}

/** Whether an attribute takes part in the comparison. */
export function isLikenessFigure(attribute: string): attribute is LikenessFigure {
  return Object.hasOwn(likenessFigures, attribute)
}
