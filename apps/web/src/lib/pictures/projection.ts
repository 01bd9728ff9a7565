/** A window on the map in degrees. */
export type Span = { west: number; east: number; south: number; north: number }

/** A span drawn at `scale` pixels a degree, its top left corner at x, y. */
export type Frame = Span & { scale: number; x: number; y: number; width: number; height: number }

/** Where a frame of a given width stands in its drawing. */
export type Setting = { width: number; x?: number; y?: number }

/** The whole country with a little sea around it. */
export const COUNTRY: Span = { west: 94.7, east: 141.3, south: -11.1, north: 6.2 }
/** Java, Madura and Bali, where seats crowd. */
export const JAVA_BALI: Span = { west: 104.9, east: 115.9, south: -8.95, north: -5.65 }
/** The western panel of narrow screens: Sumatra, Java, Kalimantan. */
export const WEST: Span = { west: 94.7, east: 119.3, south: -8.95, north: 6.0 }
/** The eastern panel of narrow screens: Nusa Tenggara, Sulawesi, Maluku, Papua. */
export const EAST: Span = { west: 115.7, east: 141.2, south: -11.1, north: 4.9 }

const RADIAN = Math.PI / 180
const STRETCH = Math.cos(6 * RADIAN) ** 2

/** Northing in degree units of the Lambert cylindrical equal-area projection, standard parallel 6°. */
export function northing(lat: number): number {
  return Math.sin(lat * RADIAN) / RADIAN / STRETCH
}

/** Latitude that has this northing: the inverse of `northing`. */
export function latitude(value: number): number {
  return Math.asin(Math.max(-1, Math.min(1, value * RADIAN * STRETCH))) / RADIAN
}

/** A frame that shows the span in the given width; the height follows from the projection. */
export function frameOf(span: Span, { width, x = 0, y = 0 }: Setting): Frame {
  const scale = width / (span.east - span.west)
  return { ...span, scale, x, y, width, height: (northing(span.north) - northing(span.south)) * scale }
}

/** Pixel position of a place in a frame. */
export function place(frame: Frame, lon: number, lat: number): [number, number] {
  return [
    frame.x + (lon - frame.west) * frame.scale,
    frame.y + (northing(frame.north) - northing(lat)) * frame.scale,
  ]
}

/** Whether a place lies in the span, or within `margin` degrees of it. */
export function isWithin(span: Span, at: { lon: number; lat: number }, margin = 0): boolean {
  return (
    at.lon >= span.west - margin &&
    at.lon <= span.east + margin &&
    at.lat >= span.south - margin &&
    at.lat <= span.north + margin
  )
}

/** A span around the places with room for their labels, at most `ratio` times as wide as high and never
 * narrower than `least` degrees. Places may be one point. */
export function spanAround(
  places: readonly { lon: number; lat: number }[],
  { ratio = 1.6, least = 1.2, pad = 0.16 }: { ratio?: number; least?: number; pad?: number } = {},
): Span {
  const lons = places.map((p) => p.lon)
  const lats = places.map((p) => northing(p.lat))
  const [west, east] = [Math.min(...lons), Math.max(...lons)]
  const [low, high] = [Math.min(...lats), Math.max(...lats)]
  const room = 1 + 2 * pad
  const width = Math.max((east - west) * room, (high - low) * room * ratio, least)
  const height = width / ratio < (high - low) * room ? (high - low) * room : width / ratio
  const [cx, cy] = [(west + east) / 2, (low + high) / 2]
  return {
    west: cx - width / 2,
    east: cx + width / 2,
    south: latitude(cy - height / 2),
    north: latitude(cy + height / 2),
  }
}
