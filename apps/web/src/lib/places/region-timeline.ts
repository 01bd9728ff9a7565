import type { TimelineEntry } from '#lib/pictures/timeline-layout.ts'
import { shortName } from '#lib/spread/spread-view.ts'
import type { Lang } from '#lib/site/lang.ts'
import { claimDate } from '#lib/words/date.ts'
import type { Happening, Precision } from '@semai/domain/claims/claim'
import { isDated } from '@semai/domain/claims/spread'

type Created = { name: string; startedFrom: string | null; startedTo: string | null }
type Claimed = {
  innovation: string
  regionName: string
  latest: string
  precision: Precision
  happening: Happening
}
type Near = { name: string; innovation: string | null; latest: string | null; precision: Precision | null }

/** Most entries a lane can show before its labels crowd; a province's thousand claims are a map, not a line. */
const most = 14

/** What a region's timeline is drawn from: only what has a date of its own, and how much has none. */
export function regionTimeline(
  created: readonly Created[],
  claims: readonly Claimed[],
  neighbours: readonly Near[],
  lang: Lang,
) {
  const started = created.flatMap(({ name, startedFrom, startedTo }): TimelineEntry[] =>
    startedFrom && startedTo ? [{ date: knownPart(startedFrom, startedTo), name }] : [],
  )
  const adopted = claims.filter(isDated).map(({ innovation, latest, precision }): TimelineEntry => ({
    date: cut(latest, precision),
    name: innovation,
    sub: claimDate(lang, latest, precision),
  }))
  const near = neighbours.flatMap(({ name, latest, precision }): TimelineEntry[] =>
    latest && precision ? [{ date: cut(latest, precision), name: shortName(name) }] : [],
  )
  const crowded = adopted.length > most || started.length > most
  return {
    created: crowded ? [] : started,
    adopted: crowded ? [] : adopted,
    neighbours: near.slice(0, most),
    dated: crowded ? 0 : started.length + adopted.length,
    undated: created.length - started.length,
  }
}

function cut(day: string, precision: Precision): string {
  return day.slice(0, { day: 10, month: 7, year: 4, by: 10 }[precision])
}

/** The part of a start that its first and last possible day agree on. */
function knownPart(from: string, to: string): string {
  if (from === to) return from
  return from.slice(0, 7) === to.slice(0, 7) ? from.slice(0, 7) : to.slice(0, 4)
}
