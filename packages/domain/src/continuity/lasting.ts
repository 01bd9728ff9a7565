import type { Says } from '../text/says.ts'

/** What runnings may be compared by. */
export const lastingBy = ['category', 'place', 'form'] as const
export type LastingBy = (typeof lastingBy)[number]

/**
 * A group is drawn from so many followed runnings and so many stops on; with fewer, a curve would show chance. This
 * project's choice.
 */
export const lastingMinimum = { runs: 20, stops: 5 } as const

/**
 * A model of what goes with stopping needs so many stops for each of its columns; with fewer its limits mislead.
 * Source: Peduzzi, Concato, Feinstein & Holford (1995), J. Clin. Epidemiol. 48, 1503-1510.
 */
export const stopsPerColumn = 10

/** Years of stopping with fewer stops than this are told together, so that a reason in the aggregate stays one. */
export const fewestTold = 3

export const placeNames = {
  underdeveloped: { id: 'Daerah tertinggal', en: 'Underdeveloped regions' },
  regency: { id: 'Kabupaten lain', en: 'Other regencies' },
  city: { id: 'Kota', en: 'Cities' },
  province: { id: 'Provinsi', en: 'Provinces' },
} as const satisfies Record<string, Says>
export type PlaceGroup = keyof typeof placeNames

/** The kind of place a running is counted in; a regency in the government's list of underdeveloped regions comes first. */
export function placeGroup(
  place: 'province' | 'regency' | 'city' | string,
  isUnderdeveloped: boolean,
): PlaceGroup {
  if (isUnderdeveloped) return 'underdeveloped'
  return place === 'province' || place === 'city' ? place : 'regency'
}

/** How it stands with a running on `today`: an opening alone says nothing of what came after, and neither does silence. */
export type RunState = 'stopped' | 'running' | 'unanswered' | 'not_updated' | 'opened'
export const runStates: readonly RunState[] = ['running', 'unanswered', 'not_updated', 'opened', 'stopped']

export function runState(
  run: {
    kind: 'event' | 'state'
    stoppedOn: string | null
    validUntil: string | null
    /** The day on which somebody was to say whether it runs, where nobody did. */
    unansweredSince: string | null
  },
  today: string,
): RunState {
  if (run.stoppedOn !== null) return 'stopped'
  if (run.unansweredSince !== null) return 'unanswered'
  if (run.kind === 'event') return 'opened'
  return run.validUntil !== null && run.validUntil < today ? 'not_updated' : 'running'
}
