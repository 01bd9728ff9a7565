/**
 * What an edge is measured against. `snap`: a hit that no edge explains has probability eps. `r`: it comes from its best
 * earlier hit, edge or not, at eps of the density, and an edge gives `tied` of it.
 */
export type Objective = { name: 'snap' | 'r'; eps: number; tied: number }

/**
 * The published objectives: SNAP netinf with eps = 1e-64; NetworkInference with eps = 1e-10 and tied = 0.5.
 * @throws RangeError unless 0 < eps < 1 and eps < tied <= 1.
 * @example objectiveOf('snap').eps // 1e-64
 */
export function objectiveOf(
  name: Objective['name'],
  { eps = name === 'snap' ? 1e-64 : 1e-10, tied = 0.5 }: { eps?: number; tied?: number } = {},
): Objective {
  if (!(eps > 0 && eps < 1)) throw new RangeError(`objectiveOf: eps must be above 0 and below 1, got ${eps}`)
  if (!(tied > eps && tied <= 1)) {
    throw new RangeError(`objectiveOf: tied must be above eps and at most 1, got ${tied}`)
  }
  return { name, eps, tied: name === 'snap' ? 1 : tied }
}
