import type { PlainSheet } from './coverage-sheet.ts'
import type { FindingAge, Pace } from './programme-pace.ts'
import { findingAges } from './programme-pace.ts'
import type { Measure, SideOfProgramme, SpreadKind } from './scaling-programme.ts'
import { sidesOfProgramme, spreadKinds } from './scaling-programme.ts'

/** Names of the sheets that the board of programmes hands out, as its addresses know them. */
export const programmeSheets = ['capaian', 'letak', 'temuan', 'laju'] as const
export type ProgrammeSheet = (typeof programmeSheets)[number]

type Row = {
  name: string
  owner: string
  reached: number
  measure: Measure | null
  sides: Record<SpreadKind, Record<SideOfProgramme, number>>
  /** Null where they are too few to be told to whoever asks. */
  open: Record<FindingAge, number> | null
  pace: Pace
}

const sideWords: Record<SideOfProgramme, string> = {
  inside: 'di_dalam',
  outside: 'di_luar',
  unknown: 'belum_terpisah',
}

const cells: Record<
  ProgrammeSheet,
  { head: readonly string[]; of: (row: Row) => readonly (number | null)[] }
> = {
  capaian: {
    head: ['daerah_tercatat', 'sasaran', 'tercapai_dari_sasaran'],
    of: ({ reached, measure }) => [reached, measure?.of ?? null, measure?.reached ?? null],
  },
  letak: {
    head: spreadKinds.flatMap((kind) =>
      sidesOfProgramme.map((side) => `${kind === 'claims' ? 'klaim' : 'replikasi'}_${sideWords[side]}`),
    ),
    of: ({ sides }) => spreadKinds.flatMap((kind) => sidesOfProgramme.map((side) => sides[kind][side])),
  },
  temuan: {
    head: ['sampai_30_hari', '31_sampai_90_hari', '91_sampai_180_hari', 'lebih_dari_180_hari'],
    of: ({ open }) => findingAges.map((age) => open?.[age] ?? null),
  },
  laju: {
    head: ['daerah_12_bulan_terakhir', 'diperlukan_per_tahun', 'sampai_tahun'],
    of: ({ pace }) => [pace.recent, pace.needed, pace.year],
  },
}

/** One question about all programmes as a sheet, one row each; what is not known or not told is empty. */
export function programmesSheet(rows: readonly Row[], sheet: ProgrammeSheet): PlainSheet {
  const { head, of } = cells[sheet]
  return [
    ['program', 'kementerian', ...head],
    ...rows.map((row) => [row.name, row.owner, ...of(row).map((one) => String(one ?? ''))]),
  ]
}
