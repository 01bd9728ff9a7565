import { guidesThere, watchesHubs } from '../hubs/hub-scope.ts'
import type { HubScope } from '../hubs/hub-scope.ts'
import { anyOf, rule } from '../people/access.ts'
import type { Rule } from '../people/access.ts'
import type { Role } from '../people/actor.ts'

/** For whom the board of a region is there. */
export type RegionBoardScope = HubScope & {
  /** Organisations of the region, of those that whoever asks holds a role over. */
  ownIds: readonly string[]
}

/** In which roles. */
export const worksInRegionAs: readonly Role[] = ['author', 'local_admin', 'head', 'inspectorate']

/** Who works for an agency of the region. */
export const worksInRegion: Rule<RegionBoardScope> = rule(
  { id: 'orang dari instansi daerah itu', en: 'people of agencies of the region' },
  ({ grants }, { ownIds }) =>
    grants.some(
      ({ role, organisationId }) =>
        worksInRegionAs.includes(role) && organisationId !== null && ownIds.includes(organisationId),
    ),
)

/** Who reads the board of a region, with what is late there. What is public of it stands on the region's own page. */
export const readsRegionBoard = anyOf<RegionBoardScope>(worksInRegion, guidesThere, watchesHubs)

export const lateKinds = ['milestones', 'reports', 'pulses', 'claims', 'findings', 'corrections'] as const
/**
 * What is late or unanswered: milestones behind their plan, reports of the quarter that ended last, pulses nobody answered,
 * claims that are not updated, recommendations past their day, corrections that wait for an institution.
 */
export type LateKind = (typeof lateKinds)[number]
