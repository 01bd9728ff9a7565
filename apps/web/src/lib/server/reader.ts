import type { Handle } from '@sveltejs/kit/hooks'
import { publicActor } from '@semai/domain/people/actor'
import { dayIn } from '@semai/domain/time/clock'
import { keepSession } from '@semai/store/people/session.commands'
import { sessionOf } from '@semai/store/people/session.queries'
import { tokenActor } from '@semai/store/tokens/token.queries'
import { readerLang } from '#lib/api/problem.ts'
import { needsToken } from '#lib/api/respond-write.ts'
import { pool } from '#lib/server/database.ts'
import { keptPage } from '#lib/server/kept-page.ts'
import { operatorFrom } from '#lib/server/operator.ts'
import { drawnPage } from '#lib/server/drawn-page.ts'
import { forgetSession, sessionToken } from '#lib/server/session-cookies.ts'
import { siteAddress } from '#lib/server/site-address.ts'
import { langOf } from '#lib/site/lang.ts'

const operator = operatorFrom(process.env)
const address = siteAddress(process.env)

/**
 * Every request knows its language, its moment, who asks, the address the reader sees and the database. Who asks costs
 * one question to the database, and none for the public.
 */
export const reader: Handle = async ({ event, resolve }) => {
  event.locals.lang = langOf(event.url.pathname)
  event.locals.now = new Date()
  event.locals.today = dayIn(event.locals.now)
  event.locals.actor = publicActor
  event.locals.session = null
  event.locals.token = null
  event.locals.db = pool()
  event.locals.origin = address ?? event.url.origin
  event.locals.operator = operator
  const program = programToken(event)
  if (program !== null && !(await admit(event, program))) {
    return needsToken(readerLang(event.request, event.url))
  }
  const token = program === null ? sessionToken(event) : null
  if (token !== null) await recognise(event, token)
  return keptPage(event, () =>
    drawnPage(event, resolve, {
      preload: ({ type }) => type === 'font' || type === 'css',
      transformPageChunk: ({ html }) => html.replace('%semai.lang%', event.locals.lang),
    }),
  )
}

/** What a program sends to the API in place of a session. */
function programToken({ url, request }: Parameters<Handle>[0]['event']): string | null {
  if (!url.pathname.startsWith('/api/')) return null
  return /^Bearer +(\S*)$/i.exec(request.headers.get('authorization') ?? '')?.[1] ?? null
}

async function admit(event: Parameters<Handle>[0]['event'], token: string): Promise<boolean> {
  const found = await tokenActor(event.locals.db, token, event.locals.now)
  if (found === null) return false
  event.locals.actor = found.actor
  event.locals.token = found.scopes
  return true
}

async function recognise(event: Parameters<Handle>[0]['event'], token: string): Promise<void> {
  const { db, now } = event.locals
  const session = await sessionOf(db, token, now)
  if (session === null) return forgetSession(event)
  event.locals.session = session
  event.locals.actor = session.actor
  await keepSession(db, session, now)
}
