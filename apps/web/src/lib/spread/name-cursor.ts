/** Where a list ordered by name goes on, as an opaque text for a link. */
export function toCursor({ name, id }: { name: string; id: string }): string {
  return Buffer.from(JSON.stringify([name, id])).toString('base64url')
}

/** The place a link names; null for none or for a text that is not a cursor, which starts the list again. */
export function fromCursor(text: string | null): { name: string; id: string } | null {
  if (text === null) return null
  try {
    const [name, id] = JSON.parse(Buffer.from(text, 'base64url').toString('utf8')) as unknown[]
    const isId = typeof id === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)
    return typeof name === 'string' && !name.includes('\0') && isId ? { name, id } : null
  } catch {
    return null
  }
}
