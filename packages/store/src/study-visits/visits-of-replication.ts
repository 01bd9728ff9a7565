import type { Actor } from '@semai/domain/people/actor'
import type { FindingPart } from '@semai/domain/study-visits/findings'
import type { Db } from '../db/transaction.ts'
import { isUuid } from '../db/uuid.ts'
import { visibleStudyVisits } from './visible-study-visits.ts'

/**
 * The study visits of a replication with what was learned on those that were reported, the latest day first, at most 20; none
 * for those who may not read them. One query.
 */
export async function visitsOfReplication(db: Db, actor: Actor, code: string) {
  const rows = await visibleStudyVisits(db, actor)
    .select(['v.id', 'v.state', 'v.people', 'v.is_virtual as isVirtual'])
    .select(['s.held_on as heldOn', 'v.visited_on as visitedOn', 'v.link'])
    .select(['v.process', 'v.cost', 'v.staff', 'v.regulation', 'v.failures', 'v.documents'])
    .where('r.code', '=', code.toUpperCase())
    .orderBy('s.held_on', 'desc')
    .orderBy('v.id', 'desc')
    .limit(20)
    .execute()
  return rows.map(({ link, process, cost, staff, regulation, failures, documents, ...visit }) => {
    const isReported = visit.state === 'reported'
    const findings = { process, cost, staff, regulation, failures, documents }
    return { ...visit, link: isReported ? link : null, findings: isReported ? findings : null }
  })
}
export type VisitOfReplication = Awaited<ReturnType<typeof visitsOfReplication>>[number]

/** What a reported visit of a replication found in one part; null where there is no such visit, or it found nothing there. */
export async function findingOf(
  db: Db,
  { visit, part, replicationId }: { visit: string; part: FindingPart; replicationId: string },
): Promise<string | null> {
  if (!isUuid(visit)) return null
  const row = await db
    .selectFrom('study_visit as v')
    .select(`v.${part} as finding`)
    .where('v.id', '=', visit)
    .where('v.replication_id', '=', replicationId)
    .where('v.state', '=', 'reported')
    .executeTakeFirst()
  return row?.finding ?? null
}
