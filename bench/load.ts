import autocannon from 'autocannon'

/** What a round of load gave. */
export type Load = { perSecond: number; medianMs: number; p99Ms: number; failed: number }

/** Asks `paths` in turn, over and over, on `connections` connections for `seconds`. */
export async function load(
  origin: string,
  paths: readonly string[],
  connections: number,
  seconds: number,
): Promise<Load> {
  const result = await autocannon({
    url: origin,
    connections,
    duration: seconds,
    requests: paths.map((path) => ({ path })),
  })
  return {
    perSecond: result.requests.average,
    medianMs: result.latency.p50,
    p99Ms: result.latency.p99,
    failed: result.non2xx + result.errors + result.timeouts,
  }
}

/** Milliseconds of single requests, one after the other, to a tenth. */
export async function singleRequestsMs(origin: string, paths: readonly string[]): Promise<number[]> {
  const times: number[] = []
  for (const path of paths) {
    const start = performance.now()
    await (await fetch(origin + path)).arrayBuffer()
    times.push(performance.now() - start)
  }
  return times
}

/** The middle value; the mean of both middle ones for an even count. @throws RangeError for none. */
export function median(values: readonly number[]): number {
  if (values.length === 0) throw new RangeError('median: no values')
  const sorted = values.toSorted((a, b) => a - b)
  const half = sorted.length / 2
  return Number.isInteger(half) ? (sorted[half - 1]! + sorted[half]!) / 2 : sorted[Math.floor(half)]!
}
