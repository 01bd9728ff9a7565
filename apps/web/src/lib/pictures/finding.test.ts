import { expect, test } from 'vitest'
import type { SpreadEvent } from './cumulative.ts'
import { dayRange } from './day.ts'
import { batchFinding, spreadFinding, type FindingWords } from './finding.ts'

const dates = (counts: Record<string, number>): SpreadEvent[] =>
  Object.entries(counts).flatMap(([date, count]) =>
    Array.from({ length: count }, (_, index) => ({ code: `${date}/${index}`, ...dayRange(date) })),
  )

/** Service halls a year, with the complete batches on their days and the rest spread over the year. */
const serviceHalls = dates({
  '2017-10-06': 2,
  '2017-10-12': 1,
  '2017': 1,
  '2018-07': 9,
  '2019-07': 9,
  '2020-12-04': 6,
  '2021-11-15': 10,
  '2022-08-19': 15,
  '2022-12-05': 26,
  '2023-02-20': 7,
  '2023-05-12': 8,
  '2023-07-13': 14,
  '2023-09-26': 12,
  '2023-10-31': 10,
  '2023-11-21': 12,
  '2024-03-07': 16,
  '2024-06-24': 16,
  '2024-10-08': 22,
  '2024-12-12': 42,
  '2025-09-24': 7,
  '2025-12-15': 9,
})
const smartCity = dates({ '2017-05-22': 25, '2018-05-08': 1, '2019-05-15': 1 })
const emergency = dates({
  '2016': 1,
  '2016-12-01': 10,
  '2017': 4,
  '2019-01-31': 1,
  '2023': 12,
  '2025-09-09': 1,
  '2025-10-20': 1,
})
const digital = dates({ '2023-06-20': 21 })
const chosen: FindingWords = { verb: { id: 'dipilih', en: 'chosen' } }

test.each([
  [
    serviceHalls,
    {},
    'Separuh pertama butuh enam tahun, separuh berikutnya dua',
    'The first half took six years, the second half two',
  ],
  [digital, {}, 'Semua 21 daerah pada satu hari', 'All 21 regions on one day'],
  [
    smartCity,
    chosen,
    'Dua puluh lima daerah dipilih sekaligus, lalu dua',
    'Twenty-five regions chosen at once, then two',
  ],
  [
    emergency,
    { official: 172 },
    '30 dari 172 yang diumumkan sudah diketahui tanggalnya',
    '30 of the 172 announced have a known date',
  ],
  [
    emergency,
    {},
    'Separuh pertama butuh sekitar satu tahun, separuh berikutnya sekitar delapan',
    'The first half took about one year, the second half about eight',
  ],
  [[], {}, 'Belum ada tanggal yang diketahui', 'No date is known yet'],
  [dates({ '2020-05': 1 }), {}, 'Satu daerah, Mei 2020', 'One region, May 2020'],
  [dates({ '2020-05': 4 }), {}, 'Semua 4 daerah pada Mei 2020', 'All 4 regions in May 2020'],
  [dates({ '2018-03-01': 1, '2019': 2 }), {}, 'Tiga daerah, 2018–2019', 'Three regions, 2018–2019'],
])('the title says what the dates show', (events, words, indonesian, english) => {
  expect([spreadFinding(events, 'id', words), spreadFinding(events, 'en', words)]).toEqual([
    indonesian,
    english,
  ])
})

test('waves are named only where many days are shared', () => {
  expect([serviceHalls, digital, emergency].map((events) => batchFinding(events, 'id'))).toEqual([
    'Datang bergelombang: 42 daerah pada satu hari',
    null,
    null,
  ])
})
