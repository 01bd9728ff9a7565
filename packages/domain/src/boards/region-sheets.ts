import { runStates } from '../continuity/lasting.ts'
import type { PlaceYear } from '../continuity/place-years.ts'
import type { PlainSheet } from '../scaling/coverage-sheet.ts'
import { lateKinds } from './region-board.ts'
import type { LateKind } from './region-board.ts'

/** Names of the sheets that the board of a region hands out, as its addresses know them. */
export const regionSheets = ['tahun', 'anggaran', 'terlambat', 'sebanding'] as const
export type RegionSheet = (typeof regionSheets)[number]

const stateColumns = {
  running: 'berjalan',
  unanswered: 'tidak_dijawab',
  not_updated: 'belum_diperbarui',
  opened: 'diketahui_dibuka',
  stopped: 'berhenti',
} as const
const kindWords: Record<LateKind, string> = {
  milestones: 'tonggak',
  reports: 'laporan_triwulan',
  pulses: 'denyut',
  claims: 'klaim',
  findings: 'temuan',
  corrections: 'koreksi',
}

/** What began and stopped in each year and how it ended, as a sheet. */
export function yearsSheet(years: readonly PlaceYear[]): PlainSheet {
  return [
    [
      'tahun',
      'mulai',
      'berhenti_tahun_itu',
      ...runStates.map((state) => `akhir_tahun_${stateColumns[state]}`),
    ],
    ...years.map(({ year, began, stopped, states }) =>
      [year, began, stopped, ...runStates.map((state) => states[state])].map(String),
    ),
  ]
}

type Money = { year: number; pledged: number; allocated: number; spent: number; reported: number }

/** Money by year in whole rupiah, as a sheet. */
export function moneySheet(years: readonly Money[]): PlainSheet {
  return [
    [
      'tahun',
      'dijanjikan_rupiah',
      'dialokasikan_rupiah',
      'realisasi_rupiah',
      'dilaporkan_terverifikasi_rupiah',
    ],
    ...years.map(({ year, pledged, allocated, spent, reported }) =>
      [year, pledged, allocated, spent, reported].map(String),
    ),
  ]
}

type Late = Record<
  LateKind,
  { rows: readonly { title: string; note: string; since: string; path: string }[] }
>

/** What is late or unanswered, one row each, as a sheet; `origin` makes its addresses whole. */
export function lateSheet(late: Late, origin: string): PlainSheet {
  return [
    ['jenis', 'catatan', 'instansi', 'sejak', 'alamat'],
    ...lateKinds.flatMap((kind) =>
      late[kind].rows.map(({ title, note, since, path }) => [
        kindWords[kind],
        title,
        note,
        since,
        origin + path,
      ]),
    ),
  ]
}

type Beside = { code: string; name: string; created: number; runs: number; stopped: number; underway: number }

/** The region and those like it with what each has, as a sheet. */
export function besideSheet(rows: readonly Beside[]): PlainSheet {
  return [
    ['kode', 'daerah', 'dibuat', 'berjalan', 'berhenti', 'sedang_direplikasi'],
    ...rows.map(({ code, name, created, runs, stopped, underway }) => [
      code,
      name,
      ...[created, runs, stopped, underway].map(String),
    ]),
  ]
}
