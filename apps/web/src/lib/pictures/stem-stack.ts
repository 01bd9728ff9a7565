import { overlaps, type Area } from './labels.ts'

/** A label that hangs on a stem at x and is `width` px wide. */
export type Stem = { x: number; width: number }

/** A stem with the level its label stands on (0 nearest the axis) and the side of the stem it runs to. */
export type StackedStem<S extends Stem> = { stem: S; level: number; align: 'start' | 'end' }

type Side = 'start' | 'end'
type Placed<S extends Stem> = StackedStem<S> & { area: Area; crossed: number }

const GAP = 10

/** Stems in order of x, on levels where no two labels meet and no stem runs through a label; where that cannot be
 * had, with the fewest crossings. Tries both directions and both sides: O(n³), n being few dozen at most, in the number of stems. */
export function stackStems<S extends Stem>(
  stems: readonly S[],
  edge: { left: number; right: number },
): StackedStem<S>[] {
  const byX = [...stems].sort((a, b) => a.x - b.x)
  const tries = [byX.toReversed(), byX].flatMap((order) =>
    (['start', 'end'] as const).map((side) => settled(stacked(order, edge, side), edge)),
  )
  const best = tries.reduce((a, b) => (costOf(b) < costOf(a) ? b : a))
  return best.sort((a, b) => a.stem.x - b.stem.x).map(({ stem, level, align }) => ({ stem, level, align }))
}

function stacked<S extends Stem>(
  order: readonly S[],
  edge: { left: number; right: number },
  first: Side,
): Placed<S>[] {
  const placed: Placed<S>[] = []
  for (const stem of order) placed.push(bestSpot(stem, { placed, edge, first }))
  return placed
}

/** Each label once more put where it fits best among all the others. */
function settled<S extends Stem>(placed: Placed<S>[], edge: { left: number; right: number }): Placed<S>[] {
  let now = placed
  for (const { stem } of placed) {
    const others = now.filter((one) => one.stem !== stem)
    now = [...others, bestSpot(stem, { placed: others, edge, first: 'start' })]
  }
  return now
}

function bestSpot<S extends Stem>(
  stem: S,
  {
    placed,
    edge,
    first,
  }: { placed: readonly Placed<S>[]; edge: { left: number; right: number }; first: Side },
): Placed<S> {
  const sides: Side[] = first === 'start' ? ['start', 'end'] : ['end', 'start']
  const inside = sides.filter((side) => fits(stem, side, edge))
  const levels = Math.max(0, ...placed.map((one) => one.level + 1)) + 1
  return (inside.length > 0 ? inside : (['start'] as Side[]))
    .flatMap((align) => Array.from({ length: levels }, (_, level) => spotOf(stem, { level, align, placed })))
    .filter((spot) => spot !== null)
    .reduce((a, b) => (rank(b) < rank(a) ? b : a))
}

/** A label at a level, or null where it would cover another; `crossed` counts stems through labels. */
function spotOf<S extends Stem>(
  stem: S,
  { level, align, placed }: { level: number; align: Side; placed: readonly Placed<S>[] },
): Placed<S> | null {
  const left = align === 'start' ? stem.x + GAP : stem.x - GAP - stem.width
  const area = { left, right: left + stem.width, top: level, bottom: level + 0.9 }
  const wider = (other: Area) => ({ ...other, left: other.left - GAP, right: other.right + GAP })
  if (placed.some((other) => overlaps(area, wider(other.area)))) return null
  const crossed = placed.filter(
    (other) =>
      (other.level < level && isOver(stem.x, other.area)) ||
      (other.level > level && isOver(other.stem.x, area)),
  ).length
  return { stem, level, align, area, crossed }
}

function fits(stem: Stem, side: Side, edge: { left: number; right: number }): boolean {
  return side === 'start'
    ? stem.x + GAP + stem.width <= edge.right + 8
    : stem.x - GAP - stem.width >= edge.left
}

function isOver(x: number, area: Area): boolean {
  return x > area.left - 3 && x < area.right + 3
}

function rank(spot: { crossed: number; level: number }): number {
  return spot.crossed * 100 + spot.level
}

/** Crossings first, then height, then labels that run back in time. */
function costOf<S extends Stem>(placed: readonly Placed<S>[]): number {
  return placed.reduce((sum, spot) => {
    const crossed = placed.filter(
      (other) => other.level > spot.level && isOver(other.stem.x, spot.area),
    ).length
    return sum + rank({ crossed, level: spot.level }) + (spot.align === 'end' ? 0.3 : 0)
  }, 0)
}
