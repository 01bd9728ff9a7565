import type { Corner } from './clip.ts'
import { place, type Frame } from './projection.ts'

/** A region's point: the seat of its government. `weak` means the position itself is an estimate. */
export type MapPoint = { code: string; name: string; lat: number; lon: number; weak?: boolean }

/**
 * How a mark is drawn. `hollow`: not yet confirmed, a ring in the group's colour. `lapsed`: not updated, a dashed ring.
 * `stopped`: a struck ring. `uncertain`: known by a date, but not since when, a diamond.
 */
export type MarkShape = 'solid' | 'hollow' | 'lapsed' | 'stopped' | 'uncertain'

/** What a map says about one region. `group` is the index of a time bucket or a strength; null is always shown. */
export type MapMark = { code: string; group: number | null; shape: MarkShape }

/** One meaning of a colour: a year, a strength. `tone` is a class of pictures.css. */
export type MapGroup = { label: string; tone: string }

/** Where the marks of one group stand in a frame, by the shape that draws them. */
export type MarkLayer = { group: number | null; tone: string } & Record<MarkShape, Corner[]>

/** The panels of the archipelago that a point belongs to. */
export type Panel = 'west' | 'java' | 'east'

const EASTERN = /^(52|53|7|8|9)/
const JAVA_AND_BALI = /^(3[1-6]|51)/

/** Panel of a region, from its ministry code. */
export function panelOf(code: string): Panel {
  if (JAVA_AND_BALI.test(code)) return 'java'
  return EASTERN.test(code) ? 'east' : 'west'
}

/** Whether a region stands on the map without a mark: regencies and cities with a government of their own,
 * and Jakarta, which is one government as a province. */
export function hasOwnGovernment(code: string): boolean {
  return code === '31' || (code.includes('.') && !code.startsWith('31.'))
}

/** Points of all regions a map shows: every government, and whatever else carries a mark. */
export function shownPoints(points: readonly MapPoint[], marks: readonly MapMark[]): MapPoint[] {
  const marked = new Set(marks.map((mark) => mark.code))
  return points.filter((point) => hasOwnGovernment(point.code) || marked.has(point.code))
}

/** Marks of a frame, one layer for each group that has any; later groups come later, so they lie above. */
export function markLayers(
  frame: Frame,
  {
    points,
    marks,
    groups,
  }: { points: readonly MapPoint[]; marks: readonly MapMark[]; groups: readonly MapGroup[] },
): MarkLayer[] {
  const at = new Map(points.map((point) => [point.code, point]))
  const layers = new Map<number | null, MarkLayer>()
  for (const mark of marks) {
    const point = at.get(mark.code)
    if (!point) continue
    const layer = layers.get(mark.group) ?? emptyLayer(mark.group, groups)
    layers.set(mark.group, layer)
    layer[mark.shape].push(place(frame, point.lon, point.lat))
  }
  return [...layers.values()].sort((a, b) => (a.group ?? -1) - (b.group ?? -1))
}

/** Short names of seats for a map: the word Kota stays where a regency has the same name, and names of provinces
 * lose their title. */
export function seatNames(points: readonly MapPoint[]): { code: string; text: string }[] {
  const bare = (name: string) => name.replace(/^(Kabupaten|Kota|Daerah Khusus Ibukota) /, '')
  const counts = new Map<string, number>()
  for (const point of points) counts.set(bare(point.name), (counts.get(bare(point.name)) ?? 0) + 1)
  return points.map((point) => {
    const shared = (counts.get(bare(point.name)) ?? 0) > 1 && point.name.startsWith('Kota ')
    return { code: point.code, text: shared ? point.name : bare(point.name) }
  })
}

function emptyLayer(group: number | null, groups: readonly MapGroup[]): MarkLayer {
  const tone = group === null ? 'tone-ink' : (groups[group]?.tone ?? 'tone-ink')
  return { group, tone, solid: [], hollow: [], lapsed: [], stopped: [], uncertain: [] }
}
