import type { Actor } from '@semai/domain/people/actor'
import { Refusal } from '@semai/domain/refusal'
import { readinessDossier } from '@semai/domain/scaling/readiness'
import { readinessChecklist } from '@semai/domain/scaling/readiness-checklist'
import type { Db } from '../db/transaction.ts'
import { visibleInnovations } from '../innovations/visible.ts'
import { evidenceOfClaims } from './evidence-of-claims.ts'
import { evidenceOfRecord } from './evidence-of-record.ts'
import { evidenceOfReplications } from './evidence-of-replications.ts'

/**
 * How ready an innovation is to be taken to scale, from what is on record on `today`: nothing of it is kept. It rests on public
 * records only and so says the same to everyone. Four queries.
 * @throws Refusal not-found, also when the innovation may not be seen.
 */
export async function readinessOf(db: Db, actor: Actor, { slug, today }: { slug: string; today: string }) {
  const innovation = await visibleInnovations(db, actor)
    .innerJoin('organisation as o', 'o.id', 'i.organisation_id')
    .select(['i.id', 'i.code', 'i.slug', 'i.name', 'o.name as origin'])
    .where('i.slug', '=', slug)
    .executeTakeFirst()
  if (!innovation) {
    throw new Refusal('not-found', { id: 'Inovasi ini tidak ada.', en: 'No such innovation.' })
  }
  const [claims, replications, record] = await Promise.all([
    evidenceOfClaims(db, innovation.id, today),
    evidenceOfReplications(db, innovation.id),
    evidenceOfRecord(db, innovation.id),
  ])
  const dossier = readinessDossier(readinessChecklist, { ...claims, ...replications, ...record })
  return { innovation, dossier }
}
