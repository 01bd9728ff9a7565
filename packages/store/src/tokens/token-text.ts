import { randomBytes } from 'node:crypto'

const prefix = 'semai_'

/** A secret for a program: recognisable by its beginning, so that scanners of source code find a leaked one. */
export function newApiToken(): string {
  return prefix + randomBytes(32).toString('base64url')
}

/** Whether a text has the form of such a secret. */
export function looksLikeApiToken(text: string): boolean {
  return /^semai_[\w-]{43}$/.test(text)
}
