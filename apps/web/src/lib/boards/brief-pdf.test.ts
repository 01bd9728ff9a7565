import { expect, test } from 'vitest'
import { briefDocument } from '@semai/domain/boards/brief-document'
import type { MonthlyBrief } from '@semai/domain/boards/monthly-brief'
import { pdfWords } from '@semai/testkit/pdf-words'
import { writePdf } from '../documents/write-pdf.ts'

const full: MonthlyBrief = {
  month: '2026-02',
  from: '2026-02-01',
  until: '2026-02-28',
  began: { preparing: 400, implementing: 300, running: 200, institutionalised: 100 },
  begun: Array.from({ length: 5 }, (_, i) => ({
    name: `Pelayanan Terpadu Desa dan Kelurahan ${i}`,
    adopter: 'Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu Kabupaten Contoh',
    on: '2026-02-10',
    path: `/replikasi/REP-000${i}`,
  })),
  verified: { claims: 5, reports: 6, pulses: 7 },
  states: { running: 12_345, unanswered: 8, not_updated: 9, opened: 10, stopped: 11 },
  stops: {
    count: 55,
    reasons: Array.from({ length: 10 }, (_, i) => ({ reason: `sebab ${i}`, count: 10 - i })),
  },
  behind: { milestones: 12, reports: 3, pulses: 13 },
}
const written = { place: 'Jawa Timur', reasons: {}, board: 'https://contoh.test/daerah/jawa-timur/papan' }
const addresses = { lasting: 'https://contoh.test/bertahan', origin: 'https://contoh.test' }

test.each([
  ['id', 'RINGKASAN BULANAN', 'Halaman 2 dari 2', '12.345'],
  ['en', 'MONTHLY BRIEF', 'Page 2 of 2', '12,345'],
] as const)('the fullest brief is two pages in %s', async (lang, head, last, figure) => {
  const document = briefDocument(full, { ...written, ...addresses, lang })
  const text = pdfWords(await writePdf(document, { foot: 'contoh' }))
  expect([head, last, figure, 'sebab 9'].filter((words) => !text.includes(words))).toEqual([])
})
