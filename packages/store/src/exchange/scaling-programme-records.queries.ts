import { schemaVersion } from '@semai/domain/exchange/record-parts'
import type { ScalingProgrammeRecord } from '@semai/domain/exchange/scaling-programme-record'
import type { OrganisationKind } from '@semai/domain/organisations/organisation'
import { publicActor } from '@semai/domain/people/actor'
import { sql } from 'kysely'
import type { Db } from '../db/transaction.ts'
import {
  basesOf,
  innovationsOf,
  reachedOf,
  regionsOf,
  targetsOf,
  visibleProgrammes,
} from '../scaling/programmes.ts'

/** A page of scaling-up programmes as open records in order of their addresses. One query. */
export async function scalingProgrammeRecords(
  db: Db,
  { after, limit }: { after: string | null; limit: number },
): Promise<ScalingProgrammeRecord[]> {
  const rows = await visibleProgrammes(db, publicActor)
    .leftJoin('source as s', 's.id', 'p.source_id')
    .select(['p.slug', 'p.name', 'p.named_on as namedOn', 'o.name as owner', 'o.slug as ownerSlug'])
    .select(sql<OrganisationKind>`o.kind`.as('ownerKind'))
    .select([innovationsOf(db).as('innovations'), basesOf(db).as('bases'), targetsOf(db).as('targets')])
    .select([regionsOf(db).as('regions'), reachedOf.as('reached')])
    .select(['s.name as source', 's.url as sourceUrl'])
    .$if(after !== null, (query) => query.where('p.slug', '>', after!))
    .orderBy('p.slug')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    schema_version: schemaVersion,
    slug: row.slug,
    name: row.name,
    ministry: { slug: row.ownerSlug, name: row.owner, kind: row.ownerKind },
    named_on: row.namedOn,
    innovations: row.innovations.map(({ code, name }) => ({ code, name })),
    legal_bases: row.bases.map(({ title, link }) => ({ title, url: link })),
    targets: row.targets,
    target_regions: row.regions.map(({ code, byYear }) => ({ code, by_year: byYear })),
    regions_on_record: row.reached,
    source: row.source === null ? null : { name: row.source, url: row.sourceUrl },
  }))
}
