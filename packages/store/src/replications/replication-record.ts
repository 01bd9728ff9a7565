import type { Actor } from '@semai/domain/people/actor'
import { Refusal } from '@semai/domain/refusal'
import { sql } from 'kysely'
import { hubsOf, sideOf, withHub } from '../claims/claim-sides.ts'
import type { Db } from '../db/transaction.ts'
import { visibleReplications } from './visible-replications.ts'

/** What rules and the life cycle ask of a replication, for a query over `r`, `a` and `i`. */
export function lifeColumns(now: Date) {
  return [
    'r.id',
    'r.code',
    'r.state',
    'r.legal_basis as legalBasis',
    'r.budget_line as budgetLine',
    'r.procedure',
    sql<boolean>`r.claim_id is not null`.as('hasRun'),
    sideOf('a.id').as('adopter'),
    sideOf('i.organisation_id').as('origin'),
    hubsOf(now).as('hubIds'),
  ] as const
}

/**
 * What deciding about a replication needs, and what features that hang on it start from; locked where it will be changed.
 * @throws Refusal not-found, also where this person may not see it.
 */
export async function loadReplication(
  db: Db,
  actor: Actor,
  { code, now, lock }: { code: string; now: Date; lock: 'for update' | 'no lock' },
) {
  const row = await visibleReplications(db, actor)
    .select(lifeColumns(now))
    .select(['r.innovation_id as innovationId', 'r.organisation_id as organisationId', 'r.route'])
    .select(['r.claim_id as claimId', 'r.local_name as localName', 'r.declared_form as declaredForm'])
    .select(['r.region_code as regionCode', 'r.revision', 'i.name as innovation', 'a.name as adopterName'])
    .select(['a.slug as adopterSlug', 'i.slug as innovationSlug', 'r.institution_id as institutionId'])
    .where('r.code', '=', code.toUpperCase())
    .$if(lock === 'for update', (query) => query.forUpdate('r'))
    .executeTakeFirst()
  if (!row) throw noSuchReplication()
  return withHub(row)
}
export type LoadedReplication = Awaited<ReturnType<typeof loadReplication>>

/** The same answer for a code of nobody and for one that is not open to this person. */
export function noSuchReplication(): Refusal {
  return new Refusal('not-found', {
    id: 'Replikasi ini tidak ada, atau belum terbuka bagi Anda.',
    en: 'There is no such replication, or it is not open to you.',
  })
}

/** Two people at the same second: one is in, the other reads this and has what was typed. */
export function changedMeanwhile(): Refusal {
  return new Refusal('conflict', {
    id: 'Orang lain menyimpan lebih dulu. Isian Anda masih ada di bawah; bandingkan dengan yang sekarang tersimpan, lalu simpan lagi.',
    en: 'Somebody else saved first. What you typed is still below; compare it with what is stored now, then save again.',
  })
}
