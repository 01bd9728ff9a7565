/** Failed attempts, newest first, as milliseconds since 1970. */
export type Failures = readonly number[]

/** Where attempts are counted: one browser the account knows, all browsers it does not know, one network. */
export type LimitKind = 'known_device' | 'strangers' | 'network'

const minute = 60_000
/** This many failures within the window are free; each further one doubles the wait, up to `longest`. */
const limits: Record<LimitKind, { free: number; windowMs: number; firstMs: number; longestMs: number }> = {
  known_device: { free: 10, windowMs: 60 * minute, firstMs: 15_000, longestMs: 15 * minute },
  strangers: { free: 5, windowMs: 60 * minute, firstMs: 30_000, longestMs: 60 * minute },
  network: { free: 60, windowMs: 60 * minute, firstMs: 30_000, longestMs: 30 * minute },
}

/** How far back failures have to be read. */
export const failureWindowMs = 60 * minute

/**
 * How long this bucket has to wait before another attempt counts, in milliseconds; 0 for now. Somebody who guesses
 * fills the bucket of strangers; the owner, in a browser the account knows, is counted apart and gets in.
 */
export function waitBeforeSignIn(kind: LimitKind, failures: Failures, nowMs: number): number {
  const { free, windowMs, firstMs, longestMs } = limits[kind]
  const recent = failures.filter((at) => nowMs - at < windowMs)
  if (recent.length < free) return 0
  const wait = Math.min(longestMs, firstMs * 2 ** Math.min(20, recent.length - free))
  return Math.max(0, recent[0]! + wait - nowMs)
}
