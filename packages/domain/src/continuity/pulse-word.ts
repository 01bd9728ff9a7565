import type { RunOnRecord } from './observed-run.ts'

/** What pulses say of a running. Days are `YYYY-MM-DD`. */
export type PulseWord = {
  /** The last day on which somebody answered that it runs, and how long that holds. */
  ranOn: string | null
  holdsUntil: string | null
  /** The newest answer, where it says that it stopped: the day it was said, the day it stopped, and why. */
  stop: { saidOn: string; on: string; reason: string } | null
  /** The day on which the newest pulse was due, where nobody answered it. */
  unansweredSince: string | null
}

type Run = RunOnRecord & { kind: 'event' | 'state'; validUntil: string | null; stopReason: string | null }

const later = (a: string | null, b: string | null) => (a === null || (b !== null && b > a) ? b : a)

/**
 * A running as it stands once pulses are heard too. An answer that it runs is news of it and holds for its time; one that it
 * stopped ends it, unless somebody said later that it runs; a pulse nobody answered is silence since the day it was due. How
 * strong the claim is does not come into it: no answer makes it stronger.
 */
export function withPulse<Row extends Run>(
  run: Row,
  word: PulseWord,
): Row & { unansweredSince: string | null } {
  const lastSeen = later(run.lastSeen, word.ranOn)!
  const isSilent = word.unansweredSince !== null && lastSeen < word.unansweredSince
  const { stop } = word
  const ended =
    run.stoppedOn === null && stop !== null && lastSeen <= stop.saidOn
      ? { stoppedOn: stop.on, stopReason: stop.reason }
      : {}
  const validUntil = run.kind === 'state' ? later(run.validUntil, word.holdsUntil) : run.validUntil
  return { ...run, lastSeen, validUntil, ...ended, unansweredSince: isSilent ? word.unansweredSince : null }
}
