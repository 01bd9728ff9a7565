/**
 * The strongly connected parts of a directed graph, `next[i]` being where the arrows of node i lead: within a part every
 * node can be reached from every other. A part comes before those that lead to it. Cost: O(nodes + arrows).
 * Source: Tarjan (1972), SIAM J. Computing 1, without recursion.
 */
export function strongParts(next: readonly (readonly number[])[]): number[][] {
  const n = next.length
  const found = new Int32Array(n).fill(-1)
  const lowest = new Int32Array(n)
  const done = new Uint8Array(n)
  const taken = new Int32Array(n)
  const open: number[] = []
  const parts: number[][] = []
  let clock = 0
  for (let root = 0; root < n; root++) {
    const path = found[root] === -1 ? [root] : []
    while (path.length > 0) {
      const node = path.at(-1)!
      if (found[node] === -1) {
        found[node] = lowest[node] = clock++
        open.push(node)
      }
      const to = next[node]![taken[node]!++]
      if (to !== undefined) {
        if (found[to] === -1) path.push(to)
        else if (!done[to]) lowest[node] = Math.min(lowest[node]!, found[to]!)
        continue
      }
      path.pop()
      const above = path.at(-1)
      if (above !== undefined) lowest[above] = Math.min(lowest[above]!, lowest[node]!)
      if (lowest[node] !== found[node]) continue
      const part = open.splice(open.indexOf(node))
      for (const own of part) done[own] = 1
      parts.push(part)
    }
  }
  return parts
}
