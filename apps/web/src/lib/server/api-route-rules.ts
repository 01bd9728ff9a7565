import { everyone, signedIn } from '@semai/domain/people/access'

/** Who may ask the API: everyone reads, who has signed in or holds a token writes. */
export const apiRouteRules = {
  '/api/[...path]': everyone,
  '/api/angka': everyone,
  '/api/daerah': everyone,
  '/api/daerah/[code]': everyone,
  '/api/dicari': everyone,
  '/api/inovasi': everyone,
  '/api/inovasi/[code]': everyone,
  '/api/inovasi/[code]/kabar': { POST: signedIn },
  '/api/inovasi/[code]/klaim': everyone,
  '/api/inovasi/[code]/langkah': { POST: signedIn },
  '/api/inovasi/[code]/sebaran': everyone,
  '/api/instansi': everyone,
  '/api/instansi/[slug]': everyone,
  '/api/kebutuhan': everyone,
  '/api/kebutuhan/jumlah': everyone,
  '/api/klaim': everyone,
  '/api/naskah': { GET: signedIn, POST: signedIn },
  '/api/naskah/[id]': { GET: signedIn, PUT: signedIn },
  '/api/naskah/[id]/langkah': { POST: signedIn },
  '/api/replikasi': everyone,
  '/api/peristiwa': everyone,
  '/api/program': everyone,
  '/api/openapi.json': everyone,
}
