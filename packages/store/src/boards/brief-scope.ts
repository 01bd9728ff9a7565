import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import { isInScope } from '../hubs/board-scope.ts'
import type { BoardScope } from '../hubs/board-scope.ts'
import { isWithin } from '../organisations/in-scope.ts'
import { liesIn, replicationIn } from './place-of-board.ts'

/** Of what a monthly brief tells: the country, a hub, or a region. */
export type BriefScope =
  { kind: 'country' } | { kind: 'hub'; hub: NonNullable<BoardScope> } | { kind: 'region'; code: string }

/** True in SQL where replication `r` is in scope. */
export function replicationInBrief(scope: BriefScope): RawBuilder<boolean> {
  if (scope.kind === 'region') return replicationIn(scope)
  return isInScope(scope.kind === 'hub' ? scope.hub : null)
}

/** True in SQL where claim `c` is in scope; null where all are. */
export function claimInBrief(scope: BriefScope): RawBuilder<boolean> | null {
  if (scope.kind === 'country') return null
  if (scope.kind === 'region') return liesIn(scope, 'c.region_code')
  const { provinceCode, organisationId } = scope.hub
  if (provinceCode !== null) return liesIn({ code: provinceCode }, 'c.region_code')
  return organisationId === null ? sql<boolean>`false` : isWithin('c.organisation_id', [organisationId])
}
