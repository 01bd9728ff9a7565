import type { SitemapKind, SitemapRow } from '@semai/store/exchange/sitemap.queries'
import { href } from '#lib/site/lang.ts'
import { mainPaths } from '#lib/site/main-paths.ts'

/** Records in one file: with both languages 20,000 addresses, of the 50,000 the format allows. */
export const partSize = 10_000

/** Which records a file lists, by the name in its address. */
export const partNames = {
  inovasi: 'innovations',
  daerah: 'regions',
  instansi: 'agencies',
  klaim: 'claims',
  replikasi: 'replications',
  forum: 'forums',
  kebutuhan: 'needs',
  hub: 'hubs',
  program: 'programmes',
  pantauan: 'rounds',
} as const satisfies Record<string, SitemapKind>
export type PartName = keyof typeof partNames

/** The file of pages that stand alone. */
export const pagesPart = 'halaman'
/** The pages that stand alone. */
export const pathsAlone = [
  '/',
  ...mainPaths,
  '/dicari',
  '/forum',
  '/bertahan',
  '/penyebaran/jaringan',
  '/penyebaran/kelompok',
  '/penyebaran/riset',
  '/pantauan',
  '/papan',
  '/penyebaran/uji-ulang',
  '/uji-petik',
  '/program/papan',
  '/program/peristiwa',
  '/hub',
  '/instansi/pengelolaan',
  '/kebutuhan',
  '/koreksi',
  '/metode',
  '/tentang',
  '/aksesibilitas',
  '/gaya',
] as const

const head = '<?xml version="1.0" encoding="UTF-8"?>\n'
const namespace = 'http://www.sitemaps.org/schemas/sitemap/0.9'

/** The index: one line for each file. */
export function sitemapIndex(origin: string, counts: Record<SitemapKind, number>): string {
  const parts = (Object.keys(partNames) as PartName[]).flatMap((name) =>
    Array.from(
      { length: Math.ceil(counts[partNames[name]] / partSize) },
      (_, index) => `${name}-${index + 1}`,
    ),
  )
  const lines = [pagesPart, ...parts].map(
    (part) => `<sitemap><loc>${origin}/sitemap/${part}.xml</loc></sitemap>`,
  )
  return `${head}<sitemapindex xmlns="${namespace}">\n${lines.join('\n')}\n</sitemapindex>\n`
}

/** One file: each page in both languages, each naming the other. */
export function sitemapFile(origin: string, paths: readonly string[]): string {
  const lines = paths.flatMap((path) => {
    const [id, en] = [origin + href('id', path), origin + href('en', path)]
    const links = `${alternate('id', id)}${alternate('en', en)}${alternate('x-default', id)}`
    return [id, en].map((address) => `<url><loc>${address}</loc>${links}</url>`)
  })
  return (
    `${head}<urlset xmlns="${namespace}" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n` +
    `${lines.join('\n')}\n</urlset>\n`
  )
}

function alternate(lang: string, address: string): string {
  return `<xhtml:link rel="alternate" hreflang="${lang}" href="${address}"/>`
}

/** The paths of records: an innovation somebody runs has pages of its claims, its family and who comes next beside its own, one with a blueprint that page, one in a programme how ready it is, one whose replicas report what they report, an agency with innovations one of their management. */
export function recordPaths(name: PartName, rows: readonly SitemapRow[]): readonly string[] {
  return rows.flatMap(({ slug, ...has }) => [
    `/${name}/${slug}`,
    ...(has.hasClaims ? ['klaim', 'silsilah', 'berikutnya'].map((page) => `/${name}/${slug}/${page}`) : []),
    ...(has.hasBlueprint ? [`/${name}/${slug}/rancang-bangun`] : []),
    ...(has.hasVersions ? [`/${name}/${slug}/riwayat`] : []),
    ...(has.hasVisitDays ? [`/${name}/${slug}/studi-tiru`] : []),
    ...(has.hasProgramme ? [`/${name}/${slug}/kesiapan`] : []),
    ...(has.hasResults ? [`/${name}/${slug}/hasil`] : []),
    ...(has.hasInnovations ? [`/${name}/${slug}/pengelolaan`] : []),
  ])
}

/** Which file an address asks for; null when there is none of that name. */
export function partOf(text: string): { name: PartName; number: number } | null {
  const [, name, number] = /^([a-z]+)-([1-9]\d{0,4})$/.exec(text) ?? []
  return name && Object.hasOwn(partNames, name) ? { name: name as PartName, number: Number(number) } : null
}
