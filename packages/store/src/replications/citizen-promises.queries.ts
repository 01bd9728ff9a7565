import type { RecordedLink } from '@semai/domain/action-plans/budget-chain'
import type { Actor } from '@semai/domain/people/actor'
import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Db } from '../db/transaction.ts'
import { visibleReplications } from './visible-replications.ts'

/** A promise as citizens read it: signed when and in which post, how much for which years, and what became of it in the budget. */
export type CitizenPromise = {
  code: string
  name: string
  innovationSlug: string
  region: string | null
  organisation: string
  commitments: {
    post: string
    signedOn: string
    number: string
    link: string | null
    amounts: { year: number; amount: number }[]
  }[]
  /** Documents that give or spend money, each year's in order. */
  budgets: { year: number; link: RecordedLink; number: string | null; dated: string | null; amount: number }[]
}

const granted = ['dpa', 'dipa', 'rkap', 'work_plan', 'realisation'] as const

/**
 * What was promised and budgeted in a region (of a province: in all of it), the newest first, at most 50; what has neither a
 * commitment nor an amount is left out. One query.
 */
export async function citizenPromises(db: Db, actor: Actor, regionCode: string): Promise<CitizenPromise[]> {
  const rows = await visibleReplications(db, actor)
    .leftJoin('region as g', 'g.code', 'r.region_code')
    .select(['r.code', sql<string>`coalesce(r.local_name, i.name)`.as('name'), 'i.slug as innovationSlug'])
    .select(['g.name as region', 'o.name as organisation'])
    .select([commitmentsOf(db).as('commitments'), budgetsOf(db).as('budgets')])
    .where(regionCode.length === 2 ? 'r.province_code' : 'r.region_code', '=', regionCode)
    .where(
      sql<boolean>`(exists (select from commitment c where c.replication_id = r.id and c.withdrawn_at is null)
        or exists (select from budget_link b where b.replication_id = r.id and b.amount is not null
          and b.link = any(${[...granted]}::text[])))`,
    )
    .orderBy('r.moved_at', 'desc')
    .orderBy('r.id', 'desc')
    .limit(50)
    .execute()
  return rows
}

function commitmentsOf(db: Db) {
  return jsonArrayFrom(
    db
      .selectFrom('commitment as c')
      .select(['c.post', 'c.signed_on as signedOn', 'c.number', 'c.link'])
      .select((eb) =>
        jsonArrayFrom(
          eb
            .selectFrom('commitment_amount as m')
            .select(['m.year', 'm.amount'])
            .whereRef('m.commitment_id', '=', 'c.id')
            .orderBy('m.year'),
        ).as('amounts'),
      )
      .where(sql<boolean>`c.replication_id = r.id`)
      .where('c.withdrawn_at', 'is', null)
      .orderBy('c.signed_on', 'desc')
      .orderBy('c.id', 'desc')
      .limit(10),
  ).$castTo<CitizenPromise['commitments']>()
}

function budgetsOf(db: Db) {
  return jsonArrayFrom(
    db
      .selectFrom('budget_link as b')
      .select(['b.year', 'b.link', 'b.number', 'b.dated', 'b.amount'])
      .where(sql<boolean>`b.replication_id = r.id`)
      .where('b.amount', 'is not', null)
      .where('b.link', 'in', [...granted])
      .orderBy('b.year')
      .orderBy('b.link')
      .limit(40),
  ).$castTo<CitizenPromise['budgets']>()
}
