import { adopterItself, adoptersHub, adoptersPeople, itsAdopter, itsOrigin } from '../claims/claim-parties.ts'
import type { Side } from '../claims/claim-parties.ts'
import {
  about,
  anyOf,
  except,
  itsAuthors,
  itsLocalAdmin,
  nationwide,
  ownersAs,
  rule,
  secretariat,
} from '../people/access.ts'
import type { Owned, Rule } from '../people/access.ts'

/** What rules ask of a replication: who takes the innovation over, whose it is, who could check. */
export type ReplicationParties = {
  adopter: Side
  origin: Side
  /** Some hub that is neither side is in charge of the adopter. */
  hasHub: boolean
}

/** Who begins a replication for an organisation. */
export const mayReplicate: Rule<Owned> = anyOf(itsAuthors, itsLocalAdmin)

/** Who writes in its record: its adopter's authors and administrators. */
export const writesReplication: Rule<Pick<ReplicationParties, 'adopter'>> = itsAdopter

/** Mentors whose organisation or province has whoever takes it over in its scope. */
export const mentorsOf = rule<Owned>(
  { id: 'tim pendampingnya', en: 'its mentors' },
  ({ grants }, { ownerPath, provinceCode }) =>
    grants.some(
      (grant) =>
        grant.role === 'mentor' &&
        (grant.provinceCode === null
          ? grant.organisationId !== null && ownerPath.includes(grant.organisationId)
          : grant.provinceCode === provinceCode),
    ),
)

const itsMentors = about<Pick<ReplicationParties, 'adopter'>, Owned>(
  mentorsOf.says,
  mentorsOf,
  ({ adopter }) => adopter,
)

const standIn = rule<ReplicationParties>(
  { id: `${secretariat.says.id} selama belum ada hub`, en: `${secretariat.says.en} while there is no hub` },
  (actor, { hasHub }) => !hasHub && secretariat.allows(actor, null),
)

/** Who guides it: hub or mentors, never the adopter itself. */
export const guidesReplication: Rule<ReplicationParties> = except(
  anyOf(adoptersHub, itsMentors, standIn),
  adopterItself,
)

/** Who puts down a milestone: the adopter, or whoever guides it. */
export const writesMilestones: Rule<ReplicationParties> = anyOf<ReplicationParties>(
  writesReplication,
  guidesReplication,
)

/** Who checks that it has a footing of its own: the hub, never the adopter. */
export const checksReplication: Rule<ReplicationParties> = except(anyOf(adoptersHub, standIn), adopterItself)

const itsInspectors = about<Pick<ReplicationParties, 'adopter'>, Owned>(
  { id: 'inspektoratnya', en: 'its inspectorate' },
  ownersAs({ id: '', en: '' }, 'inspectorate'),
  ({ adopter }) => adopter,
)

const coManagers = nationwide({ id: 'pengelola bersama', en: 'co-managers' }, 'co_manager')

/** Who reads what is not public: both sides, those who guide or check, and the ministries. */
export const involvedInReplication: Rule<ReplicationParties> = anyOf<ReplicationParties>(
  adoptersPeople,
  itsOrigin,
  adoptersHub,
  itsMentors,
  itsInspectors,
  secretariat,
  coManagers,
)

/** Who decides in a hub's forum, or recommends: hubs, sector ministries, and the secretariat. */
export const recommends = rule<unknown>(
  { id: 'hub, K/L pengampu atau admin kementerian', en: 'a hub, a sector ministry or the secretariat' },
  ({ grants }) =>
    grants.some(({ role }) => role === 'hub' || role === 'sector_ministry' || role === 'secretariat'),
)

/** Who holds a forum: a hub. */
export const holdsForum = rule<unknown>({ id: 'hub', en: 'a hub' }, ({ grants }) =>
  grants.some(({ role }) => role === 'hub'),
)
