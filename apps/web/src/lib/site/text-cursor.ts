/** Where a list goes on, as one word of an address. */
export function writeCursor(parts: readonly string[]): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(JSON.stringify(parts))))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '')
}

/** What such a word says; null when it is not one with so many parts, and the list then begins at its beginning. */
export function readCursor(word: string | null, count: number): string[] | null {
  try {
    const bytes = Uint8Array.from(atob((word ?? '').replaceAll('-', '+').replaceAll('_', '/')), (sign) =>
      sign.charCodeAt(0),
    )
    const parts: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    const fits =
      Array.isArray(parts) && parts.length === count && parts.every((part) => typeof part === 'string')
    return fits ? parts : null
  } catch {
    return null
  }
}

/** A moment and an id, for lists by time; null for anything else. */
export function momentCursor(word: string | null): { at: Date; id: string } | null {
  const [moment, id] = readCursor(word, 2) ?? []
  const at = new Date(moment ?? '')
  return id === undefined || Number.isNaN(at.getTime()) || !/^[0-9a-f-]{36}$/.test(id) ? null : { at, id }
}
