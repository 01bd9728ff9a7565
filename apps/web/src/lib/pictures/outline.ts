import outline from '../../../../../data/outline/outline.json' with { type: 'json' }
import { clipRing } from './clip.ts'
import { pathRings, ringPath } from './path.ts'
import { northing, type Frame } from './projection.ts'

/** How finely the shared outline is drawn: `small` for pictures under 400 px, else `country`. */
export type OutlineLevel = 'country' | 'small'

/** The parts of the shared outline, so that a panel can leave out what it does not show. */
export type OutlinePart = 'west' | 'java' | 'east' | 'near'

export const OUTLINE_PARTS: readonly OutlinePart[] = ['near', 'west', 'java', 'east']

/** Path of one part, in units of its level. */
export function outlinePath(level: OutlineLevel, part: OutlinePart): string {
  return outline[level][part]
}

/** Id under which the page holds a part; `<use href="#…">` draws it. */
export function outlineId(level: OutlineLevel, part: OutlinePart): string {
  return `land-${level}-${part}`
}

/** SVG transform that lays the shared outline into a frame. */
export function outlineTransform(level: OutlineLevel, frame: Frame): string {
  const x = frame.x + (outline.origin.lon - frame.west) * frame.scale
  const y = frame.y + (northing(frame.north) - northing(outline.origin.lat)) * frame.scale
  return `translate(${round(x)} ${round(y)}) scale(${round(frame.scale / outline[level].unitsPerDegree)})`
}

/** Where the fade of the neighbours begins and ends at the eastern edge, in units of a level. */
export function fadeEdge(level: OutlineLevel): { from: number; to: number } {
  const units = outline[level].unitsPerDegree
  return {
    from: Math.round((141.02 - outline.origin.lon) * units),
    to: Math.round((142.8 - outline.origin.lon) * units),
  }
}

/** Land of a small span in fine detail, cut to the frame: paths in pixels of the frame times ten. */
export function closeOutline(frame: Frame): { home: string; near: string; transform: string } {
  const units = outline.close.unitsPerDegree
  const grain = 10
  const left = (frame.west - outline.origin.lon) * units
  const top = (northing(outline.origin.lat) - northing(frame.north)) * units
  const box = {
    left,
    right: left + (frame.width / frame.scale) * units,
    top,
    bottom: top + (frame.height / frame.scale) * units,
  }
  const zoom = (frame.scale / units) * grain
  const cut = (path: string): string =>
    pathRings(path)
      .map((ring) => clipRing(ring, box).map(([x, y]) => [(x - left) * zoom, (y - top) * zoom] as const))
      .map(ringPath)
      .join('')
  return {
    home: cut(outline.close.home),
    near: cut(outline.close.near),
    transform: `translate(${round(frame.x)} ${round(frame.y)}) scale(${1 / grain})`,
  }
}

function round(value: number): number {
  return Math.round(value * 10000) / 10000
}
