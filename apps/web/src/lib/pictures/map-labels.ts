import { placeLabels, type Area, type PlacedLabel } from './labels.ts'
import type { MapMark, MapPoint } from './marks.ts'
import { isWithin, place, type Frame } from './projection.ts'

/** A name to write on the map beside a region's dot. */
export type MapLabel = { code: string; text: string }

/** Labels of the places that lie in a frame, kept off its dots, each other and `avoid`. A place without room gets
 * none. The number beside each label is the group of its mark, so that it lights up with it. */
export function labelsIn(
  frame: Frame,
  input: {
    points: readonly MapPoint[]
    marks: readonly Pick<MapMark, 'code' | 'group'>[]
    labels: readonly MapLabel[]
    radius: number
    fontSize: number
    bounds?: Area
    avoid?: readonly Area[]
    reach?: number
  },
): { placed: PlacedLabel[]; groups: (number | null)[] } {
  const at = new Map(input.points.map((point) => [point.code, point]))
  const groups = new Map(input.marks.map((mark) => [mark.code, mark.group]))
  const named = input.labels.flatMap((label) => {
    const point = at.get(label.code)
    if (!point || !isWithin(frame, point)) return []
    const [x, y] = place(frame, point.lon, point.lat)
    return [{ x, y, lines: [label.text], group: groups.get(label.code) ?? null }]
  })
  const dots = input.points
    .filter((point) => groups.has(point.code) && isWithin(frame, point, 1))
    .map((point) => dotArea(place(frame, point.lon, point.lat), input.radius))
  const placed = placeLabels(named, {
    bounds: input.bounds ?? edges(frame),
    obstacles: [...dots, ...(input.avoid ?? [])],
    fontSize: input.fontSize,
    radius: input.radius,
    ...(input.reach === undefined ? {} : { reach: input.reach }),
  })
  return {
    placed,
    groups: placed.map((label) => (label.anchor as (typeof named)[number]).group),
  }
}

/** The edges of a frame in its drawing. */
export function edges(frame: Frame): Area {
  return { left: frame.x, right: frame.x + frame.width, top: frame.y, bottom: frame.y + frame.height }
}

function dotArea([x, y]: [number, number], radius: number): Area {
  return { left: x - radius, right: x + radius, top: y - radius, bottom: y + radius }
}
