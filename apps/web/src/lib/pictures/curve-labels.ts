import type { Lang } from '../site/lang.ts'
import type { Curve } from './curve.ts'
import { countText, dateText } from './day.ts'
import { textWidth } from './labels.ts'

/** A name at the right end of a line: its figure, its words, and where its line ends. */
export type EndLabel = {
  figure: string
  words: string
  y: number
  end: number
  kind: 'own' | 'known-by' | 'official'
}

/** A note on a tall step. */
export type StepNote = { lines: [string, string]; x: number; y: number; align: 'start' | 'end'; lead: string }

const WORDS = {
  id: {
    own: 'bertanggal',
    knownBy: 'termasuk tanpa tanggal',
    official: 'hitungan resmi',
    target: 'sasaran',
    gap: (count: string) => `${count} belum bertanggal`,
    day: (count: string, unit: string) => `${count} ${unit} pada satu hari`,
  },
  en: {
    own: 'with a date',
    knownBy: 'with undated ones',
    official: 'official count',
    target: 'target',
    gap: (count: string) => `${count} without a date`,
    day: (count: string, unit: string) => `${count} ${unit} on one day`,
  },
}

/** Names of the lines at their ends, top to bottom, moved apart to at least `gap` px. Below, the words of the
 * difference between the official count and the dated one, or null where nothing is missing. */
export function endLabels(
  curve: Curve,
  lang: Lang,
  gap = 24,
  officialAs: 'official' | 'target' = 'official',
): { labels: EndLabel[]; missing: string | null } {
  const words = WORDS[lang]
  const ends: EndLabel[] = []
  if (curve.official) {
    const end = endOf(curve, curve.official.last.count, 'official', lang)
    ends.push({ ...end, words: words[officialAs] })
  }
  if (curve.knownBy && curve.knownBy.total > curve.total)
    ends.push(endOf(curve, curve.knownBy.total, 'known-by', lang))
  ends.push(endOf(curve, curve.total, 'own', lang))
  ends.sort((a, b) => a.end - b.end)
  // Of a target nothing is missing a date: it is still to come.
  const missing = officialAs === 'target' ? 0 : (curve.official?.last.count ?? 0) - curve.total
  return { labels: movedApart(ends, gap), missing: missing > 0 ? words.gap(countText(missing, lang)) : null }
}

/** Width of the longest of these names with its figure, as written beside the line. */
export function roomForEnds(labels: readonly EndLabel[]): number {
  return Math.max(
    0,
    ...labels.map(({ figure, words }) => figure.length * 13.5 + 5 + textWidth(words, 13) * 1.06),
  )
}

/** Notes on the tall steps, in the free room left above the curve or right below it, apart from each other. */
export function stepNotes(curve: Curve, lang: Lang, unit: string): StepNote[] {
  const notes: StepNote[] = []
  for (const step of curve.tall) {
    const lines: [string, string] = [
      `${dateText(step.day, lang)}:`,
      WORDS[lang].day(countText(step.count, lang), unit),
    ]
    const note = noteAt(curve, step, lines)
    const taken = notes.some((other) => Math.abs(other.y - note.y) < 44 && sharesWidth(note, other))
    if (!taken) notes.push(note)
  }
  return notes
}

function endOf(curve: Curve, count: number, kind: EndLabel['kind'], lang: Lang): EndLabel {
  const words = WORDS[lang]
  const said = kind === 'own' ? words.own : kind === 'official' ? words.official : words.knownBy
  const at = curve.y(count)
  return { figure: countText(count, lang), words: said, y: at, end: at, kind }
}

function movedApart(ends: EndLabel[], gap: number): EndLabel[] {
  const moved = ends.map((end) => ({ ...end }))
  for (let round = 0; round < 20; round++) {
    for (let i = 1; i < moved.length; i++) {
      const [upper, lower] = [moved[i - 1] as EndLabel, moved[i] as EndLabel]
      const short = gap - (lower.y - upper.y)
      if (short <= 0) continue
      upper.y -= short / 2
      lower.y += short / 2
    }
  }
  return moved
}

/** Left of the step where the text fits above the curve, else right of its foot. */
function noteAt(curve: Curve, step: Curve['tall'][number], lines: [string, string]): StepNote {
  const width = Math.max(...lines.map((line) => textWidth(line, 13)))
  const middle = (step.top + step.bottom) / 2
  const floor = curve.size.height - curve.size.bottom
  const fitsLeft = step.x - curve.size.left > width + 40
  if (fitsLeft) {
    const y = Math.max(curve.size.top + 6, middle - 10)
    const x = Math.min(step.x - 34, officialBefore(curve, y + 20) - 10)
    return { lines, x, y, align: 'end', lead: `M${x + 5} ${Math.round(y)}H${Math.round(step.x - 3)}` }
  }
  const y = Math.min(floor - 46, middle + 10)
  const x = step.x + 26
  return { lines, x, y, align: 'start', lead: `M${Math.round(step.x + 3)} ${Math.round(y)}H${x - 5}` }
}

/** Where the official line, which only rises, has come down to a height; Infinity when there is none. */
function officialBefore(curve: Curve, y: number): number {
  const dots = curve.official?.dots ?? []
  const after = dots.findIndex((dot) => dot.y <= y)
  const [a, b] = [dots[after - 1], dots[after]]
  if (!b) return Infinity
  if (!a) return b.x
  return a.x + ((y - a.y) / (b.y - a.y)) * (b.x - a.x)
}

function sharesWidth(a: StepNote, b: StepNote): boolean {
  return Math.abs(a.x - b.x) < 220
}
