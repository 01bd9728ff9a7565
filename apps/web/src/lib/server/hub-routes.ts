import { everyone, secretariat, signedIn } from '@semai/domain/people/access'
import { editsReasons } from '@semai/domain/reasons/reason'
import type { RouteRule } from './route-rules.ts'

/** Who may ask for the pages of hubs, their boards and their mentoring. */
export const hubRoutes: Readonly<Record<string, RouteRule>> = {
  '/hub': everyone,
  '/hub/[slug]': everyone,
  '/hub/[slug]/kematangan': { GET: signedIn, '?/start': signedIn },
  '/hub/[slug]/kematangan/[year]': { GET: signedIn, '?/save': signedIn, '?/step': signedIn },
  '/hub/[slug]/papan': signedIn,
  '/hub/[slug]/papan/ringkasan.pdf': signedIn,
  '/hub/[slug]/pendampingan': {
    GET: signedIn,
    '?/team': signedIn,
    '?/member': signedIn,
    '?/leave': signedIn,
    '?/end': signedIn,
    '?/start': signedIn,
  },
  '/hub/[slug]/waspada': signedIn,
  '/kelola/hub': { GET: secretariat, '?/decree': secretariat, '?/instrument': secretariat },
  '/kelola/pendampingan': { GET: editsReasons, '?/stages': editsReasons, '?/holidays': editsReasons },
  '/papan': everyone,
  '/papan/ringkasan.pdf': everyone,
  '/pendampingan': signedIn,
  '/pendampingan/[id]': {
    GET: signedIn,
    '?/step': signedIn,
    '?/stage': signedIn,
    '?/pause': signedIn,
    '?/resume': signedIn,
    '?/visit': signedIn,
  },
}
