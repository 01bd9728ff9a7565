import { everyone, signedIn } from '@semai/domain/people/access'

/** Who may ask for documents. What is in one is narrowed to those who may read it. */
export const documentRouteRules = {
  '/dokumen/[code]': everyone,
  '/dokumen/[code]/berkas.[format]': everyone,
  '/replikasi/[code]/dokumen': { GET: signedIn, '?/write': signedIn, '?/sign': signedIn },
}
