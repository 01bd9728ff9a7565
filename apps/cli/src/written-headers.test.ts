import { describe, expect, test } from 'vitest'
import { WrittenHeaders } from './written-headers.ts'

/** Everything that can be read of headers. */
const readings = (headers: Headers | WrittenHeaders) => ({
  all: [...headers],
  names: [...headers.keys()],
  values: [...headers.values()],
  cookies: headers.getSetCookie(),
  asked: ['etag', 'ETag', 'set-cookie', 'vary', 'missing'].map((name) => [
    headers.get(name),
    headers.has(name),
  ]),
})

/** The same done to the platform's headers and to ours: what can be read afterwards, or the error. */
function both(work: (headers: Headers | WrittenHeaders) => void) {
  return [new Headers(), new WrittenHeaders()].map((headers) => {
    try {
      work(headers)
      return readings(headers)
    } catch (problem) {
      return (problem as Error).constructor.name
    }
  })
}

describe("written headers read as the platform's", () => {
  test.each<[string, (headers: Headers | WrittenHeaders) => void]>([
    ['without anything', () => undefined],
    ['after a value was set twice', (h) => (h.set('etag', '"a"'), h.set('ETag', '"b"'))],
    ['after values were added to a name', (h) => (h.append('vary', 'accept'), h.append('Vary', 'origin'))],
    ['with blanks around a value', (h) => h.set('vary', '  accept\t')],
    ['with an empty value', (h) => h.set('vary', '')],
    ['with a number', (h) => h.set('content-length', 12 as unknown as string)],
    ['with signs of Latin-1', (h) => h.set('x-name', 'Séma')],
    ['with several cookies', (h) => (h.append('Set-Cookie', 'a=1'), h.append('set-cookie', 'b=2'))],
    ['with the cookies replaced', (h) => (h.append('set-cookie', 'a=1'), h.set('Set-Cookie', 'b=2'))],
    ['with the cookies deleted', (h) => (h.append('set-cookie', 'a=1'), h.delete('Set-Cookie'))],
    ['after a name was deleted', (h) => (h.set('etag', '"a"'), h.set('vary', '*'), h.delete('ETag'))],
    ['set in no order', (h) => (h.set('vary', '*'), h.append('set-cookie', 'a=1'), h.set('age', '1'))],
  ])('%s', (_, work) => {
    const [platform, ours] = both(work)
    expect(ours).toEqual(platform)
    expect(typeof ours).toBe('object')
  })

  test.each([
    ['etag', 'a\nset-cookie: b=1'],
    ['etag', 'a\rb'],
    ['etag', 'a\0b'],
    ['etag', 'benih 🌱'],
    ['e tag', 'a'],
    ['etag:', 'a'],
    ['', 'a'],
  ])('and refuse as the platform does: %j %j', (name, value) => {
    for (const change of ['set', 'append'] as const) {
      expect(both((headers) => headers[change](name, value))).toEqual(['TypeError', 'TypeError'])
    }
  })
})

test('written headers are made of pairs, of a record, of the platform’s and of their own kind', () => {
  const pairs: [string, string][] = [
    ['etag', '"a"'],
    ['set-cookie', 'a=1'],
    ['set-cookie', 'b=2'],
  ]
  const platform = new Headers(pairs)
  const sources = [pairs, platform, new WrittenHeaders(pairs)]
  for (const source of sources) expect(readings(new WrittenHeaders(source))).toEqual(readings(platform))
  expect([...new WrittenHeaders({ ETag: '"a"' })]).toEqual([['etag', '"a"']])
})

test('a copy of written headers is changed alone', () => {
  const first = new WrittenHeaders({ etag: '"a"' })
  const copy = new WrittenHeaders(first)
  copy.set('etag', '"b"')
  copy.append('set-cookie', 'a=1')
  expect([...first]).toEqual([['etag', '"a"']])
})

test('the lines of written headers are names and values in the order they were set, cookies last', () => {
  const headers = new WrittenHeaders({ vary: '*', 'set-cookie': 'a=1', age: '1' })
  headers.append('set-cookie', 'b=2')
  expect(headers.lines()).toEqual(['vary', '*', 'age', '1', 'set-cookie', 'a=1', 'set-cookie', 'b=2'])
})

test('each header is given to whoever goes through written headers', () => {
  const seen: [string, string][] = []
  new WrittenHeaders({ vary: '*', age: '1' }).forEach((value, name) => seen.push([name, value]))
  expect(seen).toEqual([
    ['age', '1'],
    ['vary', '*'],
  ])
})
