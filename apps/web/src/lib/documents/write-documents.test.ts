import { inflateRawSync, inflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { shownDocuments } from '@semai/testkit/shown-documents'
import { writeDocx } from './write-docx.ts'
import { writePdf } from './write-pdf.ts'

const tracking = { code: 'ABCD-2345', track: 'https://contoh.test/dokumen/ABCD-2345' }

/** The words of a PDF: its streams unpacked, the hexadecimal strings of its text read. */
function textOfPdf(pdf: Buffer): string {
  const text = pdf.toString('latin1')
  const streams = [...text.matchAll(/stream\n([\s\S]*?)\nendstream/g)].flatMap(([, body]) => {
    try {
      return [inflateSync(Buffer.from(body!, 'latin1')).toString('latin1')]
    } catch {
      return [] // not packed
    }
  })
  return streams
    .flatMap((stream) => [...stream.matchAll(/\[(.*?)\] TJ/g)])
    .map(([, shown]) =>
      [...shown!.matchAll(/<([\da-f]*)>/g)]
        .map(([, hex]) => new TextDecoder('windows-1252').decode(Buffer.from(hex!, 'hex')))
        .join(''),
    )
    .join(' ')
    .replaceAll(/\s+/g, ' ')
}

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
        .replaceAll('&gt;', '>')
        .replaceAll('&lt;', '<')
        .replaceAll('&apos;', "'")
        .replaceAll('&amp;', '&')
        .replaceAll(/\s+/g, ' ')
    }
    at += 46 + nameLength! + extra! + comment!
  }
  return ''
}

/**
 * Words in order of the alphabet. A PDF sets a line in pieces, broken where a line may break, and the formats number lists
 * themselves: so words are cut there too, and marks of lists left out.
 */
function wordsOf(text: string): string[] {
  return text
    .split(/\s+/)
    .filter((word) => !/^(\d{1,2}|[a-z])\.$/.test(word))
    .flatMap((word) => word.split(/[/\-–—…?:(]+/))
    .filter((word) => word !== '')
    .sort()
}

const pagesOf = (pdf: Buffer) => [...pdf.toString('latin1').matchAll(/\/Type \/Page\n/g)].length

test.each(shownDocuments.map((one) => [one.kind, one] as const))(
  '%s is the same document as PDF and as DOCX, word by word',
  async (_, document) => {
    const [pdf, docx] = await Promise.all([writePdf(document, tracking), writeDocx(document, tracking)])
    expect([pdf.subarray(0, 5).toString(), docx.subarray(0, 2).toString()]).toEqual(['%PDF-', 'PK'])
    const pages = pagesOf(pdf)
    const feet = Array.from(
      { length: pages },
      (_, i) =>
        `Kode pelacakan ${tracking.code} (bukan tanda tangan elektronik): ${tracking.track} Halaman ${i + 1} dari ${pages}`,
    )
    expect(wordsOf(textOfPdf(pdf))).toEqual(wordsOf([textOfDocx(docx), ...feet].join(' ')))
  },
)

test('a letter has its number at the left, to whom it goes, and its copies', async () => {
  const letter = shownDocuments.find(({ kind }) => kind === 'interest_letter')!
  const text = textOfPdf(await writePdf(letter, tracking))
  const places = ['Nomor', 'Hal', 'Yth.', 'Dengan hormat', 'Tembusan:'].map((words) => text.indexOf(words))
  expect(places.every((place) => place >= 0)).toBe(true)
  expect(places).toEqual(places.toSorted((a, b) => a - b))
})

test('a long table goes on over pages, each with its head, and no row is torn', async () => {
  const plan = shownDocuments.find(({ kind }) => kind === 'action_plan')!
  const rows = Array.from({ length: 120 }, (_, i) => [`Kegiatan${i}`, `keluaran ${i} `.repeat(12)])
  const long = { ...plan, body: [{ kind: 'table', head: ['Kepalanya', 'Isi'], rows }] } as const
  const [pdf, docx] = await Promise.all([writePdf(long, tracking), writeDocx(long, tracking)])
  const pages = textOfPdf(pdf)
    .split(/Halaman \d+ dari \d+/)
    .slice(0, -1)
  expect(pages.length).toBeGreaterThan(4)
  const withRows = pages.filter((page) => page.includes('Kegiatan'))
  expect(withRows.filter((page) => !page.includes('Kepalanya'))).toEqual([])
  for (let i = 0; i < 120; i += 1) {
    const whole = `Kegiatan${i} ${`keluaran ${i} `.repeat(12)}`.trim().split(' ').sort().join(' ')
    const found = withRows.filter((page) => page.split(' ').includes(`Kegiatan${i}`))
    expect(found.length).toBe(1)
    const own = found[0]!
      .split(' ')
      .filter((word, at, all) => word === `Kegiatan${i}` || word === `${i}` || all[at + 1] === `${i}`)
    expect(own.sort().join(' ')).toBe(whole)
  }
  expect(textOfDocx(docx).split('Kegiatan').length - 1).toBe(120)
})

test('what the fonts do not hold is written with what they do', async () => {
  const sheet = shownDocuments.find(({ kind }) => kind === 'gap_sheet')!
  const body = [{ kind: 'paragraph', text: 'Waktu ≥ 15 menit → “selesai” & <aman> 😀 ḥasil' }] as const
  const [pdf, docx] = await Promise.all([
    writePdf({ ...sheet, body }, tracking),
    writeDocx({ ...sheet, body }, tracking),
  ])
  const words = 'Waktu >= 15 menit -> “selesai” & <aman> ? hasil'
  const text = textOfPdf(pdf).replaceAll(/(?<=[>-]) (?=[>=])/g, '')
  expect([text.includes(words), textOfDocx(docx).includes(words)]).toEqual([true, true])
})
