/** Who was hit when, the first at 0; by time. */
export type SimulatedCascade = { node: number; time: number }[]

/**
 * A cascade on a known network: from a random node, each edge of a node that is hit transmits with `chance` after an
 * exponential delay of rate 1, and what comes after `window` is not seen. Cascades of one node are drawn again.
 * `out` lists the nodes that each node's edges lead to; `uniform` draws from [0, 1).
 */
export function simulatedCascade(
  out: readonly (readonly number[])[],
  { chance, window = Infinity, uniform }: { chance: number; window?: number; uniform: () => number },
): SimulatedCascade {
  for (;;) {
    const cascade = spreadFrom(Math.floor(uniform() * out.length), out, { chance, window, uniform })
    if (cascade.length > 1) return cascade
  }
}

function spreadFrom(
  first: number,
  out: readonly (readonly number[])[],
  { chance, window, uniform }: { chance: number; window: number; uniform: () => number },
): SimulatedCascade {
  const time = new Map([[first, 0]])
  const waiting = new Set([first])
  const cascade: SimulatedCascade = []
  while (waiting.size > 0) {
    let node = -1
    for (const one of waiting) if (node < 0 || time.get(one)! < time.get(node)!) node = one
    waiting.delete(node)
    cascade.push({ node, time: time.get(node)! })
    for (const next of out[node]!) {
      if (uniform() >= chance) continue
      const then = time.get(node)! - Math.log(1 - uniform())
      if (then < window && then < (time.get(next) ?? Infinity)) {
        time.set(next, then)
        waiting.add(next)
      }
    }
  }
  return cascade
}
