import { everyone, type Rule } from '@semai/domain/people/access'

/**
 * Who may ask for each route, by its id: the folder below `routes`. A route without a line here answers 404, and a
 * test compares the list with the folders. What a person sees on a page is narrowed by the `visible…` queries.
 */
export const routeRules: Readonly<Record<string, Rule<null>>> = {
  '/': everyone,
  '/.well-known/security.txt': everyone,
  '/aksesibilitas': everyone,
  '/api/[...path]': everyone,
  '/api/angka': everyone,
  '/api/daerah': everyone,
  '/api/daerah/[code]': everyone,
  '/api/inovasi': everyone,
  '/api/inovasi/[code]': everyone,
  '/api/inovasi/[code]/klaim': everyone,
  '/api/inovasi/[code]/sebaran': everyone,
  '/api/instansi': everyone,
  '/api/instansi/[slug]': everyone,
  '/api/klaim': everyone,
  '/api/openapi.json': everyone,
  '/daerah': everyone,
  '/daerah/[slug]': everyone,
  '/data': everyone,
  '/data/[file]': everyone,
  '/data/katalog.jsonld': everyone,
  '/gaya': everyone,
  '/inovasi/[slug]': everyone,
  '/inovasi/[slug]/klaim': everyone,
  '/inovasi/[slug]/sebaran.[format]': everyone,
  '/instansi': everyone,
  '/instansi/[slug]': everyone,
  '/katalog': everyone,
  '/metode': everyone,
  '/penyebaran': everyone,
  '/program': everyone,
  '/robots.txt': everyone,
  '/sitemap.xml': everyone,
  '/sitemap/[part].xml': everyone,
  '/skema/[file]': everyone,
  '/tentang': everyone,
}
