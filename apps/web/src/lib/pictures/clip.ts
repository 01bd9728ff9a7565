/** A corner of a ring: x, y in any plane. */
export type Corner = readonly [number, number]

/** A rectangle in the same plane. */
export type Box = { left: number; right: number; top: number; bottom: number }

type Side = { keeps: (p: Corner) => boolean; crossing: (a: Corner, b: Corner) => Corner }

/** The part of a closed ring inside the box (Sutherland–Hodgman); empty when nothing is inside. `top` is the
 * smaller y. Parts that leave and come back are joined along the box edge. */
export function clipRing(ring: readonly Corner[], box: Box): Corner[] {
  let left: Corner[] = [...ring]
  for (const side of sides(box)) {
    const kept: Corner[] = []
    left.forEach((corner, index) => {
      const before = left.at(index - 1) as Corner
      if (side.keeps(corner)) {
        if (!side.keeps(before)) kept.push(side.crossing(before, corner))
        kept.push(corner)
      } else if (side.keeps(before)) kept.push(side.crossing(before, corner))
    })
    left = kept
    if (left.length === 0) return []
  }
  return left
}

function sides({ left, right, top, bottom }: Box): Side[] {
  const atX =
    (x: number) =>
    (a: Corner, b: Corner): Corner => [x, a[1] + ((b[1] - a[1]) * (x - a[0])) / (b[0] - a[0])]
  const atY =
    (y: number) =>
    (a: Corner, b: Corner): Corner => [a[0] + ((b[0] - a[0]) * (y - a[1])) / (b[1] - a[1]), y]
  return [
    { keeps: (p) => p[0] >= left, crossing: atX(left) },
    { keeps: (p) => p[0] <= right, crossing: atX(right) },
    { keeps: (p) => p[1] >= top, crossing: atY(top) },
    { keeps: (p) => p[1] <= bottom, crossing: atY(bottom) },
  ]
}
