import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fileKinds } from './file-kind.ts'
import { cleanName, disposition } from './file-name.ts'

test.each([
  ['SOP antar obat.docx', 'docx', 'SOP antar obat.docx'],
  ['FOTO.JPEG', 'jpeg', 'FOTO.jpg'],
  ['laporan.exe', 'pdf', 'laporan.exe.pdf'],
  ['C:\\Users\\Sari\\SK Bupati.PDF', 'pdf', 'SK Bupati.pdf'],
  ['../../etc/passwd', 'text', 'passwd.txt'],
  ['laporan\u202efdp.exe', 'pdf', 'laporanfdp.exe.pdf'],
  ['a\0b\r\nSet-Cookie: x.pdf', 'pdf', 'abSet-Cookie x.pdf'],
  ['.htaccess', 'text', 'htaccess.txt'],
  ['', 'png', 'berkas.png'],
  ['...', 'png', 'berkas.png'],
  ['~$rahasia.xlsx', 'xlsx', 'rahasia.xlsx'],
] as const)('%j as %s is called %j', (given, kind, name) => {
  expect(cleanName(given, kind)).toBe(name)
})

test('any name becomes one that a folder, a page and a header can carry', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 400 }),
      fc.constantFrom(...fileKinds),
      (given, kind) => {
        const name = cleanName(given, kind)
        expect([...name].length).toBeLessThanOrEqual(110)
        expect(name).toBe(name.toWellFormed())
        expect(/[\p{Cc}/\\<>"\u202a-\u202e]/u.test(name)).toBe(false)
        expect(name.startsWith('.')).toBe(false)
        expect(new Headers({ name: disposition(name) }).get('name')).toMatch(
          /^attachment; filename="[ -~]*"; filename\*=UTF-8''[\w.~!#$&+^|%-]+$/,
        )
        expect(cleanName(name, kind)).toBe(name)
      },
    ),
    { numRuns: 5_000 },
  )
})
