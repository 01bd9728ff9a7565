import { hash } from 'node:crypto'

/** The entity tag of a body: changes whenever a byte of it does. */
export function etagOf(body: string | Uint8Array): string {
  return `"${hash('sha256', body, 'base64url').slice(0, 27)}"`
}

/**
 * Whether the reader already holds this version: `If-None-Match` decides alone when sent (weak comparison), else
 * `If-Modified-Since`. Source: RFC 9110, 13.1.2, 13.1.3 and 13.2.2.
 */
export function isUnchanged(
  request: Request,
  { etag, lastModified }: { etag: string; lastModified?: Date | null },
): boolean {
  const held = request.headers.get('if-none-match')
  if (held !== null) {
    const opaque = etag.replace(/^W\//, '')
    return held.split(',').some((tag) => tag.trim() === '*' || tag.trim().replace(/^W\//, '') === opaque)
  }
  const since = Date.parse(request.headers.get('if-modified-since') ?? '')
  if (Number.isNaN(since) || !lastModified) return false
  return Math.floor(lastModified.getTime() / 1000) * 1000 <= since
}
