import { everyone, signedIn } from '@semai/domain/people/access'
import { takesToScale } from '@semai/domain/scaling/scaling-programme'
import type { RouteRule } from './route-rules.ts'

/** Who may ask for the pages of scaling-up programmes. */
export const scalingRoutes: Readonly<Record<string, RouteRule>> = {
  '/inovasi/[slug]/kesiapan': everyone,
  '/inovasi/[slug]/kesiapan/kesiapan.pdf': everyone,
  '/program': everyone,
  '/program/[slug]': everyone,
  '/program/[slug]/[sheet].csv': everyone,
  '/program/[slug]/daftar': everyone,
  '/program/[slug]/temuan': { GET: signedIn, '?/default': signedIn },
  '/program/[slug]/temuan/[id]': { GET: signedIn, '?/step': signedIn },
  '/program/[slug]/tulis': { GET: signedIn, '?/default': signedIn },
  '/program/baru': { GET: takesToScale, '?/default': takesToScale },
  '/program/papan': everyone,
  '/program/papan/[sheet].csv': everyone,
  '/program/peristiwa': everyone,
}
