import { sidesOfProgramme } from '@semai/domain/scaling/scaling-programme'
import type { SideOfProgramme } from '@semai/domain/scaling/scaling-programme'
import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'

/** How many lie on each side. */
export type SideCounts = Record<SideOfProgramme, number>

/**
 * As `sideOfProgramme` of domain says it, of the region in `region` and whether the ministry recommended it, for a query over
 * `scaling_programme_innovation x`.
 */
export function sideOf(region: string, isRecommended: RawBuilder<boolean>) {
  const listed = sql`(select l.region_code from scaling_programme_region l where l.programme_id = x.programme_id)`
  return sql<SideOfProgramme>`case when ${isRecommended} or ${sql.ref(region)} in ${listed} then 'inside'
    when exists ${listed} then 'outside' else 'unknown' end`
}

/** The counts with zero for a side without any. */
export function filledSides(counts: Partial<SideCounts>): SideCounts {
  return Object.fromEntries(sidesOfProgramme.map((one) => [one, counts[one] ?? 0])) as SideCounts
}
