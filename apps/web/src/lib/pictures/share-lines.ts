import type { ChartSize } from './lasting-chart.ts'
import { short } from './path.ts'

/** A group's share from 0 to 1, one a year. */
export type ShareLine = { key: string; name: string; values: readonly number[] }

/** About how wide a letter is, and how far apart lines of a name stand. */
const [letter, lineHeight] = [8, 16]

/** Lines of shares on one axis, with names at their ends moved apart, in as many lines as they need. */
export function shareLines(lines: readonly ShareLine[], years: readonly number[], size: ChartSize) {
  const { width, height, top, right, bottom, left } = size
  const highest = Math.max(0.1, ...lines.flatMap(({ values }) => values))
  const most = Math.min(1, Math.ceil(highest * 10) / 10)
  const x = (i: number) => left + (i / Math.max(1, years.length - 1)) * (width - left - right)
  const y = (share: number) => height - bottom - (share / most) * (height - top - bottom)
  const every = Math.ceil((years.length * 46) / (width - left - right))
  const steps = most > 0.5 ? 0.2 : 0.1
  const ends = lines
    .map(({ key, name, values }) => {
      const share = values.at(-1) ?? 0
      return { key, names: packed(name, Math.floor((right - 8) / letter)), share, y: y(share) }
    })
    .toSorted((a, b) => a.y - b.y)
  ends.forEach((end, i) => {
    const above = ends[i - 1]
    if (above) end.y = Math.max(end.y, above.y + 18 + lineHeight * above.names.length)
  })
  return {
    lines: lines.map(({ key, values }) => ({
      key,
      path: `M${values.map((value, i) => `${short(x(i))} ${short(y(value))}`).join('L')}`,
    })),
    ends,
    shares: Array.from({ length: Math.floor(most / steps + 1e-9) + 1 }, (_, i) => ({
      share: i * steps,
      y: y(i * steps),
    })),
    years: years.map((year, i) => ({ year, x: x(i), label: (years.length - 1 - i) % every === 0 })),
  }
}

/** The words of a name in lines of at most so many signs, a longer word in a line of its own. */
function packed(name: string, most: number): string[] {
  const lines: string[] = []
  for (const word of name.split(' ')) {
    const longer = `${lines.at(-1) ?? ''} ${word}`.trim()
    if (lines.length > 0 && longer.length <= most) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}
