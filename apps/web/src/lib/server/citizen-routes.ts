import { everyone, signedIn } from '@semai/domain/people/access'
import type { RouteRule } from './route-rules.ts'

/** What may be asked of what citizens say; whose complaints somebody reads, their queries check. */
export const citizenRoutes: Readonly<Record<string, RouteRule>> = {
  '/daerah/[slug]/warga': everyone,
  '/hak-jawab/[id]': { GET: signedIn, '?/default': signedIn },
  '/inovasi/[slug]/suara': { GET: everyone, '?/useful': everyone, '?/absent': everyone },
  '/kebutuhan/aduan': { GET: signedIn, '?/default': signedIn },
  '/kebutuhan/aduan/[id]': { GET: signedIn, '?/step': signedIn, '?/evidence': signedIn },
  '/kerja/suara': { GET: signedIn, '?/step': signedIn },
}
