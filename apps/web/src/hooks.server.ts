import type { Handle } from '@sveltejs/kit'
import { operatorFrom } from '#lib/server/operator.ts'
import { langOf } from '#lib/site/lang.ts'

const operator = operatorFrom(process.env)

export const handle: Handle = ({ event, resolve }) => {
  event.locals.lang = langOf(event.url.pathname)
  event.locals.now = new Date()
  event.locals.origin = event.url.origin
  event.locals.operator = operator
  return resolve(event, {
    preload: ({ type }) => type === 'font' || type === 'css',
    transformPageChunk: ({ html }) => html.replace('%semai.lang%', event.locals.lang),
  })
}
