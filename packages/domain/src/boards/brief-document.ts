import { fewestTold, runStates } from '../continuity/lasting.ts'
import { heading, paragraph } from '../documents/document-parts.ts'
import type { Block, PrintedDocument } from '../documents/official-document.ts'
import type { Says } from '../text/says.ts'
import { dateWords } from '../time/date-words.ts'
import { beganStates, behindKinds, verifiedKinds } from './monthly-brief.ts'
import type { MonthlyBrief } from './monthly-brief.ts'
import {
  beganWords,
  behindWords,
  briefWords,
  nothingPressing,
  stateWords,
  stepWords,
  verifiedWords,
} from './brief-words.ts'

type Lang = keyof Says
type Written = {
  lang: Lang
  /** Whose brief it is, in briefWords. */
  place: string
  /** What each reason of stopping is called in the language. */
  reasons: Readonly<Record<string, string>>
  /** Whole addresses: of the board, and of what stopped and why. */
  board: string
  lasting: string
  origin: string
}

/**
 * A monthly brief as a document of one or two pages: every number with the days it is of, reasons only in aggregate, and what to
 * do next with the addresses where it is done.
 */
export function briefDocument(brief: MonthlyBrief, written: Written): PrintedDocument {
  const { lang, place } = written
  return {
    layout: 'sheet',
    lang,
    // Nobody's letter: it is put together from the record.
    letterhead: [briefWords.letterhead[lang]],
    title: dateWords(lang, brief.month),
    subject: place,
    number: null,
    day: brief.until,
    place: null,
    to: [],
    body: [
      paragraph(lead(brief, lang)),
      heading(briefWords.began[lang]),
      counted(lang, during(brief, lang), rowsOf(beganStates, brief.began, beganWords)),
      ...newest(brief, lang),
      heading(briefWords.verified[lang]),
      counted(lang, during(brief, lang), rowsOf(verifiedKinds, brief.verified, verifiedWords)),
      heading(briefWords.standing[lang]),
      counted(lang, on(brief, lang), rowsOf(runStates, brief.states, stateWords)),
      heading(briefWords.stopped[lang]),
      ...stops(brief, written),
      heading(briefWords.behind[lang]),
      counted(lang, on(brief, lang), rowsOf(behindKinds, brief.behind, behindWords)),
      heading(briefWords.next[lang]),
      { kind: 'points', points: nextSteps(brief, written), marks: 'number' },
    ],
    signatories: [],
    copies: [],
  }
}

const during = ({ from, until }: MonthlyBrief, lang: Lang) =>
  from.slice(0, 7) === until.slice(0, 7)
    ? `${Number(from.slice(8))}–${dateWords(lang, until)}`
    : `${dateWords(lang, from)} – ${dateWords(lang, until)}`
const on = ({ until }: MonthlyBrief, lang: Lang) => dateWords(lang, until)

function lead(brief: MonthlyBrief, lang: Lang): string {
  const { began, states, stops } = brief
  const [start, running, stopped] = [began.running, states.running, stops.count].map((n) => figured(lang, n))
  return lang === 'id'
    ? `${start} replikasi mulai berjalan dan ${stopped} berhenti pada ${during(brief, lang)}. Pada ${on(brief, lang)} ${running} diketahui berjalan. Diam tidak dihitung berjalan.`
    : `${start} replications began to run and ${stopped} stopped on ${during(brief, lang)}. On ${on(brief, lang)}, ${running} were known to run. Silence does not count as running.`
}

type Row = { says: Says; count: number }

function rowsOf<Key extends string>(
  keys: readonly Key[],
  counts: Readonly<Record<Key, number>>,
  named: Readonly<Record<Key, Says>>,
): Row[] {
  return keys.map((key) => ({ says: named[key], count: counts[key] }))
}

/** Numbers with the days they are of. */
function counted(lang: Lang, days: string, rows: readonly Row[]): Block {
  return {
    kind: 'table',
    head: [briefWords.kind[lang], briefWords.count[lang], briefWords.dated[lang]],
    rows: rows.map(({ says, count }) => [says[lang], figured(lang, count), days]),
    widths: [6, 2, 4],
    isWhole: true,
  }
}

function newest({ begun }: MonthlyBrief, lang: Lang): Block[] {
  if (begun.length === 0) return []
  return [
    paragraph(`${briefWords.newest[lang]}:`),
    {
      kind: 'table',
      head: [briefWords.name[lang], briefWords.adopter[lang], briefWords.since[lang]],
      rows: begun.map(({ name, adopter, on }) => [name, adopter, dateWords(lang, on)]),
      widths: [5, 5, 3],
    },
  ]
}

function stops(brief: MonthlyBrief, { lang, reasons }: Written): Block[] {
  const { count, reasons: told } = brief.stops
  const says = {
    id: `${figured('id', count)} berhenti pada ${during(brief, 'id')}.${count > 0 && told.length === 0 ? ` Sebabnya tidak dirinci: kurang dari ${fewestTold}.` : ''} Berhenti adalah hasil yang perlu dipelajari, bukan aib.`,
    en: `${figured('en', count)} stopped on ${during(brief, 'en')}.${count > 0 && told.length === 0 ? ` Reasons are not told apart: fewer than ${fewestTold}.` : ''} Stopping is a result to learn from, not a disgrace.`,
  }
  const unstated = { id: 'sebabnya tidak disebut', en: 'no reason given' }
  const named = told.map(({ reason, count }) => {
    const name = reason === null ? unstated[lang] : (reasons[reason] ?? reason)
    return { says: { id: name, en: name }, count }
  })
  return [paragraph(says[lang]), ...(named.length === 0 ? [] : [counted(lang, during(brief, lang), named)])]
}

/** What somebody should do now, the most urgent first, each with the address where it is done. */
function nextSteps(
  { behind, states, stops }: MonthlyBrief,
  { lang, board, lasting, origin }: Written,
): string[] {
  const steps: [count: number, says: (typeof stepWords)[keyof typeof stepWords], at: string][] = [
    [behind.milestones, stepWords.milestones, board],
    [behind.reports, stepWords.reports, board],
    [behind.pulses, stepWords.pulses, `${origin}/kelola/denyut`],
    [states.not_updated, stepWords.not_updated, `${origin}/kelola/kebaruan`],
    [stops.count, stepWords.stopped, lasting],
  ]
  const there = steps.flatMap(([count, says, at]) =>
    count > 0 ? [says[lang](figured(lang, count), at)] : [],
  )
  return there.length > 0 ? there : [nothingPressing[lang](board)]
}

const figured = (lang: Lang, value: number) => value.toLocaleString(lang === 'id' ? 'id-ID' : 'en-GB')
