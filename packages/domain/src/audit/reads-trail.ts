import { rule } from '../people/access.ts'

/** Who searches the trail of all changes, and of who read what about people. */
export const readsTrail = rule<unknown>(
  { id: 'auditor dan administrator platform', en: 'auditors and the administrator of the platform' },
  ({ personId, grants }) =>
    personId !== null && grants.some(({ role }) => role === 'auditor' || role === 'administrator'),
)
