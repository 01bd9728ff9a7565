import { expect, test } from 'vitest'
import { clipRing } from './clip.ts'
import { overlaps, placeLabels } from './labels.ts'
import { hasOwnGovernment, markLayers, panelOf, seatNames } from './marks.ts'
import { pathRings, ringPath } from './path.ts'
import { COUNTRY, frameOf, latitude, northing, place, spanAround } from './projection.ts'
import { closeOutline, OUTLINE_PARTS, outlinePath } from './outline.ts'

test('the projection keeps areas: a degree cell shrinks with the cosine of its latitude', () => {
  const ratio = (northing(10.5) - northing(9.5)) / (northing(0.5) - northing(-0.5))
  expect(ratio).toBeCloseTo(Math.cos((10 * Math.PI) / 180), 4)
  expect(latitude(northing(-8.21))).toBeCloseTo(-8.21, 10)
})

test('a frame puts its corners at its corners', () => {
  const frame = frameOf(COUNTRY, { width: 1200 })
  expect(place(frame, COUNTRY.west, COUNTRY.north)).toEqual([0, 0])
  const [x, y] = place(frame, COUNTRY.east, COUNTRY.south)
  expect([Math.round(x), Math.round(y)]).toEqual([1200, Math.round(frame.height)])
})

test('a span around one point still has room', () => {
  const span = spanAround([{ lon: 110, lat: -7 }])
  expect([span.west, span.east]).toEqual([109.4, 110.6])
})

test('a path can be read back as the ring it was written from', () => {
  expect(
    ringPath([
      [0, 0],
      [10, 0],
      [10, -5],
      [0.2, 0.1],
    ]),
  ).toBe('M10 0l0-5-10 5z')
  expect(pathRings('M0 0l10 0 0-5z')).toEqual([
    [
      [0, 0],
      [10, 0],
      [10, -5],
    ],
  ])
})

test('a ring is cut at the edge of a box', () => {
  const square = [
    [0, 0],
    [10, 0],
    [10, 10],
    [0, 10],
  ] as const
  expect(clipRing(square, { left: 5, right: 20, top: -5, bottom: 5 })).toEqual([
    [5, 5],
    [5, 0],
    [10, 0],
    [10, 5],
  ])
  expect(clipRing(square, { left: 20, right: 30, top: 0, bottom: 5 })).toEqual([])
})

test('the outline of the country stays under 40 kB and every part is there', () => {
  const sizes = OUTLINE_PARTS.map((part) => outlinePath('country', part).length)
  expect(sizes.every((size) => size > 1000)).toBe(true)
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(40_000)
})

test('the outline of one province is cut to its frame', () => {
  const frame = frameOf({ west: 114, east: 116, south: -9, north: -8 }, { width: 600 })
  const corners = pathRings(closeOutline(frame).home).flat()
  expect(corners.length).toBeGreaterThan(50)
  expect(corners.every(([x, y]) => x >= 0 && x <= 6000 && y >= 0 && y <= frame.height * 10 + 1)).toBe(true)
})

test('Jakarta is one government, its administrative cities are none', () => {
  expect(['31', '31.71', '32', '32.01'].map(hasOwnGovernment)).toEqual([true, false, false, true])
})

test('regions fall into the panel of their island', () => {
  expect(['11.01', '31', '51.08', '52.01', '64.71', '73.71', '96.01'].map(panelOf)).toEqual([
    'west',
    'java',
    'java',
    'east',
    'west',
    'east',
    'east',
  ])
})

test('marks are drawn by group and shape, and later groups lie above', () => {
  const frame = frameOf(COUNTRY, { width: 1200 })
  const points = ['a', 'b'].map((code) => ({ code, name: code, lat: 0, lon: 110 }))
  const groups = [
    { label: '2017', tone: 'tone-0' },
    { label: '2018', tone: 'tone-16' },
  ]
  const marks = [
    { code: 'a', group: 1, shape: 'stopped' },
    { code: 'b', group: 0, shape: 'hollow' },
  ] as const
  const layers = markLayers(frame, { points, marks, groups })
  expect(layers.map((l) => [l.tone, l.solid.length, l.hollow.length, l.stopped.length])).toEqual([
    ['tone-0', 0, 1, 0],
    ['tone-16', 0, 0, 1],
  ])
})

test('a city keeps its title where a regency shares its name', () => {
  const named = (name: string) => ({ code: name, name, lat: 0, lon: 0 })
  expect(
    seatNames(['Kabupaten Kediri', 'Kota Kediri', 'Kota Batu'].map(named)).map((one) => one.text),
  ).toEqual(['Kediri', 'Kota Kediri', 'Batu'])
})

test('labels cover neither each other nor a dot, and one without room is left out', () => {
  const room = {
    bounds: { left: 0, right: 300, top: 0, bottom: 120 },
    obstacles: [],
    fontSize: 12,
    radius: 4,
  }
  const anchors = ['Banyuwangi', 'Situbondo', 'Jember'].map((text, i) => ({
    x: 150 + i,
    y: 60,
    lines: [text],
  }))
  const placed = placeLabels(anchors, room)
  expect(placed.length).toBe(3)
  const pairs = placed.flatMap((a, i) => placed.slice(i + 1).map((b) => overlaps(a.area, b.area)))
  expect(pairs).toEqual([false, false, false])
  expect(placeLabels(anchors, { ...room, bounds: { left: 0, right: 30, top: 0, bottom: 120 } })).toEqual([])
})
