import type { Says } from '../text/says.ts'

/** What has come before stopping elsewhere, as far as records tell it of a replication that runs. */
export const warningSigns = [
  'weakened',
  'unanswered',
  'nobody',
  'no_budget',
  'lapsing',
  'silent_reports',
] as const
export type WarningSign = (typeof warningSigns)[number]

export const warningSignNames: Record<WarningSign, Says> = {
  weakened: { id: 'Jawaban terakhir: melemah', en: 'last answer: weakened' },
  unanswered: { id: 'Ditanya, tidak dijawab', en: 'asked, not answered' },
  nobody: { id: 'Pengurusnya pindah atau belum ada pengganti', en: 'whoever looked after it left' },
  no_budget: { id: 'Tidak ada pos anggaran tahun ini', en: 'no budget line this year' },
  lapsing: { id: 'Kabarnya hampir atau sudah tidak berlaku', en: 'the word on it lapses soon or has lapsed' },
  silent_reports: { id: 'Berhenti melapor', en: 'stopped reporting' },
}

/** The word on a running lapses "soon" within so many days. This project's choice. */
export const lapsesWithinDays = 60

/** Reports have stopped when the newest is of so many quarters before this one. This project's choice. */
export const silentQuarters = 3

/** Where a page of warnings begins: after the replication with so many signs and this code. */
export type WarningCursor = { signs: number; code: string }
