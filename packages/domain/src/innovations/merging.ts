import { anyOf, itsLocalAdmin, rule } from '../people/access.ts'
import type { Owned } from '../people/access.ts'

/** Two records of the same innovation: the one that goes, and the one that stays. */
export type Merging = { from: Owned; into: Owned }

const localAdminOfBoth = rule<Merging>(
  {
    id: 'admin lokal dari instansi pemilik keduanya',
    en: 'the administrator of the institution that owns both',
  },
  (actor, { from, into }) => itsLocalAdmin.allows(actor, from) && itsLocalAdmin.allows(actor, into),
)

const coManager = rule<unknown>({ id: 'pengelola bersama', en: 'co-managers' }, ({ grants }) =>
  grants.some(({ role }) => role === 'co_manager'),
)

/** Who may say that two records are one: whoever administers both, or a co-manager between institutions. */
export const mayMerge = anyOf<Merging>(localAdminOfBoth, coManager)
