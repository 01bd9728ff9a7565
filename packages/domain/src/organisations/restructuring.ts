import { administrator, anyOf, itsHub, itsLocalAdmin, rule, secretariat } from '../people/access.ts'
import type { Owned } from '../people/access.ts'

/** Two organisations, the first of which becomes part of the second, or gives something to it. */
export type Restructuring = { from: Owned; into: Owned }

/** What a merger or a split carries from one organisation to another; the past stays with the first. */
export const moveKinds = [
  'innovation',
  'claim',
  'claim_unit',
  'part',
  'person',
  'grant',
  'invitation',
  'draft',
  'correction',
  'request',
  'replication',
  'replication_institution',
  'engagement',
  'mentor_team',
  'finding',
  'programme',
  'locus',
] as const
export type MoveKind = (typeof moveKinds)[number]

/** The platform's own administrators of agencies: those of the ministry in charge, and of the site. */
export const administersAllAgencies = anyOf(secretariat, administrator)

/** An institution's administrator over its parts; the institution itself is the ministry's to change. */
const adminAbove = rule<Owned>(
  {
    id: 'admin lokal instansi di atasnya',
    en: 'the administrator of the institution it belongs to',
  },
  (actor, { ownerPath, provinceCode }) =>
    itsLocalAdmin.allows(actor, { ownerPath: ownerPath.slice(1), provinceCode }),
)

const adminAboveBoth = rule<Restructuring>(adminAbove.says, (actor, { from, into }) =>
  [from, into].every((one) => adminAbove.allows(actor, one)),
)

/** Who may add a part below an organisation: a hub too, for what is missing among its members. */
export const mayAddPart = anyOf<Owned>(administersAllAgencies, itsLocalAdmin, itsHub)

/** Who may rename or split an organisation. */
export const mayRestructure = anyOf<Owned>(administersAllAgencies, adminAbove)

/** Who may merge one organisation into another. */
export const mayMergeAgencies = anyOf<Restructuring>(administersAllAgencies, adminAboveBoth)

/** Who finds the page on which agencies are administered; each deed there has its own rule. */
export const administersAgencies = rule<unknown>(
  {
    id: 'admin lokal, hub, admin kementerian dan administrator platform',
    en: 'local administrators, hubs, the secretariat and the administrator of the platform',
  },
  ({ personId, grants }) =>
    personId !== null &&
    grants.some(({ role }) => ['local_admin', 'hub', 'secretariat', 'administrator'].includes(role)),
)
