/** One entry of a frame: what can be drawn, and the province it is drawn within where the sample is stratified. */
export type FrameEntry = { code: string; province: string }

/** The name of the method, with its version: it stands beside every draw. */
export const drawMethod = 'semai-draw-1'

const header = 'code,province'

/**
 * The frame as it is published and hashed: a line for each entry, by code, ended by line feeds. Two frames with the same
 * entries are the same text.
 * @example frameText([{ code: 'REP-2', province: '35' }, { code: 'REP-1', province: '' }]) // 'code,province\nREP-1,\nREP-2,35\n'
 */
export function frameText(entries: readonly FrameEntry[]): string {
  const lines = entries.map(({ code, province }) => `${code},${province}\n`).toSorted(byBytes)
  return `${header}\n${lines.join('')}`
}

/**
 * The entries of a published frame.
 * @throws RangeError for what is no frame, or names a code twice.
 */
export function readFrame(text: string): FrameEntry[] {
  const [first, ...lines] = text.replaceAll('\r\n', '\n').split('\n').filter(Boolean)
  if (first !== header) throw new RangeError(`readFrame: the first line is not "${header}"`)
  const entries = lines.map((line) => {
    const [, code, province] = /^([\w-]{1,40}),(\d{0,2})$/.exec(line) ?? []
    if (code === undefined) throw new RangeError(`readFrame: not a line of a frame: "${line.slice(0, 60)}"`)
    return { code, province: province! }
  })
  if (new Set(entries.map(({ code }) => code)).size !== entries.length) {
    throw new RangeError('readFrame: a code stands twice')
  }
  return entries
}

export type Draw = { size: number; seed: string; isStratified: boolean }

/**
 * The codes that a seed draws from a frame, in the order of the draw: the entries with the smallest digests of
 * `seed`, a line feed and the code. Stratified, each province gives its part by largest remainders, and the order is by
 * province. Anybody with the frame and the seed draws the same, in any language that has SHA-256.
 * @param digest SHA-256 of a text in UTF-8, as lower-case hexadecimal.
 * @throws RangeError unless 1 <= size <= entries.
 */
export function drawSample(
  entries: readonly FrameEntry[],
  { size, seed, isStratified }: Draw,
  digest: (text: string) => string,
): string[] {
  if (!Number.isInteger(size) || size < 1 || size > entries.length) {
    throw new RangeError(`drawSample: needs 1 to ${entries.length}, got ${size}`)
  }
  const ranked = entries
    .map((entry) => ({ ...entry, rank: digest(`${seed}\n${entry.code}`) }))
    .toSorted((a, b) => byBytes(a.rank, b.rank))
  if (!isStratified) return ranked.slice(0, size).map(({ code }) => code)
  const strata = Map.groupBy(ranked, ({ province }) => province)
  const parts = shares(new Map([...strata].map(([province, members]) => [province, members.length])), size)
  return [...parts].flatMap(([province, count]) =>
    strata
      .get(province)!
      .slice(0, count)
      .map(({ code }) => code),
  )
}

/** How many of each province: the whole part of its share, the rest to the largest remainders, then to the lower code. */
function shares(counts: ReadonlyMap<string, number>, size: number): Map<string, number> {
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0)
  const exact = [...counts]
    .toSorted(([a], [b]) => byBytes(a, b))
    .map(([province, count]) => ({
      province,
      whole: Math.floor((size * count) / all),
      rest: (size * count) % all,
    }))
  const missing = size - exact.reduce((sum, { whole }) => sum + whole, 0)
  const more = new Set(
    exact
      .toSorted((a, b) => b.rest - a.rest || byBytes(a.province, b.province))
      .slice(0, missing)
      .map(({ province }) => province),
  )
  return new Map(exact.map(({ province, whole }) => [province, whole + Number(more.has(province))]))
}

/** By the code units themselves: the same everywhere, whatever the language of the machine. */
function byBytes(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
