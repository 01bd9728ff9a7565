import type { ListPlace } from '@semai/store/innovations/list-places.queries'
import type { MapGroup, MapMark } from '#lib/pictures/marks.ts'

/** Steps of "how many began here": up to 1, 3, 9, and more. Lighter is more, as time is lighter when newer. */
const steps = [1, 3, 9, Number.POSITIVE_INFINITY] as const
const tones = ['tone-0', 'tone-5', 'tone-10', 'tone-15'] as const

/** The groups of the map, with their words. */
export function placeGroups(labels: readonly string[]): MapGroup[] {
  return tones.map((tone, i) => ({ tone, label: labels[i] ?? '' }))
}

/** One mark for each place on the map, coloured by how many innovations began there. */
export function placeMarks(places: readonly ListPlace[]): MapMark[] {
  return places.flatMap(({ code, count }) =>
    code === null ? [] : [{ code, group: steps.findIndex((most) => count <= most), shape: 'solid' }],
  )
}
