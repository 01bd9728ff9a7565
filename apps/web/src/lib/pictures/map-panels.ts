import { COUNTRY, EAST, frameOf, JAVA_BALI, place, WEST, type Frame } from './projection.ts'
import type { Area } from './labels.ts'
import type { Lang } from '../site/lang.ts'

/** Frames of the wide map: the country, and Java and Bali larger in the empty ocean. */
export type WideMap = { width: number; height: number; country: Frame; inset: Frame; leader: string }

/** Frames of the narrow map, one under the other. */
export type NarrowMap = { width: number; height: number; west: Frame; east: Frame; java: Frame }

/** Names of the panels, for people. */
export const PANEL_NAMES: Record<Lang, { west: string; east: string; java: string }> = {
  id: {
    west: 'Sumatra, Jawa, Kalimantan',
    east: 'Nusa Tenggara, Sulawesi, Maluku, Papua',
    java: 'Jawa dan Bali, diperbesar',
  },
  en: {
    west: 'Sumatra, Java, Kalimantan',
    east: 'Nusa Tenggara, Sulawesi, Maluku, Papua',
    java: 'Java and Bali, enlarged',
  },
}

const WIDE = 1200
const NARROW = 340

/** The wide map: 1200 units across, its inset in the bottom left half, joined to its frame by two hairlines. */
export function wideMap(): WideMap {
  const country = frameOf(COUNTRY, { width: WIDE })
  const inset = frameOf(JAVA_BALI, { width: 600, x: 0.5, y: 488 })
  const [left, top] = place(country, JAVA_BALI.west, JAVA_BALI.north).map(Math.round) as [number, number]
  const [right, bottom] = place(country, JAVA_BALI.east, JAVA_BALI.south).map(Math.round) as [number, number]
  const leader =
    `M${left} ${top}H${right}V${bottom}H${left}z` +
    `M${left} ${bottom}L${inset.x} ${inset.y}M${right} ${bottom}L${inset.x + inset.width} ${inset.y}`
  return { width: WIDE, height: Math.ceil(inset.y + inset.height + 8), country, inset, leader }
}

/** The narrow map: 340 units across; islands and dots are divided among the panels, so that nothing is cut. */
export function narrowMap(): NarrowMap {
  const west = frameOf(WEST, { width: NARROW, y: 20 })
  const east = frameOf(EAST, { width: NARROW, y: Math.ceil(west.y + west.height + 34) })
  const java = frameOf(JAVA_BALI, { width: NARROW - 1, x: 0.5, y: Math.ceil(east.y + east.height + 34) })
  return { width: NARROW, height: Math.ceil(java.y + java.height + 1), west, east, java }
}

/** Rooms of the wide map that labels of the country must leave free: the Java frame, the inset, the slider. */
export function takenOnWide(map: WideMap): Area[] {
  const [left, top] = place(map.country, JAVA_BALI.west, JAVA_BALI.north)
  const [right, bottom] = place(map.country, JAVA_BALI.east, JAVA_BALI.south)
  return [
    { left, right, top, bottom },
    { left: 0, right: map.inset.width + 4, top: map.inset.y - 4, bottom: map.height },
    { left: WIDE * 0.54, right: WIDE, top: map.inset.y, bottom: map.height },
  ]
}
