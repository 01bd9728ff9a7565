import type { Lang } from '../site/lang.ts'
import { batches, cumulativeCounts, datedEvents, dayOfShare, type SpreadEvent } from './cumulative.ts'
import { dateText, dayNumber } from './day.ts'
import { capital, numberWords } from './number-words.ts'

/** What is counted and what happened to it, for the sentences of one programme. */
export type FindingWords = {
  /** "daerah", "kabupaten"; in English the singular and the plural. */
  unit?: { id: string; en: [one: string, many: string] }
  /** What happened in a batch: "dipilih" / "chosen". Left out when not given. */
  verb?: { id: string; en: string }
  /** The official count, where one was announced: with under half of it dated, nothing is said about pace. */
  official?: number
}

const REGIONS = { id: 'daerah', en: ['region', 'regions'] as [string, string] }
/** A first batch this large a share of all is the story, not the two halves. */
const DOMINANT = 0.6
/** Fewer than this many say nothing about pace. */
const FEW = 20

/** A title that says what the dates show, true of exactly these events: one day, one batch, the two halves, or
 * just how many in how long. Dates are read at the latest day they may stand for, as the curve draws them; "about"
 * is said when more than a quarter are not known to the day. */
export function spreadFinding(events: readonly SpreadEvent[], lang: Lang, words: FindingWords = {}): string {
  const dated = datedEvents(events)
  const counts = cumulativeCounts(dated)
  const [first, last] = [startDay(dated), counts.findLast((count) => count.atLeast > 0)?.day]
  if (!first || !last) return lang === 'en' ? 'No date is known yet' : 'Belum ada tanggal yang diketahui'
  if (dated.length === 1) return single(dated[0] as SpreadEvent, lang, words)
  if (words.official && dated.length * 2 < words.official) return coverage(dated.length, words.official, lang)
  return (
    atOnce(dated, lang, words) ??
    firstBatch(dated, lang, words) ??
    halves(dated, lang) ??
    spanOf(dated, lang, words)
  )
}

/** A title about ceremonies ("Datang bergelombang: 42 daerah pada satu hari"), or null when no day stands out:
 * fewer than three shared days, or none of five. */
export function batchFinding(
  events: readonly SpreadEvent[],
  lang: Lang,
  words: FindingWords = {},
): string | null {
  const all = batches(events)
  const [largest] = all
  if (!largest || all.length < 3 || largest.count < 5) return null
  const counted = `${largest.count} ${unitOf(largest.count, lang, words)}`
  return lang === 'en'
    ? `It comes in waves: ${counted} on a single day`
    : `Datang bergelombang: ${counted} pada satu hari`
}

function coverage(dated: number, official: number, lang: Lang): string {
  return lang === 'en'
    ? `${dated} of the ${official} announced have a known date`
    : `${dated} dari ${official} yang diumumkan sudah diketahui tanggalnya`
}

function single(event: SpreadEvent, lang: Lang, words: FindingWords): string {
  const when = sameText([event], lang) ?? event.latest.slice(0, 4)
  const one = capital(numberWords(1, lang))
  return lang === 'en'
    ? `${one} ${unitOf(1, lang, words)}, ${when}`
    : `${one} ${unitOf(1, lang, words)}, ${when}`
}

/** All on one day, in one month or in one year. */
function atOnce(dated: readonly SpreadEvent[], lang: Lang, words: FindingWords): string | null {
  const counted = `${dated.length} ${unitOf(dated.length, lang, words)}`
  const oneDay = dated.every((event) => event.earliest === event.latest && event.latest === dated[0]?.latest)
  if (oneDay) return lang === 'en' ? `All ${counted} on one day` : `Semua ${counted} pada satu hari`
  const when = sameText(dated, lang)
  if (when === null) return null
  return lang === 'en' ? `All ${counted} in ${when}` : `Semua ${counted} pada ${when}`
}

/** The first batch is most of all: "Dua puluh lima daerah dipilih sekaligus, lalu dua". */
function firstBatch(dated: readonly SpreadEvent[], lang: Lang, words: FindingWords): string | null {
  const [largest] = batches(dated)
  if (!largest || largest.count < dated.length * DOMINANT || largest.count === dated.length) return null
  const earlier = dated.some((event) => (event.earliest ?? '') < largest.day)
  if (earlier) return null
  const rest = numberWords(dated.length - largest.count, lang)
  const many = `${capital(numberWords(largest.count, lang))} ${unitOf(largest.count, lang, words)}`
  const verb = words.verb ? ` ${words.verb[lang]}` : ''
  return lang === 'en' ? `${many}${verb} at once, then ${rest}` : `${many}${verb} sekaligus, lalu ${rest}`
}

/** How long each half took, when there are enough and the two differ by a factor of two. */
function halves(dated: readonly SpreadEvent[], lang: Lang): string | null {
  if (dated.length < FEW) return null
  const counts = cumulativeCounts(dated)
  const [start, half, end] = [startDay(dated), dayOfShare(counts, 0.5), dayOfShare(counts, 1)]
  if (!start || !half || !end) return null
  const [before, after] = [yearsBetween(start, half), yearsBetween(half, end)]
  if (Math.max(before, after) < 1 || Math.max(before, after) < 2 * Math.min(before, after)) return null
  const vague = dated.filter((event) => event.earliest !== event.latest).length > dated.length / 4
  const [one, two] = [duration(before, lang, vague), duration(after, lang, vague)]
  const sameUnit = before >= 1 && after >= 1
  const second = sameUnit ? two.replace(/ (tahun|years?)$/, '') : two
  return lang === 'en'
    ? `The first half took ${one}, the second half ${second}`
    : `Separuh pertama butuh ${one}, separuh berikutnya ${second}`
}

function spanOf(dated: readonly SpreadEvent[], lang: Lang, words: FindingWords): string {
  const years = dated.map((event) => event.latest.slice(0, 4)).sort()
  const from = dated.map((event) => (event.earliest ?? event.latest).slice(0, 4)).sort()[0]
  const counted = `${capital(numberWords(dated.length, lang))} ${unitOf(dated.length, lang, words)}`
  const last = years.at(-1)
  return from === last ? `${counted}, ${last}` : `${counted}, ${from}–${last}`
}

/** The one day, month or year that every event surely falls in, in words; null when they differ. */
function sameText(dated: readonly SpreadEvent[], lang: Lang): string | null {
  for (const length of [10, 7, 4]) {
    const found = new Set(
      dated.flatMap((event) => [event.earliest ?? '', event.latest].map((day) => day.slice(0, length))),
    )
    const [only] = found
    if (found.size === 1 && only) return dateText(only, lang)
  }
  return null
}

function startDay(dated: readonly SpreadEvent[]): string | undefined {
  return dated.map((event) => event.latest).sort()[0]
}

function yearsBetween(from: string, to: string): number {
  return (dayNumber(to) - dayNumber(from)) / 365.25
}

/** A length of time in whole years or months, said as "about" or "more than" where it is not close to whole. */
function duration(years: number, lang: Lang, vague: boolean): string {
  const inMonths = years < 0.95
  const exact = inMonths ? years * 12 : years
  const near = Math.abs(exact - Math.round(exact)) <= 0.25
  const whole = Math.max(1, near || inMonths ? Math.round(exact) : Math.floor(exact))
  const say = vague ? ['sekitar ', 'about '] : near || inMonths ? ['', ''] : ['lebih dari ', 'more than ']
  const unit =
    lang === 'en' ? (inMonths ? 'month' : 'year') + (whole === 1 ? '' : 's') : inMonths ? 'bulan' : 'tahun'
  return `${say[lang === 'en' ? 1 : 0]}${numberWords(whole, lang)} ${unit}`
}

function unitOf(count: number, lang: Lang, words: FindingWords): string {
  const unit = words.unit ?? REGIONS
  return lang === 'en' ? unit.en[count === 1 ? 0 : 1] : unit.id
}
