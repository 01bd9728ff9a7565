import { rule } from '../people/access.ts'

/** Who adds to the language of search. */
export const editsWords = rule<unknown>(
  { id: 'administrator platform', en: 'the administrator of the platform' },
  ({ personId, grants }) => personId !== null && grants.some(({ role }) => role === 'administrator'),
)
