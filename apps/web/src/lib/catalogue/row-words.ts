import { strengths, type Strength } from '@semai/domain/claims/claim'
import type { ShownListRow } from '@semai/store/innovations/list-row'
import { startedText } from '#lib/innovation/started.ts'
import type { Lang } from '#lib/site/lang.ts'

/** When it started, as exactly as it is known; null when nobody knows. */
export function startOf(row: ShownListRow, lang: Lang): string | null {
  return startedText({ startedFrom: row.started_earliest, startedTo: row.started_latest }, lang)
}

/** Organisations by strength, strongest first and what is not updated last; strengths that do not occur are left out. */
export function splitOf({ by_strength }: ShownListRow): { mark: Strength; organisations: number }[] {
  return split.flatMap((mark) => {
    const organisations = by_strength?.[mark] ?? 0
    return organisations > 0 ? [{ mark, organisations }] : []
  })
}

const acts = strengths.filter((strength) => strength !== 'not_updated').toReversed()
const split = [...acts, 'not_updated' as const]
