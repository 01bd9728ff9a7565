// Writes data/outline/outline.json from world-atlas (Natural Earth, public domain).
// Run by hand after an update of world-atlas:  node tools/outline.ts
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { feature } from 'topojson-client'
import { presimplify, simplify } from 'topojson-simplify'
import type { GeometryCollection, Topology } from 'topojson-specification'
import { clipRing, type Corner } from '../apps/web/src/lib/pictures/clip.ts'
import { pathRings, ringPath } from '../apps/web/src/lib/pictures/path.ts'
import { northing } from '../apps/web/src/lib/pictures/projection.ts'

type Countries = GeometryCollection<{ name: string }>
type Island = { rings: Corner[][]; mid: Corner; seats: number }

const NEIGHBOURS = ['Malaysia', 'Papua New Guinea', 'Timor-Leste', 'Brunei', 'Singapore']
const ORIGIN = { lon: 94, lat: 8 }
/** Neighbours are cut here: under two degrees past Papua, the north of Malaysia. */
const WINDOW = { west: 94.2, east: 142.8, south: -11.6, north: 7.6 }
/** Square degrees a corner must move to be kept: 0.7 px² at the scale each level is drawn at. */
const TOLERANCES = { small: 0.004, country: 0.0008, java: 0.0002, close: 0.00008 }
/** Smallest extent of an island without a seat, in degrees, for each level. */
const LEAST = { small: 0.14, country: 0.05, java: 0.04, close: 0.02 }

const atlas = createRequire(import.meta.url).resolve('world-atlas/countries-10m.json')
const weighed = presimplify(JSON.parse(readFileSync(atlas, 'utf8')) as Topology)
const levels = Object.fromEntries(
  Object.entries(TOLERANCES).map(([level, least]) => [level, simplify(weighed, least)]),
) as Record<keyof typeof TOLERANCES, Topology>

const seats = seatPlaces()
const islands = polygons(weighed, 'Indonesia').map((ring, index): Island => {
  const mid = middle(ring)
  return {
    rings: (['small', 'country', 'java', 'close'] as const).map(
      (level) => polygons(levels[level], 'Indonesia')[index] ?? [],
    ),
    mid,
    seats: seats.filter((seat) => distanceTo(ring, seat) < 0.045).length,
  }
})

const java = islands.filter((i) => i.mid[0] > 105 && i.mid[0] < 115.85 && i.mid[1] < -5.5)
const east = islands.filter((i) => i.mid[0] > 118.7 || (i.mid[0] > 115.85 && i.mid[1] < -7.6))
const west = islands.filter((i) => !java.includes(i) && !east.includes(i))

const outline = {
  source: 'Natural Earth 4.1.0, public domain, through world-atlas 2.0.2 (countries-10m)',
  origin: ORIGIN,
  country: {
    unitsPerDegree: 100,
    west: land(west, 'country', 100),
    java: land(java, 'java', 100),
    east: land(east, 'country', 100),
    near: near('country', 100),
  },
  small: {
    unitsPerDegree: 50,
    west: land(west, 'small', 50),
    java: land(java, 'small', 50),
    east: land(east, 'small', 50),
    near: near('small', 50),
  },
  close: {
    unitsPerDegree: 400,
    home: land(islands, 'close', 400),
    near: near('close', 400),
  },
}

writeFileSync(
  new URL('../data/outline/outline.json', import.meta.url),
  `${JSON.stringify(outline, null, 2)}\n`,
)
report()

function polygons(world: Topology, name: string): Corner[][] {
  const countries = world.objects['countries'] as Countries
  const shape = countries.geometries.find(
    (one) => (one.properties as { name?: string } | undefined)?.name === name,
  )
  if (!shape) throw new Error(`world-atlas has no country named ${name}`)
  const { geometry } = feature(world, shape) as GeoJSON.Feature
  if (geometry.type === 'Polygon') return [outer(geometry.coordinates)]
  if (geometry.type === 'MultiPolygon') return geometry.coordinates.map(outer)
  throw new Error(`${name} is a ${geometry.type}, not a polygon`)
}

function outer(rings: GeoJSON.Position[][]): Corner[] {
  return (rings[0] ?? []).slice(0, -1).map(([lon = 0, lat = 0]): Corner => [lon, lat])
}

/** Paths of the islands; one that a level loses comes from the next finer level if a seat stands on it. */
function land(list: Island[], level: keyof typeof TOLERANCES, units: number): string {
  const first = Object.keys(TOLERANCES).indexOf(level)
  return list
    .map((island) => {
      const full = island.rings.at(-1) ?? []
      if (island.seats === 0 && extent(full) < LEAST[level]) return ''
      const finer = island.seats > 0 ? island.rings.slice(first) : island.rings.slice(first, first + 1)
      return finer.map((ring) => ringPath(units2d(ring, units))).find((path) => path !== '') ?? ''
    })
    .join('')
}

function near(level: keyof typeof TOLERANCES, units: number): string {
  const box = { left: WINDOW.west, right: WINDOW.east, top: WINDOW.south, bottom: WINDOW.north }
  return NEIGHBOURS.flatMap((name) => polygons(levels[level], name))
    .filter((ring) => extent(ring) >= LEAST[level])
    .map((ring) => ringPath(units2d(clipRing(ring, box), units)))
    .join('')
}

function units2d(ring: readonly Corner[], units: number): Corner[] {
  return ring.map(([lon, lat]) => [
    (lon - ORIGIN.lon) * units,
    (northing(ORIGIN.lat) - northing(lat)) * units,
  ])
}

function middle(ring: Corner[]): Corner {
  const sum = ring.reduce(([a, b], [x, y]) => [a + x, b + y] as const, [0, 0] as Corner)
  return [sum[0] / ring.length, sum[1] / ring.length]
}

function extent(ring: Corner[]): number {
  const xs = ring.map((c) => c[0])
  const ys = ring.map((c) => c[1])
  return Math.max(Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys))
}

/** Degrees from a place to a ring: 0 inside it. */
function distanceTo(ring: Corner[], [x, y]: Corner): number {
  let inside = false
  let nearest = Infinity
  ring.forEach(([bx, by], index) => {
    const [ax, ay] = ring.at(index - 1) as Corner
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside
    const length = (bx - ax) ** 2 + (by - ay) ** 2
    const t =
      length === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length))
    nearest = Math.min(nearest, Math.hypot(x - ax - t * (bx - ax), y - ay - t * (by - ay)))
  })
  return inside ? 0 : nearest
}

/** Seats of regencies and cities, from the committed points (columns region_code, lat, lon and more). */
function seatPlaces(): Corner[] {
  const file = new URL('../data/regions/points.csv', import.meta.url)
  const [head = '', ...rows] = readFileSync(file, 'utf8').trim().split(/\r?\n/)
  const at = (name: string) => head.split(',').indexOf(name)
  return rows
    .map((row) => row.split(','))
    .filter((cells) => cells[at('region_code')]?.includes('.'))
    .map((cells): Corner => [Number(cells[at('lon')]), Number(cells[at('lat')])])
}

function report(): void {
  for (const level of ['small', 'country', 'close'] as const) {
    const parts = Object.values(outline[level]).filter((part) => typeof part === 'string')
    const rings = parts.flatMap((part) => pathRings(part))
    const at = seats.map(([lon, lat]) => units2d([[lon, lat]], outline[level].unitsPerDegree)[0] as Corner)
    const off = at.filter(
      (seat) =>
        Math.min(...rings.map((ring) => distanceTo(ring, seat))) > outline[level].unitsPerDegree * 0.09,
    )
    console.log(
      `${level}: ${(parts.join('').length / 1000).toFixed(1)} kB, ${rings.length} islands, ${off.length} seats more than 10 km from land`,
    )
  }
}
