/** Labels of groups, one a row. */
export type Labels = ArrayLike<string | number>

/** Rows by group: `of[row]` counts from 0 in the order in which the labels first come up. */
export type Groups<Label = string | number> = { of: Int32Array; labels: Label[] }

/** Numbers the distinct labels. */
export function groupsOf<Label>(labels: ArrayLike<Label>): Groups<Label> {
  const numbers = new Map<Label, number>()
  const of = Int32Array.from({ length: labels.length }, (_, row) => {
    const known = numbers.get(labels[row]!)
    if (known !== undefined) return known
    numbers.set(labels[row]!, numbers.size)
    return numbers.size - 1
  })
  return { of, labels: [...numbers.keys()] }
}

/**
 * Positions by the group they belong to: those of group g are members[start[g]] to below members[start[g + 1]], in order.
 * @example membersOf([1, 0, 1], 2).members // Int32Array [1, 0, 2]
 */
export function membersOf(
  groupAt: ArrayLike<number>,
  groups: number,
  length = groupAt.length,
): { start: Int32Array; members: Int32Array } {
  const start = new Int32Array(groups + 1)
  for (let i = 0; i < length; i++) start[groupAt[i]! + 1]!++
  for (let g = 0; g < groups; g++) start[g + 1]! += start[g]!
  const cursor = start.slice()
  const members = new Int32Array(length)
  for (let i = 0; i < length; i++) members[cursor[groupAt[i]!]!++] = i
  return { start, members }
}

/**
 * Things joined by the lists they share, directly or through others: the largest group first, then in the order of the
 * lists. Cost: nearly linear.
 * @example joinedBy([['x', 'y'], ['z']]) // [['x', 'y'], ['z']]
 */
export function joinedBy<Thing>(lists: readonly (readonly Thing[])[]): Thing[][] {
  const parent = new Map<Thing, Thing>()
  const root = (thing: Thing): Thing => {
    let own = thing
    while (parent.get(own) !== own) {
      parent.set(own, parent.get(parent.get(own)!)!)
      own = parent.get(own)!
    }
    return own
  }
  for (const things of lists) {
    for (const thing of things) {
      const above = parent.get(thing)
      if (above === undefined) parent.set(thing, things[0]!)
      else if (above !== things[0]) parent.set(root(thing), root(things[0]!))
    }
  }
  return [...Map.groupBy(parent.keys(), root).values()].sort((a, b) => b.length - a.length)
}
