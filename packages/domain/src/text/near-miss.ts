/**
 * The candidate a mistyped word probably means: at most a third of its letters differ, case and spaces do not count.
 * @returns `null` when nothing is near.
 * @example nearMiss('institusion', ['id', 'institution']) // 'institution'
 */
export function nearMiss(word: string, candidates: Iterable<string>): string | null {
  const plain = fold(word)
  let best: string | null = null
  let bestDistance = Math.floor(Math.max(plain.length, 3) / 3) + 1
  for (const candidate of candidates) {
    const other = fold(candidate)
    if (Math.abs(other.length - plain.length) >= bestDistance) continue
    const distance = editDistance(plain, other, bestDistance)
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance]
  }
  return best
}

/** Lower case, single spaces, no accents: how names are compared. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ')
    .trim()
}

function editDistance(a: string, b: string, limit: number): number {
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const current = [i]
    for (let j = 1; j <= b.length; j++) {
      const swap = previous[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)
      current.push(Math.min(swap, previous[j]! + 1, current[j - 1]! + 1))
    }
    if (Math.min(...current) >= limit) return limit
    previous = current
  }
  return previous[b.length]!
}
