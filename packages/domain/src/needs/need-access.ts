import { anyOf, itsAuthors, itsHub, itsLocalAdmin, ownersAs, rule } from '../people/access.ts'
import type { Role } from '../people/actor.ts'

/** The mentors of the owner, or of who is above it. */
export const itsMentors = ownersAs({ id: 'tim pendampingnya', en: 'its mentors' }, 'mentor')

/** Who writes down a need of an organisation: its own people, or who guides it. */
export const needWriters = anyOf(itsAuthors, itsLocalAdmin, itsHub, itsMentors)

/** Who decides about it: the institution that has it, or the hub in charge. */
export const needDeciders = anyOf(itsLocalAdmin, itsHub)

/** The roles by which somebody writes down needs at all; of whom, is asked for each. */
export const needRoles: readonly Role[] = ['author', 'local_admin', 'hub', 'mentor']

/** Who writes down needs of somebody. */
export const writesNeeds = rule<unknown>(
  { id: 'penulis, admin lokal, hub dan pendamping', en: 'authors, local administrators, hubs and mentors' },
  ({ grants }) => grants.some(({ role }) => needRoles.includes(role)),
)
