import type { InnovationFilterFields } from '@semai/domain/innovations/innovation-filter.form'

export const views = ['daftar', 'peta', 'tabel'] as const
/** How results are shown. */
export type View = (typeof views)[number]

/** What the address of a catalogue page says besides the filter. */
export type Showing = { view: View; limit: number; cursor: string | null }

/** The filter's fields that take several values. */
export const listFields = [
  'bidang',
  'provinsi',
  'instansi',
  'jenis',
  'dasar',
  'tahap',
  'penghargaan',
  'kekuatan',
] as const
export type ListField = (typeof listFields)[number]
const singleFields = ['q', 'daerah', 'dari', 'sampai', 'bertahap', 'urut'] as const

export const rowsShown = [20, 50] as const

/** The filter and view as name and value, in one order, so that one question has one address. */
export function pairsOf(
  fields: InnovationFilterFields,
  { view, limit }: Omit<Showing, 'cursor'>,
): [string, string][] {
  const pairs: [string, string][] = []
  for (const name of singleFields) {
    const value = fields[name]
    if (value !== undefined && value !== '') pairs.push([name, String(value)])
  }
  for (const name of listFields) for (const value of fields[name]) pairs.push([name, value])
  if (view !== 'daftar') pairs.push(['tampilan', view])
  if (limit !== rowsShown[0]) pairs.push(['baris', String(limit)])
  return pairs
}

/** The plain path of a catalogue page. */
export function addressOf(
  fields: InnovationFilterFields,
  showing: Omit<Showing, 'cursor'> & { cursor?: string | null },
): string {
  const query = new URLSearchParams(pairsOf(fields, showing))
  if (showing.cursor) query.set('lanjut', showing.cursor)
  const search = query.toString()
  return search === '' ? '/katalog' : `/katalog?${search}`
}

/** The same question without one choice: a value of a list, or a single field whole. */
export function without(
  fields: InnovationFilterFields,
  name: keyof InnovationFilterFields,
  value?: string,
): InnovationFilterFields {
  const kept = fields[name]
  if (Array.isArray(kept)) return { ...fields, [name]: kept.filter((one) => one !== value) }
  return { ...fields, [name]: undefined }
}
