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
  event.locals.origin = event.url.origin
  event.locals.operator = operator
  return resolve(event, {
    preload: ({ type }) => type === 'font' || type === 'css',
    transformPageChunk: ({ html }) => html.replace('%semai.lang%', event.locals.lang),
  })
}
