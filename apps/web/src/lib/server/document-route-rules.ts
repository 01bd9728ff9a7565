import { everyone, signedIn } from '@semai/domain/people/access'

/** Who may ask for documents. What is in one is narrowed to those who may read it. */
export const documentRouteRules = {
  '/dokumen/[code]': { GET: everyone, '?/sign': signedIn },
  '/dokumen/[code]/berkas.[format]': everyone,
  '/lampiran/[of]/[key]': {
    GET: everyone,
    '?/add': signedIn,
    '?/describe': signedIn,
    '?/remove': signedIn,
    '?/cancel': signedIn,
  },
  '/lampiran/[of]/[key]/[id]/[rendition]': everyone,
  '/lampiran/[of]/[key]/kiriman': { POST: signedIn },
  '/lampiran/[of]/[key]/kiriman/[upload]': {
    GET: signedIn,
    PATCH: signedIn,
    POST: signedIn,
    DELETE: signedIn,
  },
  '/replikasi/[code]/dokumen': { GET: signedIn, '?/write': signedIn, '?/sign': signedIn },
}
