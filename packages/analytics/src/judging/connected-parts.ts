import { joinedBy } from '../numbers/groups.ts'
import type { CodedReadings } from './readings.ts'

/** Entries and judges that readings join, directly or through others. */
export type Part = { entries: string[]; judges: string[] }

/**
 * The parts into which the readings fall, the largest first: within a part every two judges are joined by a chain of
 * entries that were read in common. Across parts severity can not be told from quality.
 * Cost: nearly linear in the readings.
 */
export function connectedParts({ entry, judge }: Pick<CodedReadings, 'entry' | 'judge'>): Part[] {
  const first = entry.names.length
  const pairs = Array.from(entry.codes, (code, r) => [code, first + judge.codes[r]!])
  return joinedBy(pairs)
    .map((nodes) => ({
      entries: nodes.flatMap((node) => (node < first ? entry.names[node]! : [])),
      judges: nodes.flatMap((node) => (node < first ? [] : judge.names[node - first]!)),
    }))
    .sort((a, b) => b.entries.length - a.entries.length)
}

/** A sentence that names the parts, or null when there is one only. */
export function partsProblem(parts: readonly Part[]): string | null {
  if (parts.length < 2) return null
  const named = parts.slice(0, 5).map(({ entries, judges }, i) => {
    return `part ${i + 1}: judges ${shortList(judges)} with entries ${shortList(entries)}`
  })
  const rest = parts.length > 5 ? `; and ${parts.length - 5} more` : ''
  return (
    `the readings fall into ${parts.length} parts that share neither judge nor entry, so that across them severity ` +
    `can not be told from quality and nothing is gained over plain means (${named.join('; ')}${rest})`
  )
}

function shortList(names: readonly string[]): string {
  const shown = names.slice(0, 6).join(', ')
  return names.length > 6 ? `${shown} and ${names.length - 6} more` : shown
}
