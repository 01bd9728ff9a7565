import type { Says } from '../text/says.ts'

/**
 * The seven groups of islands that national plans and statistics speak of, by the first digits of the ministry's codes of their
 * provinces, from west to east.
 */
export const islandGroups = {
  sumatera: { says: { id: 'Sumatera', en: 'Sumatra' }, codes: /^(1|2)/ },
  jawa: { says: { id: 'Jawa', en: 'Java' }, codes: /^3/ },
  'bali-nusa-tenggara': { says: { id: 'Bali dan Nusa Tenggara', en: 'Bali and Nusa Tenggara' }, codes: /^5/ },
  kalimantan: { says: { id: 'Kalimantan', en: 'Kalimantan' }, codes: /^6/ },
  sulawesi: { says: { id: 'Sulawesi', en: 'Sulawesi' }, codes: /^7/ },
  maluku: { says: { id: 'Maluku', en: 'Maluku' }, codes: /^8/ },
  papua: { says: { id: 'Papua', en: 'Papua' }, codes: /^9/ },
} as const satisfies Record<string, { says: Says; codes: RegExp }>
export type IslandGroup = keyof typeof islandGroups
export const islandGroupNames = Object.keys(islandGroups) as IslandGroup[]

/**
 * The island group of a region by its code.
 * @throws RangeError for a code that begins with no province of any.
 * @example islandGroupOf('35.10') // 'jawa'
 */
export function islandGroupOf(code: string): IslandGroup {
  const found = islandGroupNames.find((name) => islandGroups[name].codes.test(code))
  if (!found) throw new RangeError(`islandGroupOf: no island group has code ${code}`)
  return found
}
