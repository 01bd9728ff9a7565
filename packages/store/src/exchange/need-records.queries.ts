import type { NeedRecord } from '@semai/domain/exchange/need-record'
import { schemaVersion } from '@semai/domain/exchange/record-parts'
import type { NeedState } from '@semai/domain/needs/need.lifecycle'
import type { ServiceSector } from '@semai/domain/needs/service-sectors'
import { publicActor } from '@semai/domain/people/actor'
import { dayIn } from '@semai/domain/time/clock'
import type { Db } from '../db/transaction.ts'
import { visibleNeeds } from '../needs/visible-needs.ts'

/** What open records of needs are narrowed to; a province takes its regencies and cities with it. */
export type NeedRecordFilter = {
  service?: ServiceSector | undefined
  region?: string | undefined
  state?: NeedState | undefined
}

/**
 * Needs as open records in order of their ids, whoever asks: only what everybody may read. `after` is the id after which to
 * go on. One query.
 */
export async function needRecords(
  db: Db,
  { after, limit, service, region, state }: NeedRecordFilter & { after: string | null; limit: number },
): Promise<NeedRecord[]> {
  const rows = await visibleNeeds(db, publicActor)
    .leftJoin('region as r', 'r.code', 'n.region_code')
    .leftJoin('region as p', 'p.code', 'n.province_code')
    .select(['n.id', 'n.title', 'n.sector', 'n.state', 'n.content', 'n.priority', 'n.stated_at as statedAt'])
    .select(['o.slug', 'o.name', 'o.kind'])
    .select(['r.code as regionCode', 'r.name as region', 'p.code as provinceCode', 'p.name as province'])
    .$if(after !== null, (query) => query.where('n.id', '>', after!))
    .$if(service !== undefined, (query) => query.where('n.sector', '=', service!))
    .$if(state !== undefined, (query) => query.where('n.state', '=', state!))
    .$if(region?.length === 2, (query) => query.where('n.province_code', '=', region!))
    .$if(region !== undefined && region.length > 2, (query) => query.where('n.region_code', '=', region!))
    .orderBy('n.id')
    .limit(limit)
    .execute()
  return rows.map(recordOf)
}

type Row = {
  id: string
  title: string
  sector: ServiceSector
  state: NeedState
  content: {
    statement: string | null
    indicator: string | null
    unit: string | null
    baseline: number | null
    target: number | null
    affected: number | null
  }
  priority: number | null
  statedAt: Date | null
  slug: string
  name: string
  kind: NeedRecord['organisation']['kind']
  regionCode: string | null
  region: string | null
  provinceCode: string | null
  province: string | null
}

function recordOf(row: Row): NeedRecord {
  const { statement, indicator, unit, baseline, target, affected } = row.content
  const place = (code: string | null, name: string | null) => (code && name ? { code, name } : null)
  return {
    schema_version: schemaVersion,
    id: row.id,
    title: row.title,
    service: row.sector,
    state: row.state as NeedRecord['state'], // the public scope lets no other through
    organisation: { slug: row.slug, name: row.name, kind: row.kind },
    region: place(row.regionCode, row.region),
    province: place(row.provinceCode, row.province),
    problem: statement,
    indicator,
    unit,
    baseline,
    target,
    people_affected: affected,
    priority: row.priority,
    stated_on: dayIn(row.statedAt!), // stated is what public means
  }
}
