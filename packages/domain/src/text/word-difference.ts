/** A run of text that is in both, only in the new one, or only in the old one. */
export type Change = { kind: 'same' | 'added' | 'removed'; text: string }

/** Word pairs compared at most: beyond, what differs is shown as one block removed and one added. */
const most = 4_000_000

/**
 * The shortest way from one text to another, word by word: joined in order, `same` and `removed` give the old text
 * back, `same` and `added` the new one. White space belongs to the word before it.
 * Cost: O(n·m) for the n and m words between the common beginning and end.
 * @example wordDifference('antre di loket', 'antre dari rumah')
 *   // [{ kind: 'same', text: 'antre ' }, { kind: 'removed', text: 'di loket' }, { kind: 'added', text: 'dari rumah' }]
 */
export function wordDifference(before: string, after: string): Change[] {
  const old = wordsOf(before)
  const fresh = wordsOf(after)
  let start = 0
  while (start < old.length && start < fresh.length && old[start] === fresh[start]) start++
  let end = 0
  while (end < old.length - start && end < fresh.length - start && old.at(-1 - end) === fresh.at(-1 - end))
    end++
  const middle = between(old.slice(start, old.length - end), fresh.slice(start, fresh.length - end))
  return joined([
    ...old.slice(0, start).map((text): Change => ({ kind: 'same', text })),
    ...middle,
    ...old.slice(old.length - end).map((text): Change => ({ kind: 'same', text })),
  ])
}

function wordsOf(text: string): string[] {
  return text.match(/\S+\s*|^\s+/g) ?? []
}

function between(old: readonly string[], fresh: readonly string[]): Change[] {
  const removed = (words: readonly string[]) => words.map((text): Change => ({ kind: 'removed', text }))
  const added = (words: readonly string[]) => words.map((text): Change => ({ kind: 'added', text }))
  if (old.length * fresh.length > most) return [...removed(old), ...added(fresh)]
  const width = fresh.length + 1
  const common = new Uint32Array((old.length + 1) * width)
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = fresh.length - 1; j >= 0; j--) {
      common[i * width + j] =
        old[i] === fresh[j]
          ? common[(i + 1) * width + j + 1]! + 1
          : Math.max(common[(i + 1) * width + j]!, common[i * width + j + 1]!)
    }
  }
  const changes: Change[] = []
  let [i, j] = [0, 0]
  while (i < old.length && j < fresh.length) {
    if (old[i] === fresh[j]) {
      changes.push({ kind: 'same', text: old[i]! })
      i++
      j++
    } else if (common[(i + 1) * width + j]! >= common[i * width + j + 1]!)
      changes.push(...removed([old[i++]!]))
    else changes.push(...added([fresh[j++]!]))
  }
  return [...changes, ...removed(old.slice(i)), ...added(fresh.slice(j))]
}

/** Neighbours of one kind become one run; within a change what was removed comes first. */
function joined(changes: readonly Change[]): Change[] {
  const runs: Change[] = []
  for (const { kind, text } of changes) {
    const last = runs.at(-1)
    const beforeLast = runs.at(-2)
    if (last?.kind === kind) last.text += text
    else if (kind === 'removed' && last?.kind === 'added' && beforeLast?.kind === 'removed')
      beforeLast.text += text
    else if (kind === 'removed' && last?.kind === 'added') runs.splice(-1, 0, { kind, text })
    else runs.push({ kind, text })
  }
  return runs
}
