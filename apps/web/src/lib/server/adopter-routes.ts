import { readsOwnAble } from '@semai/domain/analyses/able-access'
import { everyone, signedIn } from '@semai/domain/people/access'
import type { RouteRule } from './route-rules.ts'

/** Who may ask for the pages of who comes next. Of which region somebody sees that it looked able, the read settles. */
export const adopterRoutes: Readonly<Record<string, RouteRule>> = {
  '/daerah/[slug]/berikutnya': everyone,
  '/daerah/[slug]/berikutnya/berikutnya.csv': everyone,
  '/hub/[slug]/mampu': signedIn,
  '/inovasi/[slug]/berikutnya': everyone,
  '/inovasi/[slug]/berikutnya/berikutnya.csv': everyone,
  '/kerja/mampu': readsOwnAble,
  '/penyebaran/uji-ulang': everyone,
}
