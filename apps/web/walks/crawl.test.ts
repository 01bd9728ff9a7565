import { beforeAll, expect, test } from 'vitest'
import { publicActor } from '@semai/domain/people/actor'
import { routeRules, ruleOf } from '../src/lib/server/route-rules.ts'
import { crawl, type Visit } from './crawl.ts'
import { fetchText } from './walk.ts'
import { withheldNarratives } from './withheld-narratives.ts'

/** Every link of the site is followed once, scripts off; the tests look at what came back. */
const { inferred, unconfirmed } = await withheldNarratives()
const shown: {
  address: string
  narrative: 'inferred' | 'unconfirmed'
  says: string | undefined
  isOwned: boolean
}[] = []
/** Pages that ask search engines to leave them out, such as the one for signing in. */
const unlisted = new Set<string>()
let visits: Map<string, Visit>
let named: ReadonlySet<string>
let pages: Visit[]

beforeAll(async () => {
  const crawled = await crawl(
    ['/', '/en', '/robots.txt', '/sitemap.xml', '/data/katalog.jsonld'],
    (address, text) => {
      if (text.includes('<meta name="robots" content="noindex"')) unlisted.add(address)
      const isOwned = /<html/.test(text) && /pengetahuan umum|general knowledge/i.test(text)
      for (const [narrative, finder] of Object.entries({ inferred, unconfirmed } as const)) {
        const [says] = finder.find(text)
        if (says !== undefined) shown.push({ address, narrative: narrative as 'inferred', says, isOwned })
      }
    },
  )
  visits = crawled.visits
  named = crawled.named
  pages = [...visits.values()].filter(({ type }) => type.startsWith('text/html'))
  console.log(`${visits.size} addresses asked, ${pages.length} of them pages`)
}, 240_000)

test('every link leads somewhere', () => {
  const dead = [...visits.values()].filter(({ status }) => status !== 200)
  expect(dead.map(({ address, status, from }) => `${status} ${address} from ${from}`)).toEqual([])
  expect(pages.length).toBeGreaterThan(2_000)
})

test('every link into a page names a part that is there', () => {
  const dead = pages.flatMap(({ address, links }) =>
    links.flatMap(({ own }) => {
      const target = own && visits.get(own.address)
      if (!own || own.anchor === '' || !target?.type.startsWith('text/html')) return []
      return target.ids.has(own.anchor) ? [] : [`${address} → ${own.address}#${own.anchor}`]
    }),
  )
  expect([...new Set(dead)]).toEqual([])
})

test('nothing is loaded from another site', () => {
  const loaded = pages.flatMap(({ address, links }) =>
    links
      .filter(({ own, element }) => own === null && element !== 'a')
      .map(({ element, written }) => `${element} ${written} on ${address}`),
  )
  expect(loaded).toEqual([])
})

test('no narrative that was inferred from a name stands on any page, in any export or answer', () => {
  expect(inferred.narratives).toBe(60)
  expect(shown.filter(({ narrative }) => narrative === 'inferred')).toEqual([])
})

test('a narrative from general knowledge stands on pages only, and they say what it rests on', () => {
  expect(unconfirmed.narratives).toBeGreaterThan(100)
  const pagesWithOne = shown.filter(({ narrative }) => narrative === 'unconfirmed')
  expect(pagesWithOne.length).toBeGreaterThan(100)
  expect(pagesWithOne.filter(({ isOwned }) => !isOwned)).toEqual([])
})

test('every kind of page, file and answer was met', () => {
  const met = [...visits.keys()].map((address) => routeOf(address.replace(/\?.*/, '')))
  const hidden = ['/.well-known/security.txt', '/api/[...path]'] // without an operator; what the API has not
  hidden.push('/masuk/layanan', '/masuk/layanan/kembali', '/keluar/layanan') // without a provider of sign-on
  // for those who have a session or a link
  const byLetter = ['/keluar', '/pulihkan/[link]', '/undangan/[token]', '/koreksi/lacak/[link]']
  byLetter.push(
    '/minta-akun/lacak/[link]',
    '/minta-akun/surel/[link]',
    '/masih-berjalan/[link]',
    '/denyut/[link]',
    '/kabar/berhenti/[link]',
    '/laporan/luring', // stands in for others while there is no connection
  )
  // none is shipped, or computed from what is
  const written = Object.keys(routeRules).filter((route) =>
    /rancang-bangun|\[slug\]\/hasil|riwayat|berkas|studi-tiru|^\/replikasi\/\[|^\/forum\/\[|^\/uji-petik\/\[|^\/pantauan\/\[|^\/penyebaran\/(jaringan|kelompok|riset)\/|^\/dokumen|^\/lampiran/.test(
      route,
    ),
  )
  byLetter.push('/kebutuhan/[id]', '/kebutuhan/[id]/padanan')
  // behind a button, and linked only where citizens said something or something was promised
  byLetter.push('/inovasi/[slug]/suara', '/daerah/[slug]/warga')
  // linked where something is ranked
  byLetter.push(
    '/daerah/[slug]/berikutnya',
    '/daerah/[slug]/berikutnya/berikutnya.csv',
    '/inovasi/[slug]/berikutnya/berikutnya.csv',
  )
  const open = Object.keys(routeRules).filter((route) => ruleOf(route, 'GET')?.allows(publicActor, null))
  expect(open.filter((route) => ![...hidden, ...byLetter, ...written, ...met].includes(route))).toEqual([
    '/sitemap/[part].xml',
  ])
})

test('the sitemap lists every page that a reader can reach, in both languages', async () => {
  const index = await fetchText('/sitemap.xml')
  const files = addressesIn(index.text)
  const listed = (await Promise.all(files.map((file) => fetchText(file)))).flatMap(({ text }) =>
    addressesIn(text),
  )
  const asked = pages
    .map(({ address }) => address)
    .filter((address) => !address.includes('?') && !unlisted.has(address))
  const isTwin = (address: string) => address.startsWith('/en/') && asked.includes(address.slice(3))
  const reachable = new Set([...asked, ...[...named].filter((one) => !visits.has(one) && isTwin(one))])
  const forms = ['/koreksi/baru', '/masuk', '/masuk/kunci', '/minta-akun', '/pulihkan']
  const alone = [...unlisted].filter((address) => !address.endsWith('/suara')) // where citizens say something
  expect(alone.sort()).toEqual([...forms.map((path) => `/en${path}`), ...forms])
  expect(listed.length).toBe(new Set(listed).size)
  expect(listed.filter((path) => !reachable.has(path))).toEqual([])
  expect([...reachable].filter((path) => !listed.includes(path))).toEqual([])
})

/** The paths of a sitemap's own addresses. */
function addressesIn(xml: string): string[] {
  return [...xml.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, address]) => new URL(address!).pathname)
}

/** The id of the route that answers a path: the most literal one that fits. */
function routeOf(path: string): string | undefined {
  const plain = path.replace(/^\/en(?=\/|$)/, '') || '/'
  const fits = Object.keys(routeRules).filter((route) => patternOf(route).test(plain))
  return fits.toSorted(
    (a, b) =>
      a.split('[').length - b.split('[').length || Number(a.includes('[...')) - Number(b.includes('[...')),
  )[0]
}

function patternOf(route: string): RegExp {
  const literal = route.replace(/[.*+?^${}()|\\]/g, '\\$&')
  return new RegExp(`^${literal.replace(/\[\\\.\\\.\\\.\w+\]/g, '.+').replace(/\[\w+\]/g, '[^/]+')}$`)
}
