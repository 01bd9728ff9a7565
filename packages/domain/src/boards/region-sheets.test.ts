import { expect, test } from 'vitest'
import { lateKinds } from './region-board.ts'
import type { LateKind } from './region-board.ts'
import { besideSheet, lateSheet, moneySheet, yearsSheet } from './region-sheets.ts'

test('each sheet has a column for each number and a row for each year or region', () => {
  const states = { running: 2, unanswered: 1, not_updated: 0, opened: 4, stopped: 3 }
  expect(yearsSheet([{ year: 2025, began: 5, stopped: 1, states }])).toEqual([
    [
      'tahun',
      'mulai',
      'berhenti_tahun_itu',
      'akhir_tahun_berjalan',
      'akhir_tahun_tidak_dijawab',
      'akhir_tahun_belum_diperbarui',
      'akhir_tahun_diketahui_dibuka',
      'akhir_tahun_berhenti',
    ],
    ['2025', '5', '1', '2', '1', '0', '4', '3'],
  ])
  expect(moneySheet([{ year: 2025, pledged: 4, allocated: 3, spent: 2, reported: 1 }])[1]).toEqual([
    '2025',
    '4',
    '3',
    '2',
    '1',
  ])
  const beside = { code: '35.10', name: 'Kabupaten Contoh', created: 1, runs: 2, stopped: 3, underway: 4 }
  expect(besideSheet([beside])[1]).toEqual(['35.10', 'Kabupaten Contoh', '1', '2', '3', '4'])
})

test('what is late is listed kind by kind, each with its whole address', () => {
  const none = Object.fromEntries(lateKinds.map((kind) => [kind, { rows: [] }]))
  const row = { title: 'Obat Tiba', note: 'Dinas Contoh', since: '2026-01-02', path: '/replikasi/REP-0001' }
  const late = { ...none, pulses: { rows: [row] } } as unknown as Record<LateKind, { rows: (typeof row)[] }>
  expect(lateSheet(late, 'https://contoh.test').slice(1)).toEqual([
    ['denyut', 'Obat Tiba', 'Dinas Contoh', '2026-01-02', 'https://contoh.test/replikasi/REP-0001'],
  ])
})
