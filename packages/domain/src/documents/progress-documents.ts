import { valueGroupNames, valueGroups } from '../monitoring/reported-value.ts'
import type { ReportedValue } from '../monitoring/reported-value.ts'
import type { ReportContent } from '../monitoring/quarterly-report.form.ts'
import type { StudyVisitState } from '../study-visits/study-visit.lifecycle.ts'
import { dateWords } from '../time/date-words.ts'
import { weekday } from './decision-body.ts'
import { figure, heading, money, paragraph, points, typed } from './document-parts.ts'
import { dots } from './official-document.ts'
import type { OfficialDocument } from './official-document.ts'
import { aboutReplica, replicaSheet, romanQuarters, tableOrNone } from './replica-sheet.ts'
import type { ReplicaFacts } from './replica-sheet.ts'

/** What a study visit brought. */
export type VisitFacts = ReplicaFacts & {
  state: StudyVisitState
  day: string
  isVirtual: boolean
  place: string | null
  people: number
  questions: string
  process: string | null
  cost: string | null
  staff: string | null
  regulation: string | null
  failures: string | null
  documents: string | null
  link: string | null
}

/** The report of a study visit: laporan studi tiru. `day` is `YYYY-MM-DD`. */
export function visitReport(facts: VisitFacts, day: string): OfficialDocument {
  const found = [
    ['Proses layanan', facts.process],
    ['Biaya', facts.cost],
    ['Pegawai', facts.staff],
    ['Regulasi', facts.regulation],
    ['Kegagalan dan cara menghindarinya', facts.failures],
    ['Dokumen yang diserahkan', facts.documents],
  ] as const
  const known = found.filter(([, text]) => text !== null)
  return replicaSheet(facts, day, {
    kind: 'visit_report',
    title: 'LAPORAN STUDI TIRU',
    subject: `Inovasi ${facts.innovation} di ${facts.origin}`,
    body: [
      {
        kind: 'labelled',
        rows: [
          ...aboutReplica(facts),
          ['Hari, tanggal', `${weekday(facts.day)}, ${dateWords('id', facts.day)}`],
          ['Cara', facts.isVirtual ? 'daring' : 'kunjungan langsung'],
          ['Tempat', facts.isVirtual ? 'daring' : (facts.place ?? dots)],
          ['Peserta', `${figure(facts.people)} orang`],
          ...(facts.state === 'reported'
            ? []
            : ([['Keadaan', 'laporan belum diserahkan']] satisfies [string, string][])),
        ],
      },
      heading('A. Yang ditanyakan'),
      ...typed(facts.questions),
      heading('B. Yang dipelajari'),
      ...(known.length === 0 ? [paragraph(dots)] : []),
      ...known.flatMap(([title, text], i) => [heading(`${i + 1}. ${title}`), ...typed(text)]),
      ...(facts.link === null ? [] : [paragraph(`Tautan dokumen: ${facts.link}`)]),
    ],
  })
}

/** A report of a quarter. */
export type QuarterFacts = ReplicaFacts & {
  year: number
  quarter: number
  /** In words: `terverifikasi`. */
  standing: string
  content: ReportContent
  /** What its photos show. */
  pictures: readonly string[]
}

/** The report of a quarter: laporan triwulan. `day` is `YYYY-MM-DD`. */
export function quarterlyReport({ content, ...facts }: QuarterFacts, day: string): OfficialDocument {
  const { year, quarter } = facts
  const others = linesOf(content.indicators).map((line) => line.split('|').map((cell) => cell.trim()))
  const indicators = [...Object.values(content.values ?? {}).map(valueRow), ...others]
  const photos = [...facts.pictures, ...linesOf(content.photos)]
  return replicaSheet(facts, day, {
    kind: 'quarterly_report',
    title: `LAPORAN TRIWULAN ${romanQuarters[quarter - 1]} TAHUN ${year}`,
    subject: `Replikasi ${facts.localName ?? facts.innovation}`,
    body: [
      { kind: 'labelled', rows: [...aboutReplica(facts), ['Keadaan', facts.standing]] },
      heading('A. Kegiatan yang dikerjakan'),
      ...typed(content.activities),
      heading('B. Realisasi anggaran'),
      paragraph(content.realisation === null ? dots : `${money(content.realisation)} pada triwulan ini.`),
      heading('C. Indikator'),
      tableOrNone({
        head: ['Indikator', 'Nilai'],
        widths: [3, 1],
        rows: indicators,
      }),
      heading('D. Kendala'),
      ...typed(content.obstacles),
      heading('E. Tindak lanjut'),
      ...typed(content.followUp),
      ...(photos.length === 0 ? [] : [heading('F. Foto'), points(...photos)]),
    ],
  })
}

/** An indicator of the blueprint with its value, and the people of each group where they were told apart. */
function valueRow({ name, unit, value, all, groups }: ReportedValue): string[] {
  const counts = (['all', ...valueGroups] as const).flatMap((group) => {
    const found = group === 'all' ? all : groups[group]
    if (!found) return []
    const of = found.of === null ? '' : ` dari ${figure(found.of)}`
    return [`${valueGroupNames[group].id} ${figure(found.reached)}${of}`]
  })
  const shown = [figure(value), unit].filter(Boolean).join(' ')
  return [name, [shown, ...counts].join('; ')]
}

function linesOf(text: string | null): string[] {
  return (text ?? '').split('\n').filter((line) => line.trim() !== '')
}
