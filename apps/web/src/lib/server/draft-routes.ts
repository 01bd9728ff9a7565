import { signedIn } from '@semai/domain/people/access'
import type { RouteRule } from './route-rules.ts'

/** What may be asked of working texts; whose a text is, its reads and commands check. */
export const draftRoutes: Readonly<Record<string, RouteRule>> = {
  '/naskah/[id]': { GET: signedIn, '?/save': signedIn, '?/step': signedIn, '?/copy': signedIn },
  '/naskah/[id]/banding': signedIn,
  '/naskah/[id]/berkas': {
    GET: signedIn,
    '?/add': signedIn,
    '?/describe': signedIn,
    '?/move': signedIn,
    '?/remove': signedIn,
    '?/cancel': signedIn,
  },
  '/naskah/[id]/berkas/kiriman': { POST: signedIn },
  '/naskah/[id]/berkas/kiriman/[upload]': {
    GET: signedIn,
    PATCH: signedIn,
    POST: signedIn,
    DELETE: signedIn,
  },
  '/naskah/[id]/hadir': { POST: signedIn },
  '/naskah/[id]/pratinjau': signedIn,
  '/naskah/[id]/simpan': { PUT: signedIn },
  '/naskah/baru': { GET: signedIn, '?/default': signedIn },
  '/naskah/rancang-bangun/[id]': {
    GET: signedIn,
    '?/save': signedIn,
    '?/step': signedIn,
    '?/copy': signedIn,
  },
  '/naskah/rancang-bangun/[id]/asal': { GET: signedIn, '?/default': signedIn },
  '/naskah/rancang-bangun/[id]/banding': signedIn,
  '/naskah/rancang-bangun/[id]/hadir': { POST: signedIn },
  '/naskah/rancang-bangun/[id]/impor': { GET: signedIn, '?/default': signedIn },
  '/naskah/rancang-bangun/[id]/pembaruan': { GET: signedIn, '?/default': signedIn },
  '/naskah/rancang-bangun/[id]/rancang-bangun.json': signedIn,
  '/naskah/rancang-bangun/[id]/simpan': { PUT: signedIn },
  '/naskah/usulan/[id]': { GET: signedIn, '?/save': signedIn, '?/copy': signedIn },
  '/naskah/usulan/[id]/hadir': { POST: signedIn },
  '/naskah/usulan/[id]/simpan': { PUT: signedIn },
  '/naskah/usulan/[id]/usulan.json': signedIn,
  '/naskah/usulan/[id]/usulan.txt': signedIn,
}
