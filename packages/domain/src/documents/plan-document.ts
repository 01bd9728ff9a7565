import type { PlanContent } from '../action-plans/plan.form.ts'
import { dateWords } from '../time/date-words.ts'
import { heading, typed } from './document-parts.ts'
import type { Block, OfficialDocument } from './official-document.ts'
import { aboutReplica, replicaSheet, romanQuarters, tableOrNone } from './replica-sheet.ts'
import type { ReplicaFacts } from './replica-sheet.ts'

/** A plan as it was agreed, or as it is being written. */
export type PlanFacts = ReplicaFacts & {
  content: PlanContent
  /** Version and day of the agreement; null for a working text. */
  agreed: { version: number; day: string } | null
}

/** The plan of a replication: rencana aksi. `day` is `YYYY-MM-DD`. */
export function planDocument({ content, agreed, ...facts }: PlanFacts, day: string): OfficialDocument {
  const { firstYear, lastYear } = content
  const years = firstYear === lastYear ? `${firstYear}` : `${firstYear}–${lastYear}`
  const standing =
    agreed === null
      ? 'naskah, belum disepakati'
      : `versi ${agreed.version}, disepakati ${dateWords('id', agreed.day)}`
  return replicaSheet(facts, day, {
    kind: 'action_plan',
    title: 'RENCANA AKSI REPLIKASI',
    subject: `${facts.localName ?? facts.innovation}, tahun ${years}`,
    body: [
      { kind: 'labelled', rows: [...aboutReplica(facts), ['Keadaan', standing]] },
      heading('A. Kegiatan'),
      activities(content),
      heading('B. Indikator'),
      indicators(content),
      heading('C. Risiko'),
      tableOrNone({
        head: ['Risiko', 'Tindakan'],
        rows: content.risks.map(({ risk, response }) => [risk, response ?? '–']),
      }),
      heading('D. Regulasi yang disiapkan'),
      tableOrNone({
        head: ['Regulasi', 'Selesai'],
        widths: [4, 1],
        rows: content.regulations.map(({ title, due }) => [title, due ?? '–']),
      }),
      heading('E. Dukungan yang diperlukan'),
      ...typed(content.support),
    ],
  })
}

function activities({ activities: all }: PlanContent): Block {
  return tableOrNone({
    head: ['No.', 'Kegiatan', 'Keluaran', 'Penanggung jawab', 'Triwulan'],
    widths: [1, 6, 5, 4, 4],
    rows: all.map(({ name, output, post, quarters }, i) => [
      `${i + 1}`,
      name,
      output ?? '–',
      post ?? '–',
      quarterWords(quarters),
    ]),
  })
}

function indicators({ indicators: all }: PlanContent): Block {
  return tableOrNone({
    head: ['Indikator', 'Satuan', 'Nilai awal', 'Target', 'Penanggung jawab'],
    widths: [6, 2, 2, 2, 4],
    rows: all.map(({ name, definition, unit, baseline, target, post }) => [
      definition === null ? name : `${name}: ${definition}`,
      unit ?? '–',
      baseline ?? '–',
      target ?? '–',
      post ?? '–',
    ]),
  })
}

/**
 * Quarters in words, by year.
 * @example quarterWords(['2027-1', '2027-2', '2028-4']) // '2027: I, II; 2028: IV'
 */
export function quarterWords(quarters: readonly string[]): string {
  if (quarters.length === 0) return '–'
  const byYear = Map.groupBy(quarters, (quarter) => quarter.slice(0, 4))
  return [...byYear]
    .map(([year, all]) => `${year}: ${all.map((one) => romanQuarters[Number(one.at(-1)) - 1]).join(', ')}`)
    .join('; ')
}
