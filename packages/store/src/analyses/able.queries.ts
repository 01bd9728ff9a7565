import { ownRoles } from '@semai/domain/analyses/able-access'
import { runsHub } from '@semai/domain/hubs/hub-scope'
import type { HubScope } from '@semai/domain/hubs/hub-scope'
import { only } from '@semai/domain/lifecycle'
import type { Actor } from '@semai/domain/people/actor'
import { Refusal } from '@semai/domain/refusal'
import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Db } from '../db/transaction.ts'
import { visibleInnovations } from '../innovations/visible.ts'
import { isWithin, scopeIds } from '../organisations/in-scope.ts'
import { newestInputs } from './next-adopter.queries.ts'

/** Replications that end nothing: who has one is moving. */
const open = ['proposed', 'preparing', 'implementing', 'running', 'institutionalised']

/** A hub with the organisation whose tree it guides where it has no province. */
type AskedHub = HubScope & { organisationId: string | null }

/**
 * Regions that looked able to begin something a year ago and still have neither a claim of it, nor an open replication, nor
 * a need for which it was chosen: in the scope of a hub, for whoever runs it. Likeliest first. One query.
 * @throws Refusal forbidden for everybody else: this is never public.
 */
export async function ableInHub(db: Db, actor: Actor, { hub, page }: { hub: AskedHub; page: number }) {
  if (!runsHub.allows(actor, hub)) throw new Refusal('forbidden', only(runsHub))
  const inScope =
    hub.provinceCode === null
      ? isWithin('g.id', hub.organisationId === null ? [] : [hub.organisationId])
      : sql<boolean>`r.province_code = ${hub.provinceCode}`
  return pageOf(ableRows(db, actor, inScope), page)
}

/** The same for the governments somebody works for; nothing for anybody else. One query. */
export function ableOfOwn(db: Db, actor: Actor, { page }: { page: number }) {
  return pageOf(ableRows(db, actor, isWithin('g.id', scopeIds(actor, ...ownRoles))), page)
}

/** Rows on a page. */
const size = 30

async function pageOf(rows: ReturnType<typeof ableRows>, page: number) {
  const found = await rows
    .orderBy('n.chance', 'desc')
    .orderBy('n.innovation_code')
    .orderBy('n.region_code')
    .limit(size + 1)
    .offset((page - 1) * size)
    .execute()
  return { rows: found.slice(0, size), hasMore: found.length > size }
}
export type AbleRow = Awaited<ReturnType<typeof ableInHub>>['rows'][number]

/** `n` in region `r` of government `g`, which the caller narrows to whom the reader works for or guides. */
function ableRows(db: Db, actor: Actor, isTheirs: RawBuilder<boolean>) {
  const innovations = visibleInnovations(db, actor).select(['i.id', 'i.code', 'i.name', 'i.slug'])
  const here = (table: RawBuilder<unknown>, more: RawBuilder<boolean>) =>
    sql<boolean>`not exists (select from ${table} x where x.innovation_id = i.id and x.region_code = r.code and ${more})`
  return db
    .selectFrom('next_adopter as n')
    .innerJoin(innovations.as('i'), 'i.code', 'n.innovation_code')
    .innerJoin('region as r', 'r.code', 'n.region_code')
    .innerJoin('organisation as g', (join) =>
      join.onRef('g.region_code', '=', 'r.code').on('g.kind', '=', 'government').on('g.ended_on', 'is', null),
    )
    .select([
      'i.code',
      'i.name',
      'i.slug',
      'r.code as regionCode',
      'r.name as region',
      'r.slug as regionSlug',
    ])
    .select(['n.rank', 'n.chance', 'n.lower', 'n.upper', 'n.reasons'])
    .where('n.inputs', '=', newestInputs(db))
    .where('n.able_before', '=', true)
    .where(isTheirs)
    .where(here(sql`claim`, sql`x.withdrawn_at is null`))
    .where(here(sql`replication`, sql`x.state = any(${open}::text[])`))
    .where(
      sql<boolean>`not exists (select from need_decision d join need w on w.id = d.need_id
        where d.innovation_id = i.id and w.region_code = r.code and w.state = 'decided')`,
    )
}
