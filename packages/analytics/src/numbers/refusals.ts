/**
 * @throws RangeError, beginning with `what`, unless the value is a whole number from `least` to `most`.
 * @example refuseCount('draw: draws', 3) // nothing; 0.5 would throw "draw: draws must be a whole number from 1, got 0.5"
 */
export function refuseCount(what: string, value: number, least = 1, most = Infinity): void {
  if (Number.isInteger(value) && value >= least && value <= most) return
  const range = most < Infinity ? `${least} to ${most}` : least
  throw new RangeError(`${what} must be a whole number from ${range}, got ${value}`)
}

/** @throws RangeError, beginning with `what`, unless 0 < value < 1: a level, a confidence. */
export function refuseLevel(what: string, value: number): void {
  if (!(value > 0 && value < 1)) throw new RangeError(`${what} must lie between 0 and 1, got ${value}`)
}

/** @throws RangeError, beginning with `what`, unless 0 <= value <= 1: a share, a chance, a threshold. */
export function refuseShare(what: string, value: number): void {
  if (!(value >= 0 && value <= 1)) throw new RangeError(`${what} must lie from 0 to 1, got ${value}`)
}
