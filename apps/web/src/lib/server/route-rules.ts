import { everyone, signedIn } from '@semai/domain/people/access'
import { leads } from '@semai/domain/action-plans/budget-parties'
import { readsTrail } from '@semai/domain/audit/reads-trail'
import { bringsSheets } from '@semai/domain/innovations/returned-sheet'
import { watchesFreshness } from '@semai/domain/innovations/still-running'
import { administersAgencies, administersAllAgencies } from '@semai/domain/organisations/restructuring'
import { administersPeople, administersPlatform } from '@semai/domain/people/granting'
import { holdsForum, recommends } from '@semai/domain/replications/replication-parties'
import { editsReasons } from '@semai/domain/reasons/reason'
import type { Rule } from '@semai/domain/people/access'
import { adopterRoutes } from './adopter-routes.ts'
import { apiRouteRules } from './api-route-rules.ts'
import { citizenRoutes } from './citizen-routes.ts'
import { documentRouteRules } from './document-route-rules.ts'
import { draftRoutes } from './draft-routes.ts'
import { hubRoutes } from './hub-routes.ts'
import { pulseRoutes } from './pulse-routes.ts'
import { roundRoutes } from './round-routes.ts'
import { scalingRoutes } from './scaling-routes.ts'

/** One rule for reading a page, or one for each thing that can be asked: `GET`, `PUT`, a form action `?/name`. */
export type RouteRule = Rule<unknown> | Readonly<Record<string, Rule<unknown>>>

/**
 * Who may ask for each route, by its id: the folder below `routes`. What has no line here answers 404, and a test
 * compares the list with the folders, methods and actions. What a person sees on a page is narrowed by the `visible…`
 * queries, what they may do with one record by its life cycle.
 */
export const routeRules: Readonly<Record<string, RouteRule>> = {
  ...adopterRoutes,
  ...hubRoutes,
  ...pulseRoutes,
  ...citizenRoutes,
  ...roundRoutes,
  '/': everyone,
  '/.well-known/security.txt': everyone,
  '/akun': { GET: signedIn, '?/end': signedIn },
  '/akun/kabar': { GET: signedIn, '?/default': signedIn },
  '/akun/token': { GET: signedIn, '?/make': signedIn, '?/revoke': signedIn },
  '/akun/pengaman': {
    GET: signedIn,
    '?/app': signedIn,
    '?/password': signedIn,
    '?/passkey': signedIn,
    '?/remove': signedIn,
    '?/link': signedIn,
    '?/unlink': signedIn,
  },
  '/akun/tantangan': { POST: signedIn },
  '/aksesibilitas': everyone,
  ...apiRouteRules,
  '/berkas/[id]/[rendition]': everyone,
  '/daerah': everyone,
  '/daerah/[slug]': everyone,
  '/daerah/[slug]/papan': signedIn,
  '/daerah/[slug]/papan/[sheet].csv': signedIn,
  '/daerah/[slug]/papan/ringkasan.pdf': signedIn,
  '/data': everyone,
  '/data/[file]': everyone,
  '/data/katalog.jsonld': everyone,
  '/bertahan': everyone,
  '/dicari': everyone,
  ...documentRouteRules,
  '/forum': everyone,
  '/forum/[id]': everyone,
  '/forum/baru': { GET: holdsForum, '?/default': holdsForum },
  '/gaya': everyone,
  '/inovasi/[slug]': everyone,
  '/inovasi/[slug]/hasil': everyone,
  '/inovasi/[slug]/hasil/hasil.csv': everyone,
  '/inovasi/[slug]/silsilah': everyone,
  '/inovasi/[slug]/jalankan': { GET: signedIn, '?/default': signedIn },
  '/inovasi/[slug]/kelola': {
    GET: signedIn,
    '?/step': signedIn,
    '?/answer': signedIn,
    '?/ask': signedIn,
    '?/offer': signedIn,
    '?/handover': signedIn,
    '?/merge': signedIn,
    '?/propose': signedIn,
  },
  '/inovasi/[slug]/kelola/iga': signedIn,
  '/inovasi/[slug]/kelola/iga/iga.csv': signedIn,
  '/inovasi/[slug]/klaim': everyone,
  '/inovasi/[slug]/rancang-bangun': { GET: everyone, '?/write': signedIn },
  '/inovasi/[slug]/rancang-bangun/[part]/publiccode.yml': everyone,
  '/inovasi/[slug]/rancang-bangun/banding': everyone,
  '/inovasi/[slug]/rancang-bangun/rancang-bangun.json': everyone,
  '/inovasi/[slug]/replikasi': { GET: signedIn, '?/default': signedIn },
  '/inovasi/[slug]/riwayat': everyone,
  '/inovasi/[slug]/sebaran.[format]': everyone,
  '/inovasi/[slug]/studi-tiru': {
    GET: everyone,
    '?/statement': signedIn,
    '?/slot': signedIn,
    '?/ask': signedIn,
  },
  '/instansi': everyone,
  '/instansi/[slug]': everyone,
  '/instansi/[slug]/pengelolaan': everyone,
  '/instansi/[slug]/pengelolaan/tulis': { GET: signedIn, '?/default': signedIn },
  '/instansi/pengelolaan': everyone,
  '/kabar': { GET: signedIn, '?/open': signedIn, '?/all': signedIn },
  '/kabar/berhenti/[link]': { GET: everyone, '?/default': everyone },
  '/katalog': everyone,
  '/kelola/alasan': {
    GET: editsReasons,
    '?/add': editsReasons,
    '?/relabel': editsReasons,
    '?/retire': editsReasons,
  },
  '/kelola/instansi': { GET: administersAgencies, '?/add': administersAgencies },
  '/kelola/instansi/[slug]': {
    GET: administersAgencies,
    '?/rename': administersAgencies,
    '?/merge': administersAgencies,
    '?/split': administersAgencies,
  },
  '/kelola/instansi/impor': {
    GET: administersAllAgencies,
    '?/check': administersAllAgencies,
    '?/apply': administersAllAgencies,
  },
  '/kelola/jejak': readsTrail,
  '/kelola/jippnas.csv': signedIn,
  '/kelola/kata': {
    GET: administersPlatform,
    '?/synonym': administersPlatform,
    '?/remove': administersPlatform,
    '?/stop': administersPlatform,
    '?/count': administersPlatform,
  },
  '/kelola/kebaruan': { GET: watchesFreshness, '?/ask': watchesFreshness, '?/sheet': watchesFreshness },
  '/kelola/kebaruan/lembar.csv': watchesFreshness,
  '/kelola/lembar': { GET: bringsSheets, '?/compare': bringsSheets, '?/take': bringsSheets },
  '/kelola/kesehatan': administersPlatform,
  '/kelola/orang': {
    GET: administersPeople,
    '?/invite': administersPeople,
    '?/revoke': administersPeople,
    '?/certify': administersPeople,
    '?/recover': administersPeople,
  },
  '/kelola/permintaan': {
    GET: administersPeople,
    '?/step': administersPeople,
    '?/address': administersPeople,
  },
  '/kelola/pekerjaan': { GET: administersPlatform, '?/retry': administersPlatform },
  '/kebutuhan': everyone,
  '/kebutuhan/[id]': { GET: everyone, '?/step': signedIn, '?/document': everyone, '?/minute': everyone },
  '/kebutuhan/[id]/padanan': {
    GET: everyone,
    '?/candidate': signedIn,
    '?/save': signedIn,
    '?/decide': signedIn,
    '?/idea': signedIn,
  },
  '/kebutuhan/[id]/ubah': { GET: signedIn, '?/default': signedIn },
  '/kebutuhan/baru': { GET: signedIn, '?/default': signedIn },
  '/kebutuhan/impor': { GET: signedIn, '?/default': signedIn },
  '/kebutuhan/kebutuhan.csv': everyone,
  '/kebutuhan/sesi/[id]': signedIn,
  '/kebutuhan/sesi/baru': { GET: signedIn, '?/default': signedIn },
  '/keluar': { GET: everyone, '?/default': everyone },
  '/keluar/layanan': everyone,
  '/kerja': signedIn,
  '/kerja/antrean': signedIn,
  '/klaim/[id]': { GET: everyone, '?/step': signedIn, '?/consent': signedIn },
  '/kerja/pimpinan': leads,
  '/koreksi': everyone,
  '/koreksi/[id]': { GET: signedIn, '?/step': signedIn, '?/contact': signedIn },
  '/koreksi/baru': { GET: everyone, '?/default': everyone },
  '/koreksi/lacak/[link]': { GET: everyone, '?/step': everyone },
  '/laporan/kiriman': { POST: signedIn },
  '/laporan/luring': everyone,
  '/masuk': { GET: everyone, '?/default': everyone },
  '/masuk/kode': { GET: signedIn, '?/default': signedIn },
  '/masih-berjalan/[link]': { GET: everyone, '?/default': everyone },
  '/masuk/kunci': { GET: everyone, '?/default': everyone },
  '/masuk/layanan': everyone,
  '/masuk/layanan/kembali': everyone,
  '/masuk/tantangan': { POST: everyone },
  '/masuk/ulang': { GET: signedIn, '?/default': signedIn },
  '/metode': everyone,
  '/minta-akun': { GET: everyone, '?/default': everyone },
  '/minta-akun/lacak/[link]': { GET: everyone, '?/step': everyone },
  '/minta-akun/surel/[link]': { GET: everyone, '?/default': everyone },
  ...draftRoutes,
  '/penyebaran': everyone,
  '/penyebaran/jaringan': everyone,
  '/penyebaran/jaringan/jaringan.csv': everyone,
  '/penyebaran/kelompok': everyone,
  '/penyebaran/kelompok/kelompok.csv': everyone,
  '/penyebaran/riset': everyone,
  '/penyebaran/riset/urutan.csv': everyone,
  '/penyebaran/daerah.csv': everyone,
  ...scalingRoutes,
  '/pulihkan': everyone,
  '/pulihkan/[link]': { GET: everyone, '?/default': everyone },
  '/robots.txt': everyone,
  '/replikasi': everyone,
  '/replikasi/[code]': { GET: everyone, '?/step': signedIn, '?/milestone': signedIn, '?/facts': signedIn },
  '/replikasi/[code]/rancang-bangun': {
    GET: everyone,
    '?/start': signedIn,
    '?/update': signedIn,
    '?/draft': signedIn,
    '?/confirm': signedIn,
  },
  '/replikasi/saran': { GET: recommends, '?/default': recommends },
  '/replikasi/[code]/rancang-bangun/rancang-bangun.json': everyone,
  '/replikasi/[code]/anggaran': {
    GET: everyone,
    '?/commit': signedIn,
    '?/withdraw': signedIn,
    '?/link': signedIn,
    '?/fund': signedIn,
  },
  '/replikasi/[code]/laporan': { GET: everyone, '?/keep': signedIn },
  '/replikasi/[code]/laporan/[id]': {
    GET: everyone,
    '?/keep': signedIn,
    '?/step': signedIn,
    '?/document': everyone,
  },
  '/replikasi/[code]/rencana': {
    GET: everyone,
    '?/document': everyone,
    '?/save': signedIn,
    '?/agree': signedIn,
    '?/comment': signedIn,
  },
  '/sitemap.xml': everyone,
  '/sitemap/[part].xml': everyone,
  '/skema/[file]': everyone,
  '/studi-tiru/[id]': { GET: signedIn, '?/step': signedIn, '?/report': signedIn, '?/document': signedIn },
  '/tentang': everyone,
  '/undangan/[token]': { GET: everyone, '?/default': everyone },
}

const readings = new Set(['GET', 'HEAD', 'OPTIONS'])

/** The rule of what is asked of a route; undefined when nothing says who may. */
export function ruleOf(route: string, asked: string): Rule<unknown> | undefined {
  const rule = Object.hasOwn(routeRules, route) ? routeRules[route] : undefined
  if (rule === undefined) return undefined
  if (isRule(rule)) return readings.has(asked) ? rule : undefined
  const name = readings.has(asked) ? 'GET' : asked
  return Object.hasOwn(rule, name) ? rule[name] : undefined
}

/** Whether a route is an endpoint that takes POST itself; the others take it as an action of their page. */
export function takesPost(route: string): boolean {
  return Object.hasOwn(routeRules, route) && Object.hasOwn(routeRules[route]!, 'POST')
}

/** Every rule of the table with what it answers for: `/masuk`, `/masuk ?/default`. */
export function listedRules(): [name: string, rule: Rule<unknown>][] {
  return Object.entries(routeRules).flatMap(([route, rule]) =>
    isRule(rule)
      ? [[route, rule] as [string, Rule<unknown>]]
      : Object.entries(rule).map(([asked, own]): [string, Rule<unknown>] => [
          asked === 'GET' ? route : `${route} ${asked}`,
          own,
        ]),
  )
}

function isRule(rule: RouteRule): rule is Rule<unknown> {
  return typeof rule['allows'] === 'function'
}
