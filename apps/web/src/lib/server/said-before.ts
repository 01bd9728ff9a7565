import type { RequestEvent } from '@sveltejs/kit'
import { createHash } from 'node:crypto'
import { clientOf } from '#lib/api/rate-limit.ts'

const name = 'semai_suara'
const most = 60
const days = 365

type Reading = Pick<RequestEvent, 'cookies' | 'locals' | 'request' | 'getClientAddress'>

/** What a request tells of its device; it is hashed with the day's salt before anything is stored. */
export function deviceOf({ request, getClientAddress }: Reading): string {
  const { headers } = request
  return [clientOf(getClientAddress()), headers.get('user-agent'), headers.get('accept-language')].join('|')
}

/** Whether this browser remembers to have said this. It remembers nothing else, and the site nothing of it. */
export function hasSaid({ cookies }: Reading, about: string): boolean {
  return remembered(cookies.get(name)).includes(markOf(about))
}

/** The browser remembers that this was said, among the latest sixty. */
export function rememberSaid({ cookies, locals }: Reading, about: string): void {
  const marks = [...remembered(cookies.get(name)), markOf(about)].slice(-most)
  const secure = locals.origin.startsWith('https:')
  cookies.set(name, marks.join('.'), {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure,
    maxAge: days * 86_400,
  })
}

function remembered(value: string | undefined): string[] {
  return (value ?? '').split('.').filter((mark) => /^[\w-]{8}$/.test(mark))
}

function markOf(about: string): string {
  return createHash('sha256').update(about).digest('base64url').slice(0, 8)
}
