import { mayReplicate } from '@semai/domain/replications/replication-parties'
import type { EngagementMove } from '@semai/domain/notices/mentoring-notices'
import type { Actor } from '@semai/domain/people/actor'
import type { Tx } from '../db/transaction.ts'
import { notify } from '../notices/notify.ts'
import { peopleAllowed } from '../notices/recipients.ts'
import { loadEngagement } from './engagement.queries.ts'

type Told = { id: string; now: Date } & (
  { kind: 'engagement_begun' } | { kind: 'engagement_moved'; move: EngagementMove }
)

/** The team and those who write for whom it accompanies are told, without whoever did it. */
export async function tellEngagement(db: Tx, actor: Actor, told: Told): Promise<void> {
  const { id, team, organisation, memberIds, accompanied } = await loadEngagement(db, actor, told.id)
  const people = await peopleAllowed(db, mayReplicate, { subject: accompanied, now: told.now })
  const to = [...memberIds, ...people].filter((one) => one !== actor.personId)
  const names = { id, team, organisation }
  if (told.kind === 'engagement_begun') {
    await notify(db, { kind: 'engagement_begun', detail: names, to, at: told.now })
  } else {
    await notify(db, { kind: 'engagement_moved', detail: { ...names, move: told.move }, to, at: told.now })
  }
}
