import { expect, test } from 'vitest'
import { familyTree, treeSize } from './family-tree.ts'
import type { TreeLeaf } from './family-tree.ts'

const leaf = (at: number | null, kind: TreeLeaf['kind'] = 'sure'): TreeLeaf => ({ at, kind })

test('leaves stand along the axis of time, and those without a date at its end', () => {
  const { branches, undated } = familyTree(
    [{ name: 'Jawa Timur', leaves: [leaf(2018), leaf(2025.9), leaf(null)] }],
    [2018, 2025],
  )
  const [early, late, bare] = branches[0]!.leaves
  expect(early!.x).toBeCloseTo(treeSize.from, -1)
  expect(late!.x).toBeCloseTo(treeSize.to, -1.3)
  expect([bare!.x, undated]).toEqual([treeSize.undated, treeSize.undated])
})

test('leaves of one day stand above each other, and the row is as high as they need', () => {
  const batch = Array.from({ length: 6 }, () => leaf(2020.3))
  const tree = familyTree(
    [
      { name: 'A', leaves: batch },
      { name: 'B', leaves: [leaf(2020.3)] },
    ],
    [2018, 2025],
  )
  const [a, b] = tree.branches
  expect(new Set(a!.leaves.map(({ x, y }) => `${x} ${y}`)).size).toBe(6)
  expect(b!.y - a!.y).toBeGreaterThanOrEqual(20)
  expect(Math.min(...a!.leaves.map(({ y }) => y))).toBeGreaterThan(treeSize.top)
  expect(tree.height).toBeGreaterThan(b!.y)
})

test('no two leaves of a tree of three hundred cover each other', () => {
  const branches = Array.from({ length: 30 }, (_, p) => ({
    name: `P${p}`,
    leaves: Array.from({ length: 10 }, (_, i) => leaf(2017 + ((p * 7 + i * 13) % 90) / 10)),
  }))
  const spots = familyTree(branches, [2017, 2025]).branches.flatMap(({ leaves }) => leaves)
  expect(spots.length).toBe(300)
  for (const [i, one] of spots.entries())
    for (const other of spots.slice(i + 1))
      expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThanOrEqual(8)
})

test('names of years keep apart', () => {
  expect(familyTree([], [2017, 2025]).years.length).toBe(9)
  expect(familyTree([], [1990, 2026]).years.map(({ year }) => year)).toEqual([
    1990, 1995, 2000, 2005, 2010, 2015, 2020, 2025,
  ])
})
