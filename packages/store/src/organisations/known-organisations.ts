import { fold, nearMiss } from '@semai/domain/text/near-miss'
import { sql } from 'kysely'
import type { Db } from '../db/transaction.ts'

/** Organisations as files name them: by name or another spelling, case and spaces aside. */
export type KnownOrganisations = {
  named(name: string): string | undefined
  withKey(key: string): string | undefined
  /** The government of a region. */
  governing(regionCode: string): string | undefined
  /** A sentence about a name that nobody has. */
  unknown(name: string): string
}

/** Reads all names once, for checking many rows. What comes back are ids. */
export async function knownOrganisations(db: Db): Promise<KnownOrganisations> {
  const rows = await db
    .selectFrom('organisation')
    .select([sql<string>`coalesce(merged_into, id)`.as('id'), 'name', 'kind', 'region_code', 'source_key'])
    .orderBy(sql`merged_into is null`) // where one that is merged and one that is share a name, the latter is meant
    .execute()
  const aliases = await db.selectFrom('organisation_alias').select(['name', 'organisation_id']).execute()
  const names = new Map<string, string>()
  for (const { name, organisation_id } of aliases) names.set(fold(name), organisation_id)
  for (const { name, id } of rows) names.set(fold(name), id)
  const keys = new Map(rows.map((row) => [row.source_key, row.id]))
  const governments = new Map(
    rows.filter((row) => row.kind === 'government').map((row) => [row.region_code, row.id]),
  )
  return {
    named: (name) => names.get(fold(name)),
    withKey: (key) => keys.get(key),
    governing: (code) => governments.get(code),
    unknown(name) {
      const meant = nearMiss(
        name,
        rows.map((row) => row.name),
      )
      const hint =
        meant === null ? 'import it first with "semai import agencies"' : `did you mean "${meant}"?`
      return `no organisation is named "${name}"; ${hint}`
    },
  }
}
