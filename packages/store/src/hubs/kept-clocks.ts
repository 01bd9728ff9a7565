import type { Db } from '../db/transaction.ts'

/** How old a clock may be before it is read again. */
const freshMs = 60_000

type Kept<Clocks> = { until: number; clocks: Promise<Clocks>; isBeingRead: boolean }

/**
 * A reader of clocks that remembers. What it read at most a minute ago is answered as it is; what is older too, while it is read
 * again beside it, so that nobody but the first waits: medians of thousands of stays do not move within minutes.
 */
export function keptClocks<Clocks>(read: (db: Db) => Promise<Clocks>) {
  const kept = new WeakMap<Db, Kept<Clocks>>()
  return (db: Db, now: Date): Promise<Clocks> => {
    const until = now.getTime() + freshMs
    const there = kept.get(db)
    if (there === undefined) {
      const clocks = read(db)
      kept.set(db, { until, clocks, isBeingRead: false })
      clocks.catch(() => kept.delete(db))
      return clocks
    }
    if (now.getTime() >= there.until && !there.isBeingRead) {
      there.isBeingRead = true
      void renew(there, read(db), until)
    }
    return there.clocks
  }
}

/** A reading that fails leaves the clocks as they were; the next one who asks tries again. */
async function renew<Clocks>(kept: Kept<Clocks>, reading: Promise<Clocks>, until: number): Promise<void> {
  try {
    await reading
    kept.clocks = reading
    kept.until = until
  } catch {
    // What was read before stands.
  } finally {
    kept.isBeingRead = false
  }
}
