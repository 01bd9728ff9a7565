import type { Actor, Role } from '@semai/domain/people/actor'
import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'

/** The organisations over which an actor holds one of these roles. */
export function scopeIds({ grants }: Pick<Actor, 'grants'>, ...roles: readonly Role[]): string[] {
  return grants.flatMap(({ role, organisationId }) =>
    roles.includes(role) && organisationId !== null ? [organisationId] : [],
  )
}

/** True in SQL where the organisation in `column` is one of these or belongs to one of them; never for none. */
export function isWithin(column: string, ids: readonly string[]): RawBuilder<boolean> {
  return sql<boolean>`exists (select 1 from organisation_above scope where scope.organisation_id = ${sql.ref(column)}
    and scope.above_id = any(${ids}::uuid[]))`
}
