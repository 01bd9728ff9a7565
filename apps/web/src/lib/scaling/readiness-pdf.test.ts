import { expect, test } from 'vitest'
import { readinessDossier } from '@semai/domain/scaling/readiness'
import type { Evidence } from '@semai/domain/scaling/readiness'
import { evidenceKinds, readinessChecklist } from '@semai/domain/scaling/readiness-checklist'
import { readinessDocument } from '@semai/domain/scaling/readiness-document'
import { pdfWords } from '@semai/testkit/pdf-words'
import { writePdf } from '../documents/write-pdf.ts'

const named = { name: 'Obat Tiba', code: 'INV-7001', origin: 'Dinas Kesehatan', day: '2026-03-02' }
const address = 'https://contoh.test/inovasi/obat-tiba/kesiapan'
const record = (n: number) => ({
  says: { id: `Kabupaten Contoh ${n}`, en: `Contoh ${n}` },
  link: `/klaim/${n}`,
  on: null,
})

async function words(count: number, lang: 'id' | 'en' = 'id'): Promise<string> {
  const evidence = Object.fromEntries(
    evidenceKinds.map((kind) => [kind, Array.from({ length: count }, (_, i) => record(i + 1))]),
  ) as unknown as Evidence
  const document = readinessDocument(readinessDossier(readinessChecklist, evidence), {
    ...named,
    address,
    lang,
  })
  return pdfWords(await writePdf(document, { foot: `Bukan dokumen resmi: ${address}` }))
}

test('a dossier with gaps says not yet on paper, names what is missing, and where it can be read', async () => {
  const text = await words(0)
  expect(text).toContain('BELUM.')
  expect(text).toContain('BELUM ADA')
  expect(text).toContain('Obat Tiba (INV-7001)')
  expect(text.replaceAll(' ', '')).toContain(address) // lines break it
  expect(text).not.toContain('Pimpinan') // nobody signs it
})

test('a dossier with everything names the first records of each answer and how many more there are', async () => {
  const text = await words(7)
  expect(text).not.toContain('BELUM')
  expect(text).toContain('Kabupaten Contoh 5')
  expect(text).not.toContain('Kabupaten Contoh 6')
  expect(text).toContain('dan 2 lainnya')
})

test('the English dossier speaks English throughout; only names stay as they are recorded', async () => {
  const [none, many] = [await words(0, 'en'), await words(7, 'en')]
  for (const says of ['NOT YET.', 'MISSING', 'Page 1 of', '2 March 2026']) expect(none).toContain(says)
  expect(many).toContain('and 2 more')
  for (const says of ['BELUM', 'Pertanyaan', 'Halaman', 'pokok', 'lainnya', 'Kabupaten Contoh']) {
    expect(none + many).not.toContain(says)
  }
})
