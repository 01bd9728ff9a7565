import fc from 'fast-check'
import { expect, test } from 'vitest'
import { byteColumns } from './byte-columns.ts'

function read(text: string, texts = ['node'], numbers = ['time']) {
  const columns = byteColumns(Buffer.from(text), { texts, numbers })
  if (columns === null) return null
  const labels = columns.texts.map(({ ids, labels }) => Array.from(ids, (id) => labels[id]))
  return { rows: columns.rows, labels, numbers: columns.numbers.map((own) => Array.from(own)) }
}

const plain = { rows: 2, labels: [['a', 'b']], numbers: [[1, 2.5]] }

test.each([
  ['commas', 'node,time\na,1\nb,2.5\n'],
  ['no line break at the end', 'node,time\na,1\nb,2.5'],
  ['line breaks of Windows and empty lines at the end', 'node,time\r\na,1\r\nb,2.5\r\n\r\n\n'],
  ['semicolons, a mark at the start', '\uFEFFnode;time\na;1\nb;2.5\n'],
  ['tabs and spaces', ' node \ttime\n a\t 1 \nb \t2.5\n'],
  ['quotes around names and cells', '"node","time"\n"a","1"\n"b","2.5"\n'],
  ['other columns, also with commas and lines in quotes', 'x,time,node\n"1,\n2",1,a\n,2.5,b\n'],
  ['numbers written otherwise', 'node,time\na,1e0\nb,+2.50\n'],
])('a plain file is read: %s', (_, text) => {
  expect(read(text)).toEqual(plain)
})

test.each([
  ['a cell that is no number', 'node,time\na,x\n'],
  ['an endless number', 'node,time\na,Infinity\n'],
  ['an empty number', 'node,time\na,\n'],
  ['an empty text', 'node,time\n,1\n'],
  ['a row in the middle that is empty', 'node,time\na,1\n\nb,2\n'],
  ['a short row', 'node,time\na\n'],
  ['a long row', 'node,time\na,1,2\n'],
  ['a quote within a text', 'node,time\n"a""b",1\n'],
  ['a quote that does not close', 'node,time\n"a,1\n'],
  ['a column that is not there', 'node,when\na,1\n'],
  ['a column that is there twice', 'node,node,time\na,b,1\n'],
  ['no rows', 'node,time\n'],
  ['nothing', ''],
  ['line breaks of old', 'node,time\ra,1\rb,2\r'],
])('anything else is left to the careful reader: %s', (_, text) => {
  expect(read(text)).toBeNull()
})

test('bytes that are not UTF-8 are left to the careful reader', () => {
  const bytes = Buffer.from([...Buffer.from('node,time\n'), 0xe9, ...Buffer.from(',1\n')])
  expect(byteColumns(bytes, { texts: ['node'], numbers: ['time'] })).toBeNull()
})

test('every decimal is read as the number nearest to it', () => {
  const number = fc.oneof(
    fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
    fc.tuple(fc.integer(), fc.nat(999_999)).map(([whole, part]) => `${whole}.${part}`),
    fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }).map(String),
  )
  fc.assert(
    fc.property(fc.array(number, { minLength: 1, maxLength: 20 }), (cells) => {
      const text = `node,time\n${cells.map((cell) => `a,${cell}\n`).join('')}`
      expect(read(text)!.numbers[0]).toEqual(cells.map(Number))
    }),
  )
})

test('texts are told apart by every byte, whole numbers and others alike', () => {
  const label = fc.oneof(
    fc.stringMatching(/^[a-z0-9]{1,8}$/),
    fc.nat(2_000_000).map(String),
    fc.constantFrom('0', '00', '1', '01', 'é', 'Aceh', 'aceh', '-1', '999999', '1000000'),
  )
  fc.assert(
    fc.property(fc.array(label, { minLength: 1, maxLength: 300 }), (labels) => {
      const text = `node,time\n${labels.map((one) => `${one},1\n`).join('')}`
      expect(read(text)!.labels[0]).toEqual(labels)
      const { texts } = byteColumns(Buffer.from(text), { texts: ['node'], numbers: ['time'] })!
      expect(texts[0]!.labels).toEqual([...new Set(labels)])
    }),
  )
})

test('more texts than the first table has room for are all kept', () => {
  const labels = Array.from({ length: 5000 }, (_, i) => `kota-${i}`)
  const text = `node,time\n${[...labels, ...labels].map((one) => `${one},1\n`).join('')}`
  expect(read(text)!.labels[0]).toEqual([...labels, ...labels])
})
