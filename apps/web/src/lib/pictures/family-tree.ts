import { short } from './path.ts'

/** A leaf: when it began, as a share of a year (2021.5), and how it is drawn. Without a date it hangs at the end. */
export type TreeLeaf = { at: number | null; kind: 'sure' | 'open' | 'stopped' }
export type TreeBranch = { name: string; leaves: readonly TreeLeaf[] }

/** A leaf in its place. */
export type PlacedLeaf = { x: number; y: number; kind: TreeLeaf['kind'] }
export type PlacedBranch = { name: string; y: number; path: string; line: string; leaves: PlacedLeaf[] }
export type FamilyTree = {
  width: number
  height: number
  root: { x: number; y: number }
  branches: PlacedBranch[]
  years: { year: number; x: number }[]
  /** Where leaves without a date hang; null where all have one. */
  undated: number | null
}

export const treeSize = {
  width: 1200,
  root: 22,
  names: 250,
  from: 470,
  to: 1120,
  undated: 1165,
  top: 40,
} as const
const radius = 4
const step = 2 * radius + 1
const least = 22

/**
 * A tree that lies on its side: from the root a bent branch to each group, its name, and its leaves along one axis of time.
 * Leaves that would cover each other stand above each other; a row is as high as it needs to be.
 * @param span first and last year of the axis, both drawn.
 */
export function familyTree(
  branches: readonly TreeBranch[],
  span: readonly [first: number, last: number],
): FamilyTree {
  const { width, root, names, from, to, undated, top } = treeSize
  const [first, last] = span
  const xOf = (at: number) => from + ((at - first) / Math.max(1, last + 1 - first)) * (to - from)
  const { rows, end: y } = rowsOf(branches, xOf)
  const middle = (top + y) / 2
  return {
    width,
    height: y + 26,
    root: { x: root, y: middle },
    years: yearsOf(first, last).map((year) => ({ year, x: xOf(year) })),
    undated: branches.some(({ leaves }) => leaves.some(({ at }) => at === null)) ? undated : null,
    branches: rows.map(({ name, base, spots }) => {
      const placed = spots.map(({ x, level, kind }) => ({ x, y: base - level * step, kind }))
      const end = Math.max(from, ...placed.map(({ x }) => x))
      const bend = (root + names) / 2
      return {
        name,
        y: base,
        path: `M${root} ${short(middle)}C${bend} ${short(middle)} ${bend} ${short(base)} ${names} ${short(base)}`,
        line: `M${from - 12} ${short(base)}H${short(end)}`,
        leaves: placed,
      }
    }),
  }
}

/** Where leaves stand, each row below the one before it. */
function rowsOf(branches: readonly TreeBranch[], xOf: (at: number) => number) {
  let y: number = treeSize.top
  const rows = branches.map(({ name, leaves }) => {
    const stacks = new Map<number, number>()
    const spots = leaves.map(({ at, kind }) => {
      const x = at === null ? treeSize.undated : Math.round(xOf(at) / step) * step
      const level = stacks.get(x) ?? 0
      stacks.set(x, level + 1)
      return { x, level, kind }
    })
    const high = Math.max(least, Math.max(1, ...stacks.values()) * step + 6)
    y += high
    return { name, base: y - least / 2, spots }
  })
  return { rows, end: y }
}

/** Every year, or every second, fifth …, so that names of years keep apart. */
function yearsOf(first: number, last: number): number[] {
  const every = [1, 2, 5, 10].find((step) => (last - first) / step <= 12) ?? 20
  return Array.from({ length: last - first + 1 }, (_, i) => first + i).filter((year) => year % every === 0)
}
