import { error, redirect } from '@sveltejs/kit'
import type { RequestEvent } from '@sveltejs/kit'
import type { Handle } from '@sveltejs/kit/hooks'
import { href, plainPath } from '#lib/site/lang.ts'
import { problemOf, readerLang } from '#lib/api/problem.ts'
import { problemResponse } from '#lib/api/respond.ts'
import { needsToken } from '#lib/api/respond-write.ts'
import { errorTexts } from '#lib/texts/errors.ts'
import { isFromHere } from './same-site.ts'
import { ruleOf, takesPost } from './route-rules.ts'

/**
 * Nothing is answered that no rule allows. A route that somebody forgot to give a rule is not there for anybody, and
 * the log says so; what a person may not see is not there for that person. Who has not signed in is sent to do so
 * where that could help. Changes are taken from pages of this site only.
 */
export const access: Handle = ({ event, resolve }) => {
  const route = event.route.id
  if (route === null) return resolve(event) // no such address; the page that says so is for everyone
  const asked = askedOf(event)
  const rule = ruleOf(route, asked)
  if (!rule) {
    const at = new Date().toISOString()
    console.error(JSON.stringify({ at, level: 'error', route, asked, trouble: 'This route has no rule.' }))
  }
  if (!rule?.allows(event.locals.actor, null)) {
    const isProgram = rule !== undefined && route.startsWith('/api/') && event.locals.actor.personId === null
    return isProgram ? needsToken(readerLang(event.request, event.url)) : refuse(event)
  }
  if (!isFromHere(event)) return refuse(event, 'forbidden')
  return resolve(event)
}

/** What a request asks of its route: a method, or the form action it names. */
function askedOf({ request, url, route }: RequestEvent): string {
  if (request.method !== 'POST' || route.id === null || takesPost(route.id)) return request.method
  const named = [...url.searchParams.keys()].find((key) => key.startsWith('/'))
  return `?${named ?? '/default'}`
}

/** Nothing renders a page of ours for what is refused here, so the sentence goes along with the error. */
function refuse(event: RequestEvent, kind: 'notFound' | 'forbidden' = 'notFound'): Response {
  const { url, request, locals, route } = event
  const isApi = route.id?.startsWith('/api/') ?? false
  const isPage = request.method === 'GET' && !isApi && kind === 'notFound'
  if (isPage && locals.session === null && route.id !== null && ruleOf(route.id, 'GET')) {
    const next = new URLSearchParams({ lanjut: plainPath(url.pathname) + url.search })
    redirect(303, `${href(locals.lang, '/masuk')}?${next}`)
  }
  if (isApi) {
    const lang = readerLang(request, url)
    return problemResponse(problemOf(kind === 'notFound' ? 'not-found' : 'forbidden', lang), lang)
  }
  error(kind === 'notFound' ? 404 : 403, errorTexts[locals.lang][kind].says)
}
