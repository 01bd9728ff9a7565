import { guidesThere, runsHub, watchesHubs } from '../hubs/hub-scope.ts'
import type { HubScope } from '../hubs/hub-scope.ts'
import { about, anyOf, itsOwnPeople, rule } from '../people/access.ts'
import type { Owned, Rule } from '../people/access.ts'

/** What rules ask of an engagement: which hub, who is in the team now, and who is accompanied. */
export type EngagementParties = {
  hub: HubScope
  memberIds: readonly string[]
  accompanied: Owned
}

/** Whoever is in the team now. */
export const itsTeam = rule<EngagementParties>(
  { id: 'anggota timnya', en: 'members of its team' },
  ({ personId }, { memberIds }) => personId !== null && memberIds.includes(personId),
)

const itsHub = about<EngagementParties, HubScope>(runsHub.says, runsHub, ({ hub }) => hub)
const accompaniedPeople = about<EngagementParties, Owned>(
  { id: 'orang dari instansi yang didampingi', en: 'people of whom it accompanies' },
  itsOwnPeople,
  ({ accompanied }) => accompanied,
)
const hubsGuides = about<EngagementParties, HubScope>(guidesThere.says, guidesThere, ({ hub }) => hub)

/** Who writes in an engagement: its stages, pauses and visits. */
export const guidesEngagement: Rule<EngagementParties> = anyOf(itsTeam, itsHub)

/** Who reads the notes of visits: the team, the hub, and whom it accompanies; not those who only watch. */
export const readsNotes: Rule<EngagementParties> = anyOf(itsTeam, itsHub, accompaniedPeople)

/** Who reads an engagement with its stages and times. */
export const readsEngagement: Rule<EngagementParties> = anyOf<EngagementParties>(
  itsTeam,
  hubsGuides,
  accompaniedPeople,
  watchesHubs,
)

/** Who has anything to do with engagements at all; which ones, is asked of each. */
export const takesPartInMentoring = rule<unknown>(
  {
    id: 'hub, tim pendamping, orang dari instansi dan kementerian',
    en: 'hubs, mentors, people of institutions and the ministries',
  },
  ({ grants }) => grants.some(({ role }) => partakers.has(role)),
)

const partakers: ReadonlySet<string> = new Set([
  'hub',
  'mentor',
  'author',
  'local_admin',
  'head',
  'secretariat',
  'co_manager',
])
