import { error } from '@sveltejs/kit'
import type { Handle } from '@sveltejs/kit/hooks'
import { routeRules } from './route-rules.ts'

/**
 * Nothing is answered that no rule allows. A route that somebody forgot to give a rule is not there for anybody, and
 * the log says so; what a person may not see is not there for that person.
 */
export const access: Handle = ({ event, resolve }) => {
  const route = event.route.id
  if (route === null) return resolve(event) // no such address; the page that says so is for everyone
  const rule = Object.hasOwn(routeRules, route) ? routeRules[route] : undefined
  if (!rule) {
    const at = new Date().toISOString()
    console.error(JSON.stringify({ at, level: 'error', route, trouble: 'This route has no rule.' }))
  }
  if (!rule?.allows(event.locals.actor, null)) error(404, 'Not Found')
  return resolve(event)
}
