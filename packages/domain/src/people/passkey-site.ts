/** For whom passkeys are made: the host they are bound to, and the whole origin that must ask. */
export type PasskeySite = { id: string; origin: string }

/**
 * The site that passkeys can be made for; null where browsers make none: at a bare network address, and without
 * encryption anywhere but on the machine itself.
 * Source: Web Authentication, sections 5.1.2 and 13.4.9; Secure Contexts, section 3.1.
 * @example passkeySite('https://semai.contoh.test') // { id: 'semai.contoh.test', origin: 'https://semai.contoh.test' }
 * @example passkeySite('http://127.0.0.1:3000') // null
 */
export function passkeySite(origin: string): PasskeySite | null {
  const { protocol, hostname } = new URL(origin)
  const isLocal = hostname === 'localhost' || hostname.endsWith('.localhost')
  const isAddress = hostname.startsWith('[') || /^[\d.]+$/.test(hostname)
  if (isAddress || !(protocol === 'https:' || isLocal)) return null
  return { id: hostname, origin }
}
