import { readCursor } from './text-cursor.ts'

/**
 * Where a queue goes on, from the cursor of its address: a moment or a day, and an id. Undefined for its beginning, and
 * for a cursor that nobody of ours wrote.
 */
export function queuePlace(url: URL): { at: Date; id: string } | undefined {
  const [since, id] = readCursor(url.searchParams.get('cursor'), 2) ?? []
  const at = new Date(since ?? '')
  const isOurs = !Number.isNaN(at.getTime()) && /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(id ?? '')
  return isOurs ? { at, id: id! } : undefined
}
