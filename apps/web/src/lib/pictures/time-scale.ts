/** A stretch of time with its own colour: one year, or for the first bucket all years up to it. */
export type YearBucket = { year: number; label: string; andEarlier: boolean; tone: string }

/** Most buckets the year slider can show; the static style sheet knows indexes 0 to 14. */
export const MOST_BUCKETS = 15
const LAST_TONE = 16

/** Class of the colour for step `index` of `count` on the time scale, early dark to late light. */
export function timeTone(index: number, count: number): string {
  return `tone-${count < 2 ? 8 : Math.round((index * LAST_TONE) / (count - 1))}`
}

/** One bucket for each year from the first to the last. Beyond 15 years the earliest share the first bucket. */
export function yearBuckets(first: number, last: number): YearBucket[] {
  const start = Math.max(first, last - MOST_BUCKETS + 1)
  const count = Math.max(1, last - start + 1)
  return Array.from({ length: count }, (_, index) => {
    const andEarlier = index === 0 && first < start
    const year = start + index
    return { year, label: `${andEarlier ? '≤ ' : ''}${year}`, andEarlier, tone: timeTone(index, count) }
  })
}

/** Index of the bucket a year falls in: years before the first bucket count in it, later ones in the last. */
export function bucketOf(buckets: readonly YearBucket[], year: number): number {
  const first = buckets[0]?.year ?? year
  return Math.max(0, Math.min(buckets.length - 1, year - first))
}

/** How many fall in each bucket, and how many have by its end. */
export function bucketCounts(
  buckets: readonly YearBucket[],
  years: readonly number[],
): { opened: number; total: number }[] {
  let total = 0
  return buckets.map((_, index) => {
    const opened = years.filter((year) => bucketOf(buckets, year) === index).length
    total += opened
    return { opened, total }
  })
}
