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
    person: locals.session && { name: locals.session.name, isDemonstration: locals.session.isDemonstration },
  },
})
