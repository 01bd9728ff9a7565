import type { RequestEvent } from '@sveltejs/kit'

const session = 'semai_sesi'
const device = 'semai_peranti'
const deviceDays = 400

/** The token of the signed-in session, if the browser sent one that looks like ours. */
export function sessionToken({ cookies }: Pick<RequestEvent, 'cookies'>): string | null {
  return ours(cookies.get(session))
}

/** The mark of a browser somebody signed in with before. */
export function deviceToken({ cookies }: Pick<RequestEvent, 'cookies'>): string | null {
  return ours(cookies.get(device))
}

/** The browser is signed in: both cookies are out of reach of scripts and of other sites. */
export function keepSignedIn(
  { cookies, locals }: Pick<RequestEvent, 'cookies' | 'locals'>,
  { token, expires, deviceToken }: { token: string; expires: Date; deviceToken: string },
): void {
  const common = {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: locals.origin.startsWith('https:'),
  } as const
  cookies.set(session, token, { ...common, expires })
  cookies.set(device, deviceToken, { ...common, maxAge: deviceDays * 86_400 })
}

/** The browser is no longer signed in; it stays a known one. */
export function forgetSession({ cookies, locals }: Pick<RequestEvent, 'cookies' | 'locals'>): void {
  cookies.delete(session, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: locals.origin.startsWith('https:'),
  })
}

function ours(value: string | undefined): string | null {
  return value !== undefined && /^[\w-]{43}$/.test(value) ? value : null
}
