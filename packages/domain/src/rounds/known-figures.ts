import { answerNames } from '../innovations/still-running.ts'
import type { RunningAnswer } from '../innovations/still-running.ts'
import type { Says } from '../text/says.ts'
import { dateWords } from '../time/date-words.ts'

export const knownFigures = ['pulse', 'spending', 'claims', 'replicas', 'started'] as const
/** What the records already say about a locus, shown beside a question with its source; never filled in. */
export type KnownFigure = (typeof knownFigures)[number]

/** What each is called. */
export const knownFigureNames: Record<KnownFigure, Says> = {
  pulse: { id: 'Jawaban denyut terakhir', en: 'Latest answer to the pulse' },
  spending: {
    id: 'Realisasi menurut laporan triwulan terverifikasi',
    en: 'Spending by verified quarterly reports',
  },
  claims: { id: 'Klaim terverifikasi yang berlaku', en: 'Verified claims that hold' },
  replicas: { id: 'Replikasi yang berjalan', en: 'Replications that run' },
  started: { id: 'Mulai berjalan', en: 'Begun' },
}

/** What the records say about a locus on a day; null where they say nothing, or the figure is not of its kind. */
export type Known = {
  pulse: { answer: RunningAnswer; on: string } | null
  /** Whole rupiah of a year, over so many quarters whose reports were verified. */
  spending: { year: number; rupiah: number; quarters: number } | null
  claims: number | null
  replicas: number | null
  /** A day, month or year. */
  started: string | null
}

/** A figure in words; null where the records say nothing. */
export function knownWords(known: Known, figure: KnownFigure): Says | null {
  const { pulse, spending, started } = known
  if (figure === 'pulse') return pulse && pulseWords(pulse)
  if (figure === 'spending') return spending && spendingWords(spending)
  if (figure === 'started') return started === null ? null : inBoth((lang) => dateWords(lang, started))
  const count = known[figure]
  return count === null ? null : inBoth((lang) => count.toLocaleString(locales[lang]))
}

const locales = { id: 'id-ID', en: 'en-GB' } as const
const inBoth = (words: (lang: keyof Says) => string): Says => ({ id: words('id'), en: words('en') })

function pulseWords({ answer, on }: NonNullable<Known['pulse']>): Says {
  return inBoth((lang) => `${answerNames[answer][lang]}, ${dateWords(lang, on)}`)
}

function spendingWords({ year, rupiah, quarters }: NonNullable<Known['spending']>): Says {
  return {
    id: `Rp${rupiah.toLocaleString('id-ID')} pada ${year} (${quarters} triwulan)`,
    en: `Rp${rupiah.toLocaleString('en-GB')} in ${year} (${quarters} quarters)`,
  }
}
