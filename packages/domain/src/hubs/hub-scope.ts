import { rule } from '../people/access.ts'
import type { Rule } from '../people/access.ts'
import type { Role } from '../people/actor.ts'

/** For whom a hub is there: a province with all in it, or an organisation with all below it. */
export type HubScope = {
  provinceCode: string | null
  /** The organisation that is the hub with those above it; empty where none is known. */
  ownerPath: readonly string[]
}

function holdsThere(...wanted: readonly Role[]): Rule<HubScope>['allows'] {
  return ({ grants }, { provinceCode, ownerPath }) =>
    grants.some(
      (grant) =>
        wanted.includes(grant.role) &&
        (grant.provinceCode === null
          ? grant.organisationId !== null && ownerPath.includes(grant.organisationId)
          : grant.provinceCode === provinceCode),
    )
}

/** Who runs the hub itself. */
export const runsHub: Rule<HubScope> = rule(
  { id: 'hub itu sendiri', en: 'the hub itself' },
  holdsThere('hub'),
)

/** Who guides those in the scope: as hub or as mentor. */
export const guidesThere: Rule<HubScope> = rule(
  { id: 'hub dan tim pendampingnya', en: 'the hub and its mentors' },
  holdsThere('hub', 'mentor'),
)

/** Who watches all hubs: the ministries that carry the programme together. */
export const watchesHubs = rule<unknown>(
  { id: 'admin kementerian atau pengelola bersama', en: 'the secretariat or co-managers' },
  ({ grants }) => grants.some(({ role }) => role === 'secretariat' || role === 'co_manager'),
)

/** Who reads the working board of a hub, with what is stuck. What is public of it stands on the hub's own page. */
export const readsHubBoard: Rule<HubScope> = rule(
  {
    id: `${guidesThere.says.id}, ${watchesHubs.says.id}`,
    en: `${guidesThere.says.en}, ${watchesHubs.says.en}`,
  },
  (actor, scope) => guidesThere.allows(actor, scope) || watchesHubs.allows(actor, null),
)
