import type { Actor } from '@semai/domain/people/actor'
import type { Owned, Rule } from '@semai/domain/people/access'
import { answersForUnit } from '@semai/domain/scaling/finding-parties'
import type { FindingStep } from '@semai/domain/scaling/finding.lifecycle'
import { itsMinistry } from '@semai/domain/scaling/scaling-programme'
import type { Tx } from '../db/transaction.ts'
import { notify } from '../notices/notify.ts'
import { peopleAllowed } from '../notices/recipients.ts'
import type { LoadedFinding } from './findings.ts'

type News = { finding: LoadedFinding; step: FindingStep; now: Date }

/** The other side is told of a step: the ministry of what the unit did, the unit of everything else once it knows of the finding. */
export async function tellFinding(db: Tx, actor: Actor, { finding, step, now }: News): Promise<void> {
  if (finding.state === 'found' && step !== 'recommend') return // the unit has not heard of it
  const isOfUnit = step === 'follow_up'
  const rule: Rule<Owned> = isOfUnit ? itsMinistry : answersForUnit
  const people = await peopleAllowed(db, rule, { subject: isOfUnit ? finding.ministry : finding.unit, now })
  const to = people.filter((id) => id !== actor.personId)
  const { id, slug, programme, unitName: unit } = finding
  await notify(db, { kind: 'finding_moved', detail: { id, slug, programme, unit, step }, to, at: now })
}
