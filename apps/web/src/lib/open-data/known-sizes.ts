import type { Actor } from '@semai/domain/people/actor'
import type { Db } from '@semai/store/db/transaction'
import { fileSizes, type DatasetSize } from '@semai/store/exchange/file-sizes'

type Known = { version: string; at: Date; sizes: Promise<DatasetSize[]> }
let known: Known | null = null

/** Sizes of files may be this old: measuring takes most of a second, and a few records more change them little. */
const freshMinutes = 10

/** Sizes of the files, measured anew when the data changed and the last measure is not fresh any more. */
export function knownSizes(
  { db, actor, today, now }: { db: Db; actor: Actor; today: string; now: Date },
  version: string,
): Promise<DatasetSize[]> {
  const isFresh = known !== null && now.getTime() - known.at.getTime() < freshMinutes * 60_000
  if (known !== null && (known.version === version || isFresh)) return known.sizes
  const sizes = fileSizes(db, actor, today)
  known = { version, at: now, sizes }
  sizes.catch(() => (known = null)) // the next reader measures again
  return sizes
}
