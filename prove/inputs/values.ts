import fc from 'fast-check'

/** What one field is given: a value that could be meant, one that nobody means, or something else than one value. */
export type Given = {
  how: 'plausible' | 'hostile' | 'missing' | 'repeated' | 'file'
  pick: number
  text: string
}

/** One request as it was drawn. Numbers choose among what the site offers, so that a seed gives the same values again. */
export type Drawn = {
  isWrite: boolean
  target: number
  address: number
  form: number
  stranger: number | null
  parameter: string | null
  query: [name: string, value: string][]
  hostility: 'none' | 'one' | 'all'
  given: Given[]
  extra: [name: string, value: string][]
  body: 'as the form' | 'multipart' | 'json' | 'odd json' | 'text' | 'none'
  json: unknown
}

const known = [
  '',
  ' ',
  '\0',
  'a\0b',
  '\ud800',
  'x\udfff',
  '\u202eterbalik\u202c',
  '\u200f\u200e\u2066',
  '👩‍👩‍👧‍👦🇮🇩',
  'é'.normalize('NFD').repeat(200),
  '-1',
  '0',
  '-0',
  '1e999',
  'NaN',
  'Infinity',
  '99999999999999999999',
  '2147483648',
  '9223372036854775808',
  '1.5',
  '٣',
  'true',
  'null',
  'undefined',
  '[]',
  '{}',
  '[object Object]',
  '00000000-0000-0000-0000-000000000000',
  '00000000-0000-4000-8000-00000000zzzz',
  'not-a-uuid',
  '2024-02-30',
  '0000-00-00',
  '99999-01-01',
  '-000001-01-01',
  '2024-13',
  '31/12/2024',
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '</textarea></form><form>',
  "' or 1=1; --",
  "'; drop table person; --",
  '%s%n%x',
  '%00',
  '%E0%A4%A',
  '${7*7}{{7*7}}',
  '../../../../etc/passwd',
  '\\..\\',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'javascript:alert(1)',
  'http://[::1',
  '=cmd|calc',
  '\r\nSet-Cookie: a=b',
  '\u2028\u2029',
  'a'.repeat(5_000),
  'kata '.repeat(4_000),
  'x'.repeat(100_000),
  '\n'.repeat(10_000),
]

/** A text that no form of ours asks for. */
const hostile = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...known) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 300 }) },
  { weight: 1, arbitrary: fc.oneof(fc.double(), fc.bigInt(), fc.integer()).map(String) },
  { weight: 1, arbitrary: fc.uuid() },
  { weight: 1, arbitrary: fc.date({ noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10)) },
)

const name = fc.oneof(
  fc.constantFrom(
    '__proto__',
    'constructor',
    'step',
    'id',
    'q',
    'cursor',
    'lang',
    'batas',
    'urut',
    '/',
    '/step',
    '',
  ),
  fc.string({ maxLength: 12 }),
)

const given: fc.Arbitrary<Given> = fc.record({
  how: fc.constantFrom('plausible', 'hostile', 'hostile', 'missing', 'repeated', 'file'),
  pick: fc.nat(),
  text: hostile,
})

const pairs = (maxLength: number) => fc.array(fc.tuple(name, hostile), { maxLength })

/** Once in so many requests. */
function sometimes<T>(arbitrary: fc.Arbitrary<T>, oneIn: number): fc.Arbitrary<T | null> {
  return fc.oneof({ weight: oneIn - 1, arbitrary: fc.constant(null) }, { weight: 1, arbitrary })
}

/** Every kind of request the proof sends. */
export const drawn: fc.Arbitrary<Drawn> = fc.record({
  isWrite: fc.constantFrom(true, true, true, false),
  target: fc.nat(),
  address: fc.nat(),
  form: fc.nat(),
  stranger: sometimes(fc.nat(), 8),
  parameter: sometimes(hostile, 8).map((text) => text?.slice(0, 2_000) ?? null),
  query: pairs(2).map((list) => list.map(([key, text]): [string, string] => [key, text.slice(0, 2_000)])),
  hostility: fc.constantFrom('none', 'none', 'one', 'one', 'one', 'all'),
  given: fc.array(given, { minLength: 12, maxLength: 12 }),
  extra: fc.oneof(
    { weight: 4, arbitrary: fc.constant<[string, string][]>([]) },
    { weight: 1, arbitrary: pairs(3) },
  ),
  body: fc.constantFrom(
    ...Array.from({ length: 14 }, () => 'as the form' as const),
    ...(['multipart', 'multipart', 'json', 'odd json', 'text', 'none'] as const),
  ),
  json: fc.oneof(
    fc.jsonValue({ stringUnit: 'binary' }),
    fc.constantFrom<unknown>(
      [],
      null,
      0,
      'x',
      { content: null },
      { revision: -1 },
      { content: { name: '\ud800' } },
    ),
  ),
})
