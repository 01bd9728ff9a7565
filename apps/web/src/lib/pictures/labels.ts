/** A label to place: the point it names, its lines of text. Earlier anchors are served first. */
export type Anchor = { x: number; y: number; lines: readonly string[] }

/** A rectangle by its edges. */
export type Area = { left: number; right: number; top: number; bottom: number }

/** A placed label: where its text starts, how it is aligned, and the hairline from the point. */
export type PlacedLabel = {
  anchor: Anchor
  x: number
  y: number
  align: 'start' | 'middle' | 'end'
  area: Area
  lead: [number, number, number, number]
}

export type LabelRoom = {
  bounds: Area
  /** Dots and areas that labels should not cover; a point has equal edges. */
  obstacles: readonly Area[]
  fontSize: number
  /** Radius of the dots the labels name. */
  radius: number
  /** Shorter than all: try only places this near; a label that finds none is left out. */
  reach?: number
}

const SIDES = [0, 30, -30, 60, -60, 150, -150, 180, 120, -120, 90, -90]
const DISTANCES = [6, 14, 26, 40, 58, 78]

/** Width of a text in the site's face at semi-bold, in px: close enough to keep labels apart. */
export function textWidth(text: string, fontSize: number): number {
  let units = 0
  for (const letter of text) {
    units += /[iljtfrI.,:'’|\s]/.test(letter)
      ? 0.34
      : /[mwMWØ@%]/.test(letter)
        ? 0.9
        : /[A-Z0-9]/.test(letter)
          ? 0.68
          : 0.58
  }
  return units * fontSize
}

/** Labels placed beside their points so that none covers another, a dot, or the edge. A label without room is
 * left out rather than drawn over something. */
export function placeLabels(anchors: readonly Anchor[], room: LabelRoom): PlacedLabel[] {
  const placed: PlacedLabel[] = []
  for (const anchor of anchors) {
    const best = candidates(anchor, room)
      .map((candidate) => ({ candidate, cost: costOf(candidate, placed, room) }))
      .reduce<{ candidate: PlacedLabel; cost: number } | null>(
        (found, next) => (next.cost < (found?.cost ?? Infinity) ? next : found),
        null,
      )
    if (best) placed.push(best.candidate)
  }
  return placed
}

/** Whether two rectangles share any room. */
export function overlaps(a: Area, b: Area): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
}

function candidates(anchor: Anchor, room: LabelRoom): PlacedLabel[] {
  const distances = DISTANCES.filter((distance) => distance <= (room.reach ?? Infinity))
  return distances.flatMap((distance) => SIDES.map((side) => labelAt(anchor, { side, distance, room })))
}

function labelAt(
  anchor: Anchor,
  { side, distance, room }: { side: number; distance: number; room: LabelRoom },
): PlacedLabel {
  const { fontSize, radius } = room
  const [dx, dy] = [Math.cos((side * Math.PI) / 180), Math.sin((side * Math.PI) / 180)]
  const endX = anchor.x + dx * (radius + distance)
  const endY = anchor.y + dy * (radius + distance)
  const align = Math.abs(dx) < 0.1 ? 'middle' : dx > 0 ? 'start' : 'end'
  const width = Math.max(...anchor.lines.map((line) => textWidth(line, fontSize)))
  const height = anchor.lines.length * fontSize * 1.25
  const x = endX + (align === 'start' ? 3 : align === 'end' ? -3 : 0)
  const left = align === 'start' ? x : align === 'end' ? x - width : x - width / 2
  const top = align === 'middle' ? (dy > 0 ? endY : endY - height) : endY - height / 2
  return {
    anchor,
    x,
    y: top + fontSize * 0.98,
    align,
    area: { left: left - 2, right: left + width + 2, top, bottom: top + height },
    lead: [anchor.x + dx * radius, anchor.y + dy * radius, endX, endY],
  }
}

/** Infinity where the label would cover a label or leave the bounds; else distance plus what it covers. */
function costOf(label: PlacedLabel, placed: readonly PlacedLabel[], room: LabelRoom): number {
  const { area, lead } = label
  const { bounds } = room
  if (area.left < bounds.left || area.right > bounds.right) return Infinity
  if (area.top < bounds.top || area.bottom > bounds.bottom) return Infinity
  if (placed.some((other) => overlaps(area, other.area) || crosses(lead, other))) return Infinity
  const covered = room.obstacles.filter((obstacle) => overlaps(area, grown(obstacle, 1.5))).length
  if (covered > 0) return Infinity
  const [x1, y1, x2, y2] = lead
  const length = Math.hypot(x2 - x1, y2 - y1)
  const slope = Math.abs(y2 - y1) / (length + 1)
  return length + slope * 4 + (label.align === 'start' ? 0 : 3) + (label.align === 'middle' ? 2 : 0)
}

function crosses(lead: readonly number[], other: PlacedLabel): boolean {
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = lead
  return [0.25, 0.5, 0.75, 1].some((t) => {
    const [x, y] = [x1 + (x2 - x1) * t, y1 + (y2 - y1) * t]
    return overlaps({ left: x, right: x + 0.1, top: y, bottom: y + 0.1 }, other.area)
  })
}

function grown(area: Area, by: number): Area {
  return { left: area.left - by, right: area.right + by, top: area.top - by, bottom: area.bottom + by }
}
