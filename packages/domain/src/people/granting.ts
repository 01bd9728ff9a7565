import type { Says } from '../text/says.ts'
import { anyOf, itsLocalAdmin, rule } from './access.ts'
import type { Owned, Rule } from './access.ts'
import { nationalRoles, roles } from './actor.ts'
import type { Actor, Role } from './actor.ts'

/** What each role is called. */
export const roleNames: Record<Role, Says> = {
  author: { id: 'Penulis unit (UPP)', en: 'Author of a unit' },
  local_admin: { id: 'Admin lokal', en: 'Institution administrator' },
  hub: { id: 'Hub JIPP', en: 'Innovation hub' },
  head: { id: 'Kepala daerah / sekda / pimpinan', en: 'Head or secretary' },
  inspectorate: { id: 'Inspektorat', en: 'Inspectorate' },
  co_manager: { id: 'Pengelola bersama (Kemendagri, LAN, TAPD)', en: 'Co-manager' },
  sector_ministry: { id: 'K/L pengampu', en: 'Sector ministry' },
  mentor: { id: 'Tim Pendamping', en: 'Mentor' },
  evaluator: { id: 'Tim Evaluasi', en: 'Evaluator' },
  secretariat: { id: 'Admin kementerian', en: 'Secretariat' },
  analyst: { id: 'Analis peta jalan', en: 'Roadmap analyst' },
  auditor: { id: 'Auditor', en: 'Auditor' },
  administrator: { id: 'Administrator platform', en: 'Platform administrator' },
}

/** A role about to be given: to whom belongs the organisation it is for, and what is given. */
export type Granting = Owned & { role: Role }

/** Roles a local administrator gives out within the own institution. */
const givenLocally: readonly Role[] = ['author', 'head', 'inspectorate']

/**
 * Who may give, and take back, a role: the platform's administrator every one; a local administrator those within the
 * own institution; nobody else. A local administrator makes no other: that takes a letter to the ministry.
 */
export const mayGrant: Rule<Granting> = rule(
  {
    id: 'administrator platform, atau admin lokal untuk peran di instansinya sendiri',
    en: 'the administrator of the platform, or a local administrator for roles within the own institution',
  },
  ({ grants }, { role, ownerPath }) =>
    grants.some(
      (grant) =>
        grant.role === 'administrator' ||
        (grant.role === 'local_admin' &&
          givenLocally.includes(role) &&
          grant.organisationId !== null &&
          ownerPath.includes(grant.organisationId)),
    ),
)

/** Who may hand a person of an institution the link to a new password. */
export const mayRecover: Rule<Owned> = anyOf(
  itsLocalAdmin,
  rule({ id: 'administrator platform', en: 'the administrator of the platform' }, ({ grants }) =>
    grants.some(({ role }) => role === 'administrator'),
  ),
)

/**
 * Who may hand the link to a new password to somebody who holds a role: whoever may give that role. Otherwise the link to a higher
 * account, which belongs to the institution too, would be a way up.
 */
export const mayRecoverHolder: Rule<Granting> = rule(
  {
    id: 'yang boleh memberi semua peran orang itu',
    en: 'whoever may give every role that person holds',
  },
  mayGrant.allows,
)

/** Who administers people: everybody's, or those of the own institution. */
export const administersPeople = rule<unknown>(
  {
    id: 'admin lokal dan administrator platform',
    en: 'local administrators and the administrator of the platform',
  },
  ({ personId, grants }) =>
    personId !== null && grants.some(({ role }) => role === 'administrator' || role === 'local_admin'),
)

/** Who looks after the platform itself: its jobs, its health, the words of its search. */
export const administersPlatform = rule<unknown>(
  { id: 'administrator platform', en: 'the administrator of the platform' },
  ({ personId, grants }) => personId !== null && grants.some(({ role }) => role === 'administrator'),
)

/** The roles somebody can give at all; where, is asked for each. */
export function grantableRoles({ grants }: Pick<Actor, 'grants'>): readonly Role[] {
  if (grants.some(({ role }) => role === 'administrator')) return roles
  return grants.some(({ role }) => role === 'local_admin') ? givenLocally : []
}

/** Why a role can not have this scope, or null. */
export function scopeFault(
  role: Role,
  organisationId: string | null,
  provinceCode: string | null,
): Says | null {
  if (organisationId === null && !nationalRoles.includes(role)) {
    return {
      id: `Pilih instansi untuk peran ${roleNames[role].id}.`,
      en: `Choose the organisation for the role ${roleNames[role].en}.`,
    }
  }
  if (provinceCode !== null && role !== 'hub') {
    return { id: 'Hanya hub yang diberi provinsi.', en: 'Only a hub is given a province.' }
  }
  return null
}

/**
 * Days after which a role nobody looked at again no longer holds: a year, and two months in which it is late. Computed from the
 * date, not stored; marking it as still holding brings it back.
 */
export const grantLapse = { days: 425, warningDays: [60, 30, 7] } as const

/** The moment at which a role lapses unless somebody says that it still holds. */
export function lapsesAt(certifiedAt: Date): Date {
  return new Date(certifiedAt.getTime() + grantLapse.days * 86_400_000)
}

/** Days after which a role has to be looked at again: whoever gave it says that it still holds, or takes it back. */
export const certifiedForDays = 365
