import type { SameTexts } from './same-texts.ts'

const id = {
  ceiling: (count: string) => `${count}: batas atas`,
  range: (low: string, high: string) => `${low}–${high}`,
  dated: (unit: string) => `${unit} bertanggal`,
  fitted: (year: string) => `kurva Bass, dicocokkan pada data sampai akhir ${year}`,
  ahead: (low: string, high: string, year: string) =>
    `diperkirakan pada akhir ${year}, rentang 95% ${low}–${high}`,
  official: 'hitungan resmi terakhir',
  bounds: 'termasuk yang tanpa tanggal',
}

const en: SameTexts<typeof id> = {
  ceiling: (count) => `${count}: the ceiling`,
  range: (low, high) => `${low}–${high}`,
  dated: (unit) => `${unit} with a date`,
  fitted: (year) => `Bass curve, fitted to data up to the end of ${year}`,
  ahead: (low, high, year) => `expected by the end of ${year}, 95% range ${low}–${high}`,
  official: 'latest official count',
  bounds: 'with undated ones',
}

export const curveTexts = { id, en }
