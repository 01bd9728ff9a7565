import type { NeedContent } from '../needs/need.form.ts'
import { priorityOf, priorityPartNames, priorityRule } from '../needs/need-priority.ts'
import { serviceSectorNames } from '../needs/service-sectors.ts'
import { dateWords } from '../time/date-words.ts'
import { decisionBody } from './decision-body.ts'
import type { DecisionFacts } from './decision-body.ts'
import { figure, head, heading, letterheadOf, orDots, paragraph, typed } from './document-parts.ts'
import { dots } from './official-document.ts'
import type { Block, OfficialDocument } from './official-document.ts'

/** What the sheet of a need is written from. */
export type GapFacts = {
  organisation: string
  institution: string
  region: string | null
  /** `YYYY-MM-DD`; null while it is a draft. */
  statedOn: string | null
  content: NeedContent
}

/** The gap of an organisation on a sheet: lembar kesenjangan. `day` is `YYYY-MM-DD`. */
export function gapSheet({ content, ...facts }: GapFacts, day: string): OfficialDocument {
  return {
    kind: 'gap_sheet',
    layout: 'sheet',
    letterhead: letterheadOf(facts.institution, facts.organisation),
    title: 'LEMBAR KESENJANGAN',
    subject: content.title,
    number: null,
    day,
    place: null,
    to: [],
    body: [
      {
        kind: 'labelled',
        rows: [
          ['Unit', facts.organisation],
          ['Wilayah', orDots(facts.region)],
          ['Layanan', serviceSectorNames[content.sector].id],
          ['Dinyatakan', facts.statedOn === null ? 'belum, masih disusun' : dateWords('id', facts.statedOn)],
        ],
      },
      heading('1. Masalah'),
      ...typed(content.statement),
      heading('2. Indikator dan kesenjangan'),
      ...measured(content),
      heading('3. Sebab'),
      ...typed(content.causes),
      heading('4. Keterbatasan'),
      limits(content),
      heading('5. Bukti'),
      ...typed(content.evidence),
      heading('6. Prioritas'),
      ...judged(content),
    ],
    signatories: [head(facts.organisation)],
    copies: [],
  }
}

function limits({ staffLimit, moneyLimit, connectivityLimit }: NeedContent): Block {
  const rows = [
    ['Pegawai', orDots(staffLimit)],
    ['Anggaran', orDots(moneyLimit)],
    ['Jaringan', orDots(connectivityLimit)],
  ] as const
  return { kind: 'labelled', rows }
}

function measured({ indicator, unit, baseline, target, affected }: NeedContent): Block[] {
  const gap = baseline === null || target === null ? null : Math.abs(target - baseline)
  return [
    {
      kind: 'table',
      head: ['Indikator', 'Satuan', 'Nilai kini', 'Target', 'Selisih'],
      widths: [4, 2, 2, 2, 2],
      rows: [[orDots(indicator), unit ?? '–', figure(baseline), figure(target), figure(gap)]],
    },
    { kind: 'labelled', rows: [['Warga terdampak', affected === null ? dots : `${figure(affected)} orang`]] },
  ]
}

function judged(content: NeedContent): Block[] {
  const { total, parts } = priorityOf(content)
  return [
    {
      kind: 'table',
      head: ['Unsur', 'Penilaian (1–5)', 'Poin', 'Poin tertinggi'],
      widths: [4, 2, 2, 2],
      rows: parts.map(({ part, judged: value, points, most }) => [
        priorityPartNames[part].id,
        figure(value),
        figure(points),
        figure(most),
      ]),
    },
    paragraph(
      total === null
        ? 'Prioritas belum dapat dihitung: ada unsur yang belum dinilai.'
        : `Prioritas ${figure(total)} dari 100, menurut aturan ${priorityRule.version}.`,
    ),
  ]
}

/** The minute of a choice that was made on the page of a need. `day` is `YYYY-MM-DD`. */
export function needMinute(
  { institution, number, ...facts }: DecisionFacts & { institution: string; number: string | null },
  day: string,
): OfficialDocument {
  return {
    kind: 'decision_minute',
    layout: 'titled',
    letterhead: letterheadOf(institution, facts.organisation),
    title: 'BERITA ACARA',
    subject: `pemilihan inovasi yang direplikasi ${facts.organisation}`,
    number,
    day,
    place: null,
    to: [],
    body: decisionBody(facts),
    signatories: [head(facts.organisation)],
    copies: [],
  }
}
