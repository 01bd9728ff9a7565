import { grantLapse } from '@semai/domain/people/granting'
import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'

/** True in SQL where the row `g` of `role_grant` is in force: not taken back, within its dates, looked at in time. */
export function grantHolds(now: Date): RawBuilder<boolean> {
  return sql<boolean>`g.revoked_at is null and g.valid_from <= ${now}
    and (g.valid_until is null or g.valid_until > ${now}) and g.certified_at > ${certifiedBefore(now)}`
}

/** Grants last looked at up to this moment have lapsed. */
export function certifiedBefore(now: Date): Date {
  return new Date(now.getTime() - grantLapse.days * 86_400_000)
}
