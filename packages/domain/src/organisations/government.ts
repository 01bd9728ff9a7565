import type { RegionKind } from '../regions/region.ts'

/** Names that do not follow the rule: what these two provinces call their own government. */
const ownNames: Readonly<Record<string, string>> = {
  '31': 'Pemerintah Provinsi DKI Jakarta',
  '34': 'Pemerintah Daerah Daerah Istimewa Yogyakarta',
}

/**
 * What the government of a region is called. Region names carry "Kabupaten" or "Kota" already.
 * @example governmentName({ code: '35.10', kind: 'regency', name: 'Kabupaten Banyuwangi' }) // 'Pemerintah Kabupaten Banyuwangi'
 */
export function governmentName({
  code,
  kind,
  name,
}: {
  code: string
  kind: RegionKind
  name: string
}): string {
  return ownNames[code] ?? (kind === 'province' ? `Pemerintah Provinsi ${name}` : `Pemerintah ${name}`)
}

/** The source key of the government of a region, by which files refer to it. */
export function governmentKey(regionCode: string): string {
  return `gov-${regionCode}`
}
