import { rule } from '../people/access.ts'
import type { Role } from '../people/actor.ts'

/** The roles by which somebody is of an institution itself; of which, is asked for each row. */
export const ownRoles: readonly Role[] = ['author', 'local_admin', 'head']

/**
 * Who sees at all which of their own regions looked able and has not begun. A hub sees that of its scope (`runsHub`), and
 * nobody else does: it is for helping, not for a pillory.
 */
export const readsOwnAble = rule<unknown>(
  { id: 'penulis, admin lokal dan kepala instansi', en: 'authors, local administrators and heads' },
  ({ grants }) => grants.some(({ role }) => ownRoles.includes(role)),
)
