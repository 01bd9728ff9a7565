import type { Actor } from '@semai/domain/people/actor'
import type { ProgrammeEventKind } from '@semai/domain/programme-events/programme-event'
import { sql } from 'kysely'
import type { Db } from '../db/transaction.ts'
import { visibleInnovations } from '../innovations/visible.ts'

/** Every read of what the programme did starts here, as rows `e`: acts about innovations this person may see, and hubs. */
export function programmeEvents(db: Db, actor: Actor) {
  const acts = visibleInnovations(db, actor)
    .innerJoin('programme_event as v', 'v.innovation_id', 'i.id')
    .innerJoin('source as s', 's.id', 'v.source_id')
    .leftJoin('organisation as o', 'o.id', 'v.organisation_id')
    .select(['v.key', sql<ProgrammeEventKind>`v.kind`.as('kind'), 'v.happened', 'v.about_id as aboutId'])
    .select(['v.about_en as aboutEn', 'i.code as innovationCode', 'i.slug as innovationSlug'])
    .select(['i.name as innovation', 'i.region_code as placeCode', sql<string | null>`null`.as('regionCode')])
    .select([sql<string | null>`null`.as('region'), sql<string | null>`null`.as('regionSlug')])
    .select([
      'o.slug as organisationSlug',
      'o.name as organisation',
      sql<string | null>`o.kind`.as('organisationKind'),
    ])
    .select(['s.name as source', 's.url as sourceUrl'])
  const hubs = db
    .selectFrom('hub as h')
    .innerJoin('region as g', 'g.code', 'h.region_code')
    .innerJoin('source as s', 's.id', 'h.source_id')
    .select(sql<string>`'hub-' || h.region_code || '-' || h.year`.as('key'))
    .select(sql<ProgrammeEventKind>`'hub_' || h.status`.as('kind'))
    .select([sql<string>`h.year::text`.as('happened'), sql<string | null>`null`.as('aboutId')])
    .select([sql<string | null>`null`.as('aboutEn'), sql<string | null>`null`.as('innovationCode')])
    .select([sql<string | null>`null`.as('innovationSlug'), sql<string | null>`null`.as('innovation')])
    .select([sql<string | null>`null`.as('placeCode'), 'g.code as regionCode', 'g.name as region'])
    .select(['g.slug as regionSlug', sql<string | null>`null`.as('organisationSlug')])
    .select([sql<string | null>`null`.as('organisation'), sql<string | null>`null`.as('organisationKind')])
    .select(['s.name as source', 's.url as sourceUrl'])
    .where('h.status', 'in', ['invited', 'designated'])
  return db.selectFrom(acts.unionAll(hubs as never).as('e')).selectAll('e')
}
