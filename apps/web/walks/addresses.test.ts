import { expect, test } from 'vitest'
import { catalogueTexts } from '../src/lib/texts/catalogue.ts'
import { errorTexts } from '../src/lib/texts/errors.ts'
import { at, fetchText } from './walk.ts'

const cursorOf = (place: unknown) => Buffer.from(JSON.stringify(place)).toString('base64url')

/** Addresses of records nobody has, or written wrongly. */
const missing = [
  '/tidak-ada',
  '/en/en/katalog',
  '/inovasi/tidak-ada',
  '/inovasi/tidak-ada/klaim',
  '/inovasi/tidak-ada/sebaran.csv',
  '/inovasi/mal-pelayanan-publik/sebaran.pdf',
  '/daerah/tidak-ada',
  '/daerah/%00',
  '/inovasi/%00',
  '/instansi/%00',
  '/instansi?q=%00',
  '/katalog?q=%00',
  '/instansi/..%2f..%2fetc',
  '/data/tidak-ada.csv',
  '/skema/tidak-ada',
  '/sitemap/tidak-ada.xml',
  '/sitemap/inovasi-9.xml',
  '/api/tidak-ada',
  '/api/inovasi/INV-9999',
  '/api/inovasi/%00',
  '/api/instansi?q=a%00b',
  '/api/daerah/99.99',
  '/api/instansi/tidak-ada',
]

test.each(missing)('%s is not found', async (path) => {
  expect((await fetchText(path)).status).toBe(404)
})

test('the page that says so speaks the language of its address and names ways on', async () => {
  for (const [path, lang] of [
    ['/inovasi/tidak-ada', 'id'],
    ['/en/inovasi/tidak-ada', 'en'],
  ] as const) {
    const { text, status } = await fetchText(path)
    expect([path, status, text.includes(errorTexts[lang].notFound.title)]).toEqual([path, 404, true])
    expect(text).toContain(`<html lang="${lang}"`)
    expect(text).toContain(errorTexts[lang].toCatalogue)
    expect(text).toContain('name="robots" content="noindex"')
  }
})

test.each([
  ['/masuk', 'application/json', '{}', 415, errorTexts.id.notForm.says],
  ['/en/masuk', 'application/json', '{}', 415, errorTexts.en.notForm.says],
  ['/masuk', 'application/x-www-form-urlencoded', 'a'.repeat(600_000), 413, 'Sekali kirim paling banyak'],
  ['/en/masuk', 'application/x-www-form-urlencoded', 'a'.repeat(600_000), 413, 'Go back to the page before'],
] as const)(
  'what %s cannot take as %s is told in its language, with the way on',
  async (path, type, body, status, says) => {
    const headers = { 'content-type': type, accept: 'text/html' }
    const response = await fetch(at(path), { method: 'POST', body, headers })
    expect(response.status).toBe(status)
    expect(await response.text()).toContain(says)
  },
)

/** Questions the API can not read: each is refused with the name of the parameter. */
test.each([
  ['/api/klaim?limit=9999', 'limit'],
  ['/api/klaim?limit=x', 'limit'],
  ['/api/klaim?cursor=xx', 'cursor'],
  ['/api/klaim?dari=2020-99-99', 'dari'],
  ['/api/klaim?daerah=x', 'daerah'],
  ['/api/klaim?kekuatan=kuat', 'kekuatan'],
  ['/api/inovasi?urut=x', 'urut'],
  ['/api/inovasi?dari=0', 'dari'],
  ['/api/inovasi?tidak=ada', 'tidak'],
  [`/api/instansi?cursor=${cursorOf(['\0'])}`, 'cursor'],
  [`/api/daerah?cursor=${cursorOf([{}])}`, 'cursor'],
  ['/data/klaim.csv?daerah=x', 'daerah'],
])('%s is refused, naming %s', async (path, where) => {
  const { status, text } = await fetchText(path)
  const faults = (JSON.parse(text) as { faults: { where: string }[] }).faults.map((fault) => fault.where)
  expect([status, faults]).toEqual([400, [where]])
})

/** Pages pass over what they can not read; the catalogue names it. */
test.each([
  '/instansi?jenis=x',
  '/instansi?sesudah=x',
  `/instansi?sesudah=${cursorOf(['a', '12345678-1234-1234-1234-12345678901-'])}`,
  `/instansi?sesudah=${cursorOf(['\0', '12345678-1234-1234-1234-123456789012'])}`,
  '/inovasi/mal-pelayanan-publik/klaim?hal=-1',
  '/inovasi/mal-pelayanan-publik/klaim?hal=99999999999999999999',
  '/inovasi/mal-pelayanan-publik?kekuatan=x',
  '/penyebaran?inovasi=x&kekuatan=x',
  '/daerah?q=%25%5C_',
  '/katalog?q=%27%22%3Cscript%3E%28%26%7C%21%29%3A%2A',
  `/katalog?q=${'a'.repeat(2_000)}`,
])('%s is answered', async (path) => {
  expect((await fetchText(path)).status).toBe(200)
})

test.each([
  ['/katalog?dari=abc', catalogueTexts.id.faultsTitle],
  ['/en/katalog?provinsi=x', catalogueTexts.en.faultsTitle],
  ['/katalog?lanjut=xx', catalogueTexts.id.badCursor],
])('%s says what was passed over', async (path, sentence) => {
  const { status, text } = await fetchText(path)
  expect([status, text.includes(sentence)]).toEqual([200, true])
})

test('what a reader typed is shown as text, never as markup', async () => {
  for (const path of ['/katalog?q=', '/daerah?q=', '/instansi?q=', '/penyebaran?inovasi=']) {
    const { text } = await fetchText(`${path}${encodeURIComponent('"><img src=x onerror=alert(1)>')}`)
    expect([path, text.includes('<img src=x')]).toEqual([path, false])
  }
})
