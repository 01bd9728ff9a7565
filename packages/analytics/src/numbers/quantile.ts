/**
 * The quantile of numbers sorted ascending: linear between order statistics (type 7 of Hyndman & Fan 1996, as R does).
 * @example quantile([1, 2, 4], 0.25) // 1.5
 */
export function quantile(sorted: ArrayLike<number>, share: number): number {
  const place = share * (sorted.length - 1)
  const below = Math.floor(place)
  const above = Math.min(below + 1, sorted.length - 1)
  return sorted[below]! + (place - below) * (sorted[above]! - sorted[below]!)
}
