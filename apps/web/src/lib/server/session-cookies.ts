import type { RequestEvent } from '@sveltejs/kit'

type Reading = Pick<RequestEvent, 'cookies' | 'locals'>

const session = 'semai_sesi'
const device = 'semai_peranti'
const signOn = 'semai_layanan'
const deviceDays = 400
const signOnSeconds = 15 * 60

/** The token of the signed-in session, if the browser sent one that looks like ours. */
export function sessionToken(event: Reading): string | null {
  return ours(event, session)
}

/** The mark of a browser somebody signed in with before. */
export function deviceToken(event: Reading): string | null {
  return ours(event, device)
}

/** The token of a sign-on by a provider that is under way in this browser. */
export function signOnToken(event: Reading): string | null {
  return ours(event, signOn)
}

/** The browser is signed in: both cookies are out of reach of scripts and of other sites. */
export function keepSignedIn(
  event: Reading,
  { token, expires, deviceToken }: { token: string; expires: Date; deviceToken: string },
): void {
  keepSession(event, { token, expires })
  const { cookies } = event
  cookies.set(nameOf(event, device), deviceToken, { ...common(event), maxAge: deviceDays * 86_400 })
}

/** The session goes on under a new token. */
export function keepSession(event: Reading, { token, expires }: { token: string; expires: Date }): void {
  event.cookies.set(nameOf(event, session), token, { ...common(event), expires })
}

/** A sign-on is under way in this browser. */
export function keepSignOn(event: Reading, token: string): void {
  event.cookies.set(nameOf(event, signOn), token, { ...common(event), maxAge: signOnSeconds })
}

/** The browser is no longer signed in; it stays a known one. */
export function forgetSession(event: Reading): void {
  event.cookies.delete(nameOf(event, session), common(event))
}

/** No sign-on is under way any more. */
export function forgetSignOn(event: Reading): void {
  event.cookies.delete(nameOf(event, signOn), common(event))
}

function common({ locals }: Reading) {
  return { path: '/', httpOnly: true, sameSite: 'lax', secure: isEncrypted(locals) } as const
}

/** Where there is encryption the name begins so that no other host of the same domain can set it (RFC 6265bis, 4.1.3.2). */
function nameOf({ locals }: Reading, name: string): string {
  return isEncrypted(locals) ? `__Host-${name}` : name
}

function isEncrypted({ origin }: App.Locals): boolean {
  return origin.startsWith('https:')
}

function ours(event: Reading, name: string): string | null {
  const value = event.cookies.get(nameOf(event, name))
  return value !== undefined && /^[\w-]{43}$/.test(value) ? value : null
}
