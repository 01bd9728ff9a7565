import { expect, test } from 'vitest'
import { moranScatter } from './moran-scatter.ts'
import { shareLines } from './share-lines.ts'
import { smallPath, smallSize } from './small-multiples.ts'

const size = { width: 400, height: 300, top: 20, right: 100, bottom: 20, left: 40 }

test('small pictures have one scale: nothing lies on the floor, all at the top', () => {
  const { path, area, end } = smallPath([0, 0.5, 1])
  const floor = smallSize.height - smallSize.bottom
  expect(path).toBe(`M2 ${floor}L98 ${(floor + smallSize.top) / 2}L194 ${smallSize.top}`)
  expect(area.startsWith(path)).toBe(true)
  expect(end).toEqual({ x: 194, y: smallSize.top })
})

test('names at the ends of lines keep apart, whatever their shares', () => {
  const line = (key: string, ...values: number[]) => ({ key, name: key, values })
  const { ends, shares, years } = shareLines([line('a', 0, 0.5), line('b', 0.1, 0.49)], [2020, 2021], size)
  expect(ends.map(({ key, share }) => [key, share])).toEqual([
    ['a', 0.5],
    ['b', 0.49],
  ])
  expect(ends[1]!.y - ends[0]!.y).toBeGreaterThanOrEqual(34)
  expect(shares.map(({ share }) => share.toFixed(1))).toEqual(['0.0', '0.1', '0.2', '0.3', '0.4', '0.5'])
  expect(years.map(({ x }) => x)).toEqual([40, 300])
})

test('a long name takes the lines it needs, and the next keeps as much further away', () => {
  const lines = [
    { key: 'a', name: 'Daerah yang tertinggal', values: [0, 0.5] },
    { key: 'b', name: 'Daerah lain', values: [0, 0.5] },
  ]
  const { ends } = shareLines(lines, [2020, 2021], size)
  expect(ends.map(({ names }) => names)).toEqual([['Daerah yang', 'tertinggal'], ['Daerah lain']])
  expect(ends[1]!.y - ends[0]!.y).toBe(50)
})

test('a dot has its own share across and that of its neighbours up, and a name covers no dot', () => {
  const points = Array.from({ length: 20 }, (_, i) => ({
    code: String(i),
    name: `Provinsi ${i}`,
    share: i / 20,
    around: (i % 5) / 5,
  }))
  const { dots, labels, centre } = moranScatter(points, { ...size, right: 20 })
  expect(dots.map(({ x }) => x)).toEqual(dots.map(({ x }) => x).toSorted((a, b) => a - b))
  expect(dots[0]!.x).toBe(40)
  expect(centre.x).toBeCloseTo((dots[9]!.x + dots[10]!.x) / 2, 6)
  for (const { area } of labels)
    for (const { x, y } of dots)
      expect(x > area.left && x < area.right && y > area.top && y < area.bottom).toBe(false)
})
