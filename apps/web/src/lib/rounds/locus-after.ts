import { readCursor } from '#lib/site/text-cursor.ts'

/** Where a page of loci begins, by its address; null at the beginning. */
export function locusAfter(url: URL): { name: string; id: string } | null {
  const [name, id] = readCursor(url.searchParams.get('sesudah'), 2) ?? []
  return name !== undefined && isLocusId(id ?? '') ? { name, id: id! } : null
}

/** Whether a text is the id of a record, so that it can be asked for. */
export function isLocusId(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)
}
