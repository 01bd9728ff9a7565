import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { pageOf } from './markup.ts'
import { at, fetchText, newPage } from './walk.ts'

const kB = 1_000
/** What the first view of any public page may weigh; scripts by gzip, pages and styles as browsers get them. */
const budget = { script: 45 * kB, page: 60 * kB, style: 20 * kB, font: 40 * kB }

const paths = [
  '/',
  '/en',
  '/katalog',
  '/katalog?tampilan=peta',
  '/katalog?tampilan=tabel',
  '/inovasi/mal-pelayanan-publik',
  '/inovasi/mooc-pintar',
  '/inovasi/mal-pelayanan-publik/klaim',
  '/daerah',
  '/daerah/kabupaten-banyuwangi',
  '/daerah/jawa-timur',
  '/daerah/jawa-timur/warga',
  '/inovasi/mal-pelayanan-publik/suara',
  '/instansi',
  '/instansi/pemerintah-kabupaten-banyuwangi',
  '/penyebaran',
  '/bertahan',
  '/replikasi',
  '/uji-petik',
  '/pantauan',
  '/forum',
  '/penyebaran?inovasi=PRG-MPP',
  '/penyebaran?inovasi=PRG-MPP&banding=PRG-112',
  '/penyebaran/uji-ulang',
  '/inovasi/mal-pelayanan-publik/berikutnya',
  '/program',
  '/program/papan',
  '/program/peristiwa',
  '/program/mal-pelayanan-publik',
  '/data',
  '/metode',
  '/tentang',
  '/aksesibilitas',
  '/gaya',
  '/tidak-ada',
]

test.each(paths)('%s stays within its weight', async (path) => {
  const page = await newPage()
  const kinds = new Map<string, string>()
  page.on('request', (request) => kinds.set(request.url(), request.resourceType()))
  await page.goto(path, { waitUntil: 'load' })
  const weight = { script: 0, page: 0, style: 0, font: 0 }
  const names: Record<string, keyof typeof weight> = {
    script: 'script',
    document: 'page',
    stylesheet: 'style',
    font: 'font',
  }
  for (const [url, kind] of kinds) {
    const name = names[kind]
    if (name) weight[name] += await bytesOf(url, name)
  }
  const over = Object.entries(weight).filter(([name, bytes]) => bytes > budget[name as keyof typeof budget])
  expect({ path, weight, over }).toEqual({ path, weight, over: [] }) // a failure names every figure
})

async function bytesOf(url: string, name: string): Promise<number> {
  const body = Buffer.from(await (await fetch(url)).arrayBuffer())
  if (name === 'font') return body.length
  return name === 'script' ? gzipSync(body).length : brotliCompressSync(body, quality).length
}

/** The quality the server itself uses for pages. */
const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }

test('pages are sent compressed to whoever can read it', async () => {
  for (const coding of ['br', 'gzip']) {
    const response = await fetch(at('/katalog'), { headers: { 'accept-encoding': coding } })
    expect(response.headers.get('content-encoding')).toBe(coding)
  }
})

test('what a page loads is kept by the browser for a year, and the page itself is asked about', async () => {
  const { text, headers } = await fetchText('/')
  expect(headers.get('cache-control')).toBe('no-cache')
  const loaded = pageOf(text, at(''), '/').links.flatMap(({ element, own }) =>
    element === 'link' && own?.address.startsWith('/_app/') ? [own.address] : [],
  )
  expect(loaded.length).toBeGreaterThan(0)
  for (const address of loaded) {
    const kept = (await fetchText(address)).headers.get('cache-control')
    expect([address, kept]).toEqual([address, 'public,max-age=31536000,immutable'])
  }
})
