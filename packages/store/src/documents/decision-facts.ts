import type { DecisionFacts } from '@semai/domain/documents/decision-body'
import { sql } from 'kysely'
import type { Db } from '../db/transaction.ts'
import { institutionName } from './institution-name.ts'

/** A decision as its minute tells it, with the names of what was weighed and the letterhead. */
export type ToldDecision = DecisionFacts & { needId: string; institution: string; number: string | null }

/**
 * The minute of one decision, or the latest by which a need chose an innovation; null where there is none. Two queries.
 */
export async function decisionFacts(
  db: Db,
  which: { id: string; needId: string } | { needId: string; innovationId: string },
): Promise<ToldDecision | null> {
  const row = await db
    .selectFrom('need_decision as d')
    .innerJoin('need as n', 'n.id', 'd.need_id')
    .innerJoin('organisation as o', 'o.id', 'n.organisation_id')
    .innerJoin('innovation as i', 'i.id', 'd.innovation_id')
    .innerJoin('organisation as origin', 'origin.id', 'i.organisation_id')
    .select(['d.need_id as needId', 'd.number', 'd.held_on as heldOn', 'd.present', 'd.reason', 'd.content'])
    .select(['n.title as need', 'o.name as organisation', 'i.name as choice', 'origin.name as origin'])
    .select(institutionName('o.id').as('institution'))
    .where('d.need_id', '=', which.needId)
    .$if('id' in which, (query) => query.where('d.id', '=', (which as { id: string }).id))
    .$if('innovationId' in which, (query) =>
      query.where('d.innovation_id', '=', (which as { innovationId: string }).innovationId),
    )
    .orderBy('d.at', 'desc')
    .orderBy('d.id', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row) return null
  const { content, ...facts } = row
  const ids = content.candidates.map(({ innovationId }) => innovationId)
  const rows = await db
    .selectFrom('innovation')
    .select(['id', 'name'])
    .where('id', '=', sql<string>`any(${ids}::uuid[])`)
    .execute()
  const names = new Map(rows.map(({ id, name }) => [id, name]))
  const candidates = content.candidates.map(({ innovationId, scores }) => ({
    name: names.get(innovationId) ?? '–',
    scores,
  }))
  return { ...facts, weights: content.weights, candidates }
}
