import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import { isWithin } from '../organisations/in-scope.ts'

/** What a board looks at: the province or the tree of a hub; null for the whole country. */
export type BoardScope = { provinceCode: string | null; organisationId: string | null } | null

/** True in SQL where replication `r` is in scope. */
export function isInScope(scope: BoardScope): RawBuilder<boolean> {
  if (scope === null) return sql<boolean>`true`
  if (scope.provinceCode !== null) return sql<boolean>`r.province_code = ${scope.provinceCode}`
  return scope.organisationId === null
    ? sql<boolean>`false`
    : isWithin('r.organisation_id', [scope.organisationId])
}
