import type { Session } from '@semai/store/people/session.queries'
import type { SignedInPerson } from '#lib/site/here.ts'
import { plainPath } from '#lib/site/lang.ts'

/** Public pages send no script; a page that needs some says so itself. */
export const csr = false

export const load = ({ locals, url }) => ({
  here: {
    lang: locals.lang,
    path: plainPath(url.pathname),
    search: url.search,
    origin: locals.origin,
    operator: locals.operator,
    person: locals.session && personOf(locals.session),
  },
})

function personOf({ name, isDemonstration, timeZone: zone, unread }: Session): SignedInPerson {
  return { name, isDemonstration, zone, unread }
}
