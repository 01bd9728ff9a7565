import type { ReplicationState } from '@semai/domain/replications/replication.lifecycle'
import { budgetRulesFrom } from '@semai/store/action-plans/budget-rules'
import { blueprintEditList } from '@semai/store/blueprints/blueprint-edit.queries'
import { claimQueue, claimQueues } from '@semai/store/claims/claim-queue.queries'
import { correctionQueue } from '@semai/store/corrections/correction.queries'
import { editList } from '@semai/store/innovations/innovation-edit.queries'
import { offeredTo } from '@semai/store/innovations/innovation-handover.queries'
import { dutiesOf } from '@semai/store/duties/duty.queries'
import { outdatedForks } from '@semai/store/replications/fork.queries'
import { replicationList } from '@semai/store/replications/replication-list.queries'
import { unitsOf } from '@semai/store/organisations/units-of.queries'
import { deskTools } from '#lib/server/desk-tools.ts'
import type { PageServerLoad } from './$types'

/** Rows of each queue on the desk; the rest is a page of its own. */
const shown = 8

export const load: PageServerLoad = async ({ url, locals: { db, actor, now, today } }) => {
  const isLocalAdmin = actor.grants.some(({ role }) => role === 'local_admin')
  const ownReplications = (states: readonly ReplicationState[]) =>
    replicationList(db, actor, { filter: { isOwn: true, states }, limit: shown })
  const [queue, own, units, handovers, blueprints, outdated, corrections, duties, replications, ...claims] =
    await Promise.all([
      isLocalAdmin ? editList(db, actor, { states: ['submitted'] }) : { rows: [] },
      editList(db, actor, { states: ['returned', 'draft'], limit: 50 }),
      unitsOf(db, actor),
      offeredTo(db, actor),
      blueprintEditList(db, actor),
      outdatedForks(db, actor),
      correctionQueue(db, actor, { limit: shown }),
      dutiesOf(db, actor, { rules: budgetRulesFrom(process.env), now, today }),
      ownReplications(['preparing', 'implementing']),
      ...claimQueues.map((queue) => claimQueue(db, actor, { queue, now, today, limit: shown })),
    ])
  return {
    tools: deskTools(actor),
    handovers,
    queue: queue.rows,
    own: own.rows,
    blueprints,
    outdated,
    duties: url.searchParams.get('tugas') === 'semua' ? duties : duties.slice(0, shown),
    dutyCount: duties.length,
    replications: replications.rows,
    isLocalAdmin,
    mayWrite: units.length > 0,
    corrections,
    claims: claimQueues.map((queue, i) => ({ queue, ...claims[i]! })),
    today,
  }
}
