import { short } from './path.ts'
import type { MapPoint } from './marks.ts'
import { isWithin, place, type Frame } from './projection.ts'

/** From one region to another that follows it. */
export type MapArc = { from: string; to: string }

/**
 * Arcs of a frame as one path: each bent a little, wide where it begins and pointed where it ends, so that the direction is
 * seen without heads. Only those whose both ends lie in the frame and have a point there.
 */
export function arcsPath(
  frame: Frame,
  { points, arcs, width }: { points: readonly MapPoint[]; arcs: readonly MapArc[]; width: number },
): string {
  const at = new Map(points.filter((point) => isWithin(frame, point)).map((point) => [point.code, point]))
  return arcs
    .map(({ from, to }) => {
      const [a, b] = [at.get(from), at.get(to)]
      return a && b ? arcPath(place(frame, a.lon, a.lat), place(frame, b.lon, b.lat), width) : ''
    })
    .join('')
}

type Corner = readonly [number, number]

/** A blade from `a`, `width` wide there, to a point at `b`, bent to its left by a sixth of its length. */
function arcPath([ax, ay]: Corner, [bx, by]: Corner, width: number): string {
  const [dx, dy] = [bx - ax, by - ay]
  const length = Math.hypot(dx, dy)
  if (length < 1) return ''
  const [nx, ny] = [dy / length, -dx / length]
  const [mx, my] = [(ax + bx) / 2 + (nx * length) / 6, (ay + by) / 2 + (ny * length) / 6]
  const side = (w: number) => `${short(ax + nx * w)} ${short(ay + ny * w)}`
  const bend = (w: number) => `${short(mx + nx * w)} ${short(my + ny * w)}`
  const end = `${short(bx)} ${short(by)}`
  return `M${side(width / 2)}Q${bend(width / 4)} ${end}Q${bend(-width / 4)} ${side(-width / 2)}z`
}
