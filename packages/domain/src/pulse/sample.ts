import { except, rule } from '../people/access.ts'
import type { Rule } from '../people/access.ts'
import { adopterItself } from '../claims/claim-parties.ts'
import type { Says } from '../text/says.ts'
import { guidesReplication } from '../replications/replication-parties.ts'
import type { ReplicationParties } from '../replications/replication-parties.ts'

export const checkResults = ['confirmed', 'not_found', 'unreachable'] as const
/** What somebody who went to look found: it runs, it does not, or nobody could be reached. */
export type CheckResult = (typeof checkResults)[number]

export const checkResultNames: Record<CheckResult, Says> = {
  confirmed: { id: 'Terkonfirmasi berjalan', en: 'Confirmed: it runs' },
  not_found: { id: 'Tidak ditemukan berjalan', en: 'Not found running' },
  unreachable: { id: 'Tidak dapat dihubungi', en: 'Cannot be reached' },
}

/** Who draws samples: a hub of its scope, the secretariat of the whole country. */
export const drawsSamples = rule<unknown>(
  { id: 'hub atau admin kementerian', en: 'a hub or the secretariat' },
  ({ grants }) => grants.some(({ role }) => role === 'hub' || role === 'secretariat'),
)

/** Who runs a sample that was drawn: the hub that drew it, or the secretariat. */
export const runsSample: Rule<{ hubId: string | null }> = rule(
  { id: 'hub yang menariknya, atau admin kementerian', en: 'the hub that drew it, or the secretariat' },
  ({ grants }, { hubId }) =>
    grants.some(
      ({ role, organisationId }) =>
        role === 'secretariat' || (role === 'hub' && hubId !== null && organisationId === hubId),
    ),
)

/** What the rule of a check asks: the parties of the replication, and who is to check it. */
export type CheckedUnit = ReplicationParties & { mentorId: string | null }

const assigned = rule<CheckedUnit>(
  { id: 'yang ditugasi memeriksanya', en: 'whoever is to check it' },
  ({ personId }, { mentorId }) => personId !== null && personId === mentorId,
)

/** Who writes down what was found: whoever is assigned and still guides the adopter, never the adopter itself. */
export const checksUnit: Rule<CheckedUnit> = except(
  rule<CheckedUnit>(
    assigned.says,
    (actor, unit) => assigned.allows(actor, unit) && guidesReplication.allows(actor, unit),
  ),
  adopterItself,
)
