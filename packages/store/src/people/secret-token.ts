import { createHash, randomBytes } from 'node:crypto'

/** A secret for a cookie or a link: 256 random bits as text, and the hash that is kept instead of it. */
export function newToken(): { token: string; hash: Buffer } {
  const token = randomBytes(32).toString('base64url')
  return { token, hash: hashOfToken(token) }
}

/** What is kept of a token. Random tokens need no slow hash. */
export function hashOfToken(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}
