import type { Rule } from '@semai/domain/people/access'
import type { Actor, Role } from '@semai/domain/people/actor'

/** In which role, for which organisation, something was done: the first grant that by itself allows it. */
export function actingGrant<Subject>(
  { allows }: Rule<Subject>,
  actor: Actor,
  subject: Subject,
): { role: Role | null; organisationId: string | null } {
  const grant = actor.grants.find((one) => allows({ ...actor, grants: [one] }, subject)) ?? actor.grants[0]
  return { role: grant?.role ?? null, organisationId: grant?.organisationId ?? null }
}
