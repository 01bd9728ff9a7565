import { anyOf, itsAuthors, itsLocalAdmin, ownersAs, rule } from '../people/access.ts'
import type { Owned, Rule } from '../people/access.ts'

/** Heads and secretaries of the institution, through whom its budget team (TAPD) is reached. */
const itsHeads = ownersAs({ id: 'pimpinan instansinya', en: 'heads of its institution' }, 'head')

/** Who hears that a window of the budget closes: whoever owns the plan, and the head with the budget team. */
export const hearsOfBudget: Rule<Owned> = anyOf(itsAuthors, itsLocalAdmin, itsHeads)

/** Who leads an institution: reads what was promised and where it stands, and types nothing. */
export const leads = rule<unknown>({ id: 'pimpinan instansi', en: 'heads of institutions' }, ({ grants }) =>
  grants.some(({ role }) => role === 'head'),
)
