import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fileKinds } from '@semai/domain/files/file-kind'
import { fileFaults } from '@semai/domain/files/file-refusal'
import { aDocx, aPdf, aPng, aZip, anOdt } from '@semai/testkit/made-files'
import { kindOf } from './kind-of.ts'

const told = async (bytes: Buffer | string, name = 'nama.pdf') => {
  const kind = await kindOf(Buffer.from(bytes as Buffer), name)
  return typeof kind === 'string' ? kind : kind.fault
}
const office = (part: string) =>
  aZip([
    { name: '[Content_Types].xml', content: '' },
    { name: part, content: '' },
  ])

test('a file is told by its content, whatever its name says', async () => {
  expect(await told(aPdf(), 'foto.jpg')).toBe('pdf')
  expect(
    await told(
      aPng(2, 2, () => [0, 0, 0]),
      'a.pdf',
    ),
  ).toBe('png')
  expect(await told(aDocx())).toBe('docx')
  expect(await told(office('xl/workbook.xml'))).toBe('xlsx')
  expect(await told(office('ppt/presentation.xml'))).toBe('pptx')
  expect(await told(anOdt())).toBe('odt')
  expect(await told('Antrean turun menjadi 12 menit — ꦗꦮ\n', 'catatan')).toBe('text')
  expect(await told('\ufeffdaerah;jumlah\nLintang;3\n', 'DATA.CSV')).toBe('csv')
})

test.each([
  ['nothing', Buffer.alloc(0), 'empty'],
  ['HEIC of a phone', Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'), 'heic'],
  ['AVIF', Buffer.from('\0\0\0\x1cftypavif\0\0\0\0avifmif1miaf', 'latin1'), 'heic'],
  ['old Word', Buffer.from('d0cf11e0a1b11ae1'.padEnd(1_200, '0'), 'hex'), 'old_office'],
  ['a moving GIF', Buffer.from('GIF89a\x01\0\x01\0', 'latin1'), 'moving'],
  ['a video', Buffer.from('\0\0\0\x18ftypisom\0\0\0\0isommp42', 'latin1'), 'moving'],
  ['a program', Buffer.from('MZ\x90\0\x03\0\0\0'.padEnd(128, '\0'), 'latin1'), 'program'],
  ['a script', Buffer.from('#!/bin/sh\nrm -rf /\n'), 'program'],
  ['a page', Buffer.from(' \n<!DOCTYPE html><script>alert(1)</script>'), 'markup'],
  ['a page without a head', Buffer.from('<script>alert(1)</script>'), 'markup'],
  ['a drawing', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), 'markup'],
  ['a plain archive', aZip([{ name: 'a.txt', content: 'a' }]), 'archive'],
  ['RAR', Buffer.from('Rar!\x1a\x07\x01\0', 'latin1'), 'archive'],
  ['old letters', Buffer.from('Caf\xe9 layanan warga\n', 'latin1'), 'encoding'],
  ['wide letters', Buffer.from('\ufeffhalo', 'utf16le'), 'encoding'],
  ['text with a NUL', Buffer.from('a\0b'), 'unknown'],
  ['a document with macros', aDocx([{ name: 'word/vbaProject.bin', content: 'x' }]), 'macros'],
  ['a document with a program', aDocx([{ name: 'word/embeddings/a.exe', content: 'MZ' }]), 'macros'],
  ['a locked document', aDocx([{ name: 'word/a.xml', content: 'x', flags: 1 }]), 'encrypted'],
  ['a bomb', aDocx([{ name: 'word/media/a.xml', content: 'x', saysUnpacked: 400_000_000 }]), 'bomb'],
  ['a cut document', aDocx().subarray(0, 90), 'damaged'],
  ['a document with bytes behind', Buffer.concat([aDocx(), Buffer.from('<script>')]), 'damaged'],
  ['a PDF that is an archive too', Buffer.concat([aPdf(), aDocx()]), 'disguised'],
  ['a PDF with an archive inside', Buffer.concat([aPdf(), aDocx(), Buffer.from('\n%%EOF\n')]), 'disguised'],
  [
    'a locked PDF',
    Buffer.from(aPdf().toString('latin1').replace('/Root', '/Encrypt 9 0 R/Root'), 'latin1'),
    'encrypted',
  ],
  ['a cut PDF', aPdf().subarray(0, 60), 'damaged'],
])('%s is not taken in', async (_, bytes, fault) => {
  expect(await told(bytes)).toBe(fault)
})

test('files of a ZIP that share bytes are a bomb in waiting', async () => {
  const whole = aDocx([{ name: 'word/a.xml', content: 'xx' }])
  const second = whole.indexOf('PK\u0001\u0002', whole.indexOf('PK\u0001\u0002') + 4, 'latin1')
  const overlapping = Buffer.from(whole)
  overlapping.writeUInt32LE(0, second + 42) // the second file begins where the first does
  expect(await told(overlapping)).toBe('damaged')
})

test('any bytes under any name are a kind or a fault, and never an error', async () => {
  const begins = [
    '',
    'PK\u0003\u0004',
    '%PDF-1.7\n',
    '\xff\xd8\xff\xe0',
    'RIFF\0\0\0\0WEBP',
    '\x89PNG\r\n\x1a\n',
    'GIF89a',
    '<',
    '\0\0\0\x18ftyp',
    'ID3',
    'OggS',
    '0&\xb2u\x8ef\xcf\x11\xa6\xd9\0\xaa\0b\xcel',
  ]
  const known = new Set<string>([...fileKinds, ...fileFaults])
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...begins),
      fc.uint8Array({ maxLength: 3_000 }),
      fc.string({ unit: 'binary', maxLength: 300 }),
      async (begin, rest, name) => {
        const kind = await told(Buffer.concat([Buffer.from(begin, 'latin1'), rest]), name)
        expect(known.has(kind)).toBe(true)
      },
    ),
    { numRuns: 3_000 },
  )
})

test('an office document with any byte changed or cut is a kind or a fault', async () => {
  const whole = aDocx([{ name: 'word/a.xml', content: 'isi' }])
  const known = new Set<string>([...fileKinds, ...fileFaults])
  await fc.assert(
    fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(255), fc.boolean(), async (at, value, isCut) => {
      const other = Buffer.from(isCut ? whole.subarray(0, at) : whole)
      if (!isCut) other[at] = value
      expect(known.has(await told(other))).toBe(true)
    }),
    { numRuns: 2_000 },
  )
})
