import { publicActor } from '@semai/domain/people/actor'
import type { NeedState } from '@semai/domain/needs/need.lifecycle'
import type { ReplicationState } from '@semai/domain/replications/replication.lifecycle'
import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Db } from '../db/transaction.ts'
import { visibleNeeds } from '../needs/visible-needs.ts'
import { visibleReplications } from './visible-replications.ts'

/** A region by its code, a province with all of it; or organisations. */
export type PromisesOf = { regionCode: string } | { organisationIds: readonly string[] }

/** How many are listed; the rest is behind a link. */
const listed = 3

export type Promises = {
  needCount: number
  /** Of those, how many nothing answers yet. */
  unmetCount: number
  needs: { id: string; title: string; state: NeedState }[]
  replicationCount: number
  replications: { code: string; name: string; state: ReplicationState }[]
  /** Whole rupiah over all years; `telling`: how many of the replications tell anything. */
  money: { pledged: number; allocated: number; spent: number; telling: number }
}

/**
 * What a place or an agency needs, replicates, promised and paid, as everybody may read it: numbers and the newest of each.
 * One query.
 */
export async function promisesOf(db: Db, whose: PromisesOf): Promise<Promises> {
  const rows = await db
    .with('need_here', () =>
      visibleNeeds(db, publicActor)
        .select(['n.id', 'n.title', 'n.state', 'n.stated_at'])
        .where(
          isOf(whose, {
            region: 'n.region_code',
            province: 'n.province_code',
            organisation: 'n.organisation_id',
          }),
        ),
    )
    .with('replication_here', () =>
      visibleReplications(db, publicActor)
        .select([
          'r.id',
          'r.code',
          'r.state',
          'r.moved_at',
          sql<string>`coalesce(r.local_name, i.name)`.as('name'),
        ])
        .where(
          isOf(whose, {
            region: 'r.region_code',
            province: 'r.province_code',
            organisation: 'r.organisation_id',
          }),
        ),
    )
    .with('money', (db) => db.selectFrom('replication_here as h').select('h.id').select(moneyOf))
    .selectNoFrom([
      sql<number>`(select count(*)::int from need_here)`.as('needCount'),
      sql<number>`(select count(*)::int from need_here where state = 'unmet')`.as('unmetCount'),
      sql<
        Promises['needs']
      >`coalesce((select jsonb_agg(jsonb_build_object('id', x.id, 'title', x.title, 'state', x.state))
        from (select * from need_here order by stated_at desc, id desc limit ${listed}) x), '[]')`.as(
        'needs',
      ),
      sql<number>`(select count(*)::int from replication_here)`.as('replicationCount'),
      sql<
        Promises['replications']
      >`coalesce((select jsonb_agg(jsonb_build_object('code', x.code, 'name', x.name, 'state', x.state))
        from (select * from replication_here order by moved_at desc, id desc limit ${listed}) x), '[]')`.as(
        'replications',
      ),
      sql<Promises['money']>`(select jsonb_build_object('pledged', coalesce(sum(m.pledged), 0),
        'allocated', coalesce(sum(m.allocated), 0), 'spent', coalesce(sum(m.spent), 0),
        'telling', count(*) filter (where m.pledged > 0 or m.allocated > 0 or m.spent > 0)) from money m)`.as(
        'money',
      ),
    ])
    .execute()
  return rows[0]!
}

type Columns = { region: string; province: string; organisation: string }

function isOf(whose: PromisesOf, columns: Columns): RawBuilder<boolean> {
  if ('organisationIds' in whose) {
    return sql<boolean>`${sql.ref(columns.organisation)} = any(${[...whose.organisationIds]}::uuid[])`
  }
  const column = whose.regionCode.length === 2 ? columns.province : columns.region
  return sql<boolean>`${sql.ref(column)} = ${whose.regionCode}`
}

/** Money of replication `h` over all years: of several commitments that name a year, the one signed last counts. */
const moneyOf = [
  sql<number>`coalesce((select sum(last.amount) from (
      select distinct on (m.year) m.amount from commitment c join commitment_amount m on m.commitment_id = c.id
      where c.replication_id = h.id and c.withdrawn_at is null order by m.year, c.signed_on desc, c.id desc) last), 0)
    + coalesce((select sum(f.pledged) from funding f where f.replication_id = h.id), 0)`.as('pledged'),
  sql<number>`coalesce((select sum(l.amount) from budget_link l where l.replication_id = h.id
      and l.link in ('dpa', 'dipa', 'rkap', 'work_plan')), 0)
    + coalesce((select sum(f.allocated) from funding f where f.replication_id = h.id), 0)`.as('allocated'),
  sql<number>`coalesce((select sum(l.amount) from budget_link l where l.replication_id = h.id and l.link = 'realisation'), 0)
    + coalesce((select sum(f.spent) from funding f where f.replication_id = h.id), 0)`.as('spent'),
] as const
