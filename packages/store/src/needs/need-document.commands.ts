import { gapSheet, needMinute } from '@semai/domain/documents/need-documents'
import { needLifecycle } from '@semai/domain/needs/need.lifecycle'
import type { Actor } from '@semai/domain/people/actor'
import { dayIn } from '@semai/domain/time/clock'
import type { Db } from '../db/transaction.ts'
import { inTransaction } from '../db/transaction.ts'
import { isUuid } from '../db/uuid.ts'
import { decisionFacts } from '../documents/decision-facts.ts'
import { institutionName } from '../documents/institution-name.ts'
import { keepDocument } from '../documents/keep-document.ts'
import { loadNeed, noSuchNeed } from './need.queries.ts'

/**
 * The sheet of a need, for whoever may read the need.
 * @returns its tracking code.
 * @throws Refusal not-found; nothing is then written.
 */
export function writeGapSheet(db: Db, actor: Actor, { id, now }: { id: string; now: Date }): Promise<string> {
  return inTransaction(db, async (db) => {
    const need = await loadNeed(db, actor, id, 'no lock')
    const names = await db
      .selectFrom('need as n')
      .innerJoin('organisation as o', 'o.id', 'n.organisation_id')
      .leftJoin('region as r', 'r.code', 'n.region_code')
      .select(['o.name as organisation', 'r.name as region'])
      .select(institutionName('o.id').as('institution'))
      .where('n.id', '=', id)
      .executeTakeFirstOrThrow()
    const statedOn = need.state === 'draft' || need.statedAt === null ? null : dayIn(need.statedAt)
    const content = gapSheet({ ...names, statedOn, content: need.content }, dayIn(now))
    return keepDocument(db, actor, { content, of: { need_id: id }, seenBy: audienceOf(need.state), now })
  })
}

/**
 * The minute of a choice that was made on the page of a need, for whoever may read it there.
 * @returns its tracking code.
 * @throws Refusal not-found; nothing is then written.
 */
export function writeNeedMinute(
  db: Db,
  actor: Actor,
  { id, decision, now }: { id: string; decision: string; now: Date },
): Promise<string> {
  return inTransaction(db, async (db) => {
    const need = await loadNeed(db, actor, id, 'no lock')
    const facts = isUuid(decision) ? await decisionFacts(db, { id: decision, needId: id }) : null
    if (facts === null) throw noSuchNeed()
    const { needId: _needId, ...told } = facts
    const content = needMinute(told, dayIn(now))
    return keepDocument(db, actor, { content, of: { need_id: id }, seenBy: audienceOf(need.state), now })
  })
}

function audienceOf(state: keyof typeof needLifecycle.states) {
  return needLifecycle.states[state].seenBy === 'public' ? 'public' : 'owner'
}
