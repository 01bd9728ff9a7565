import type { Corner } from './clip.ts'

/** A number with at most one decimal, written as short as SVG allows. */
export function short(value: number): string {
  const text = String(Math.round(value * 10) / 10)
  return text === '-0' ? '0' : text.replace(/^(-?)0\./, '$1.')
}

/** Path of a closed ring in whole units, relative and as short as SVG allows; '' for fewer than 3 corners left
 * after rounding. */
export function ringPath(ring: readonly Corner[]): string {
  const corners = ring
    .map(([x, y]): Corner => [Math.round(x), Math.round(y)])
    .filter((corner, index, all) => {
      const before = all.at(index - 1) as Corner
      return corner[0] !== before[0] || corner[1] !== before[1]
    })
  const [first, ...rest] = corners
  if (!first || rest.length < 2) return ''
  let text = `M${first[0]} ${first[1]}l`
  let [x, y] = first
  for (const [nextX, nextY] of rest) {
    const dx = nextX - x
    const dy = nextY - y
    text += (text.endsWith('l') || dx < 0 ? '' : ' ') + dx + (dy < 0 ? '' : ' ') + dy
    x = nextX
    y = nextY
  }
  return `${text}z`
}

/** Corners of a path written by `ringPath`: one ring for each closed part. */
export function pathRings(path: string): Corner[][] {
  return path
    .split('z')
    .filter((part) => part !== '')
    .map((part) => {
      const numbers = part.match(/-?\d+/g)?.map(Number) ?? []
      let [x = 0, y = 0] = numbers
      const ring: Corner[] = [[x, y]]
      for (let i = 2; i + 1 < numbers.length; i += 2) {
        x += numbers[i] ?? 0
        y += numbers[i + 1] ?? 0
        ring.push([x, y])
      }
      return ring
    })
}

/** Path of dots: zero-length strokes that a round line cap turns into discs. */
export function dotPath(places: readonly Corner[]): string {
  return places.map(([x, y]) => `M${short(x)} ${short(y)}h0`).join('')
}

/** Path of circles of radius `r`: for rings that are dashed, which dots can not be. */
export function circlePath(places: readonly Corner[], r: number): string {
  const [s, d] = [short(r), short(r * 2)]
  return places
    .map(([x, y]) => `M${short(x - r)} ${short(y)}a${s} ${s} 0 1 1 ${d} 0a${s} ${s} 0 1 1-${d} 0`)
    .join('')
}

/** Path of open diamonds with half-diagonal `r`. */
export function diamondPath(places: readonly Corner[], r: number): string {
  const s = short(r)
  return places.map(([x, y]) => `M${short(x - r)} ${short(y)}l${s}-${s} ${s} ${s}-${s} ${s}z`).join('')
}

/** Path of short slashes through dots of radius `r`. */
export function slashPath(places: readonly Corner[], r: number): string {
  const half = r * 0.7
  return places
    .map(([x, y]) => `M${short(x - half)} ${short(y + half)}l${short(half * 2)} ${short(-half * 2)}`)
    .join('')
}
