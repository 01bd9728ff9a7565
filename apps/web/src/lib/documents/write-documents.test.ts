import { inflateRawSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { documentKinds } from '@semai/domain/documents/official-document'
import { replicationDocument } from '@semai/domain/documents/replication-documents'
import { pdfWords } from '@semai/testkit/pdf-words'
import { writeDocx } from './write-docx.ts'
import { writePdf } from './write-pdf.ts'

const facts = {
  adopter: 'Dinas Kesehatan Sukamaju',
  institution: 'Pemerintah Kabupaten Sukamaju',
  origin: 'Dinas Sosial Tirtasari',
  innovation: 'Antar Obat',
  localName: 'Obat Tiba',
  summary: null,
  year: 2027,
  form: 'adaptation',
  region: 'Kabupaten Sukamaju',
  legalBasis: null,
  budgetLine: '1.02.02.2.02',
  procedure: null,
  hub: 'Hub Provinsi Lintang',
  choice: { number: 'BA/1/2026', day: '2026-02-03' },
  interest: { number: null, day: null },
} as const
const tracking = { code: 'ABCD-2345', track: 'https://contoh.test/dokumen/ABCD-2345' }

/** The words of the main part of a DOCX. */
function textOfDocx(docx: Buffer): string {
  const end = docx.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  let at = docx.readUInt32LE(end + 16)
  for (let i = docx.readUInt16LE(end + 10); i > 0; i -= 1) {
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => docx.readUInt16LE(at + offset))
    const name = docx.toString('utf8', at + 46, at + 46 + nameLength!)
    if (name === 'word/document.xml') {
      const local = docx.readUInt32LE(at + 42)
      const begin = local + 30 + docx.readUInt16LE(local + 26) + docx.readUInt16LE(local + 28)
      const xml = inflateRawSync(docx.subarray(begin, begin + docx.readUInt32LE(at + 20))).toString('utf8')
      return xml
        .replaceAll(/<[^>]*>/g, ' ')
        .replaceAll('&quot;', '"')
        .replaceAll(/\s+/g, ' ')
    }
    at += 46 + nameLength! + extra! + comment!
  }
  return ''
}

test.each(documentKinds)('%s is the same document as PDF and as DOCX', async (kind) => {
  const document = replicationDocument(kind, facts, '2026-03-02')
  const pdf = await writePdf(document, tracking)
  const docx = await writeDocx(document, tracking)
  expect([pdf.subarray(0, 5).toString(), docx.subarray(0, 2).toString()]).toEqual(['%PDF-', 'PK'])
  const title = document.layout === 'titled' ? [document.title] : []
  const wanted = [...title, document.subject, ...document.letterhead, ...document.copies]
  const plain = (text: string) => text.replaceAll(/\s+/g, '').replaceAll(/[^\x20-\x7e]/g, '')
  for (const words of wanted) {
    expect(plain(pdfWords(pdf))).toContain(plain(words))
    expect(plain(textOfDocx(docx))).toContain(plain(words))
  }
  expect(plain(pdfWords(pdf))).toContain('Kodepelacakan' + tracking.code)
})

test('a letter has its number at the left, to whom it goes, and its copies', async () => {
  const text = pdfWords(await writePdf(replicationDocument('interest_letter', facts, '2026-03-02'), tracking))
  const places = ['Nomor', 'Hal', 'Yth.', 'Dengan hormat', 'Tembusan:'].map((words) => text.indexOf(words))
  expect(places.every((place) => place >= 0)).toBe(true)
  expect(places).toEqual(places.toSorted((a, b) => a - b))
})
