/** How high the curve can get: found from the data, at most a number, or known. */
export type Ceiling = { most: number } | { fixed: number } | undefined

/** How the ceiling of a fit came about: found, found below a bound, held at the bound, or given. */
export type CeilingKind = 'free' | 'within' | 'held' | 'fixed'

/** The number in a ceiling, null where it is free. */
export function limitOf(ceiling: Ceiling): number | null {
  return ceiling === undefined ? null : 'fixed' in ceiling ? ceiling.fixed : ceiling.most
}

/** The ceiling a fit was made under, for another fit like it. */
export function sameCeiling({ ceiling, limit }: { ceiling: CeilingKind; limit: number | null }): Ceiling {
  return limit === null ? undefined : ceiling === 'fixed' ? { fixed: limit } : { most: limit }
}

/**
 * The best fit under a ceiling, its first parameter being the ceiling: when the free one lies above a bound, the one
 * held at the bound. `above` says where the free one lay in that case, and is null otherwise.
 */
export function underCeiling<Found extends { optimum: { parameters: Float64Array } }>(
  ceiling: Ceiling,
  solve: (held?: number) => Found,
): Found & { kind: CeilingKind; above: number | null } {
  if (ceiling === undefined) return { ...solve(), kind: 'free', above: null }
  if ('fixed' in ceiling) return { ...solve(ceiling.fixed), kind: 'fixed', above: null }
  const found = solve()
  const above = found.optimum.parameters[0]!
  if (above <= ceiling.most) return { ...found, kind: 'within', above: null }
  return { ...solve(ceiling.most), kind: 'held', above }
}
