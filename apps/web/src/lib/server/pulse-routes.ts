import { everyone, signedIn } from '@semai/domain/people/access'
import { watchesFreshness } from '@semai/domain/innovations/still-running'
import type { RouteRule } from './route-rules.ts'

/** Who may ask for the pages on which replications say whether they still run. */
export const pulseRoutes: Readonly<Record<string, RouteRule>> = {
  '/denyut/[link]': { GET: everyone, '?/default': everyone },
  '/kelola/denyut': {
    GET: watchesFreshness,
    '?/ask': watchesFreshness,
    '?/compare': watchesFreshness,
    '?/take': watchesFreshness,
  },
  '/kelola/denyut/lembar.csv': watchesFreshness,
  '/replikasi/[code]/serah-terima': { GET: signedIn, '?/name': signedIn, '?/contacts': signedIn },
  '/uji-petik': { GET: everyone, '?/draw': signedIn },
  '/uji-petik/[id]': { GET: everyone, '?/assign': signedIn, '?/check': signedIn, '?/publish': signedIn },
  '/uji-petik/[id]/kerangka.csv': everyone,
  '/replikasi/[code]/denyut': { GET: everyone, '?/answer': signedIn, '?/ask': signedIn },
}
