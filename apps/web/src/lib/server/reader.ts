import type { RequestEvent } from '@sveltejs/kit'
import type { Handle } from '@sveltejs/kit/hooks'
import { publicActor } from '@semai/domain/people/actor'
import { pool } from '#lib/server/database.ts'
import { operatorFrom } from '#lib/server/operator.ts'
import { langOf } from '#lib/site/lang.ts'
import { dayIn } from '#lib/words/date.ts'

const operator = operatorFrom(process.env)

/** Every request knows its language, its moment, who asks, the address the reader sees and the database. */
export const reader: Handle = ({ event, resolve }) => {
  event.locals.lang = langOf(event.url.pathname)
  event.locals.now = new Date()
  event.locals.today = dayIn(event.locals.now)
  event.locals.actor = publicActor
  event.locals.db = pool()
  event.locals.origin = originOf(event)
  event.locals.operator = operator
  return resolve(event, {
    preload: ({ type }) => type === 'font' || type === 'css',
    transformPageChunk: ({ html }) => html.replace('%semai.lang%', event.locals.lang),
  })
}

/**
 * The configured address first, since a request's own headers can say anything. Without one: the server speaks
 * plain http itself, and a proxy in front that adds encryption says so.
 */
function originOf(event: RequestEvent): string {
  const configured = process.env['SEMAI_ORIGIN']
  if (configured) return configured.replace(/\/$/, '')
  const forwarded = event.request.headers.get('x-forwarded-proto')?.split(',')[0]?.trim()
  return `${forwarded === 'https' ? 'https' : 'http'}://${event.url.host}`
}
