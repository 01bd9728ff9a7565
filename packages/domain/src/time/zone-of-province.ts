import type { Zone } from './clock.ts'

/** Provinces of the middle and the eastern zone by their code; all others keep the western one. */
const middle = new Set('51 52 53 63 64 65 71 72 73 74 75 76'.split(' '))
const eastern = new Set('81 82 91 92 93 94 95 96'.split(' '))

/**
 * The clock of a province, by its two-digit code; western where none is given: national bodies work in Jakarta.
 * Source: Keppres 41/1987, with the provinces made since in the zone of those they were part of.
 * @example zoneOfProvince('51') // 'WITA'
 */
export function zoneOfProvince(code: string | null): Zone {
  if (code === null) return 'WIB'
  return middle.has(code) ? 'WITA' : eastern.has(code) ? 'WIT' : 'WIB'
}

/** The zones under the names that the world's table of time zones has for them. */
export const zoneNames = {
  WIB: 'Asia/Jakarta',
  WITA: 'Asia/Makassar',
  WIT: 'Asia/Jayapura',
} as const satisfies Record<Zone, string>
export type ZoneName = (typeof zoneNames)[Zone]

/** The zone of such a name. */
export function zoneNamed(name: ZoneName): Zone {
  return name === 'Asia/Jakarta' ? 'WIB' : name === 'Asia/Makassar' ? 'WITA' : 'WIT'
}
