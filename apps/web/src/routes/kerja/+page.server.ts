import type { ReplicationState } from '@semai/domain/replications/replication.lifecycle'
import { budgetRulesFrom } from '@semai/store/action-plans/budget-rules'
import { ownBoards } from '@semai/store/boards/own-boards.queries'
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

type Asked = Pick<App.Locals, 'db' | 'actor' | 'now' | 'today'>

export const load: PageServerLoad = async ({ url, locals: { db, actor, now, today } }) => {
  const states: ReplicationState[] = ['preparing', 'implementing']
  const [texts, units, handovers, corrections, duties, replications, boards, claims] = await Promise.all([
    textsInHand({ db, actor }),
    unitsOf(db, actor),
    offeredTo(db, actor),
    correctionQueue(db, actor, { limit: shown }),
    dutiesOf(db, actor, { rules: budgetRulesFrom(process.env), now, today }),
    replicationList(db, actor, { filter: { isOwn: true, states }, limit: shown }),
    ownBoards(db, actor),
    openClaims({ db, actor, now, today }),
  ])
  return {
    ...texts,
    tools: deskTools(actor),
    boards,
    handovers,
    duties: url.searchParams.get('tugas') === 'semua' ? duties : duties.slice(0, shown),
    dutyCount: duties.length,
    replications: replications.rows,
    mayWrite: units.length > 0,
    corrections,
    claims,
    today,
  }
}

/** Working texts of this person, and those that wait for them. */
async function textsInHand({ db, actor }: Pick<Asked, 'db' | 'actor'>) {
  const isLocalAdmin = actor.grants.some(({ role }) => role === 'local_admin')
  const [queue, own, blueprints, outdated] = await Promise.all([
    isLocalAdmin ? editList(db, actor, { states: ['submitted'] }) : { rows: [] },
    editList(db, actor, { states: ['returned', 'draft'], limit: 50 }),
    blueprintEditList(db, actor),
    outdatedForks(db, actor),
  ])
  return { isLocalAdmin, queue: queue.rows, own: own.rows, blueprints, outdated }
}

/** The first of each queue of claims. */
function openClaims({ db, actor, now, today }: Asked) {
  return Promise.all(
    claimQueues.map(async (queue) => ({
      queue,
      ...(await claimQueue(db, actor, { queue, now, today, limit: shown })),
    })),
  )
}
