import { strengthOn, type Strength } from '@semai/domain/claims/claim'
import type { ClaimRecord } from '@semai/domain/exchange/claim-record'
import { schemaVersion } from '@semai/domain/exchange/record-parts'
import type { Actor } from '@semai/domain/people/actor'
import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Db } from '../db/transaction.ts'
import { visibleClaims } from '../spread/visible-claims.ts'
import { sourceOf } from './source-of.ts'

export type ClaimFilter = {
  innovation?: string | undefined
  /** A region; a province code takes its regencies and cities with it. */
  region?: string | undefined
  /** As shown on `today`. */
  strength?: Strength | undefined
  /** Days; a claim counts when it may have happened within them. */
  from?: string | undefined
  to?: string | undefined
}

/** Where a page of claims goes on: the last row's latest day and id. */
export type ClaimPlace = readonly [latest: string, id: string]
export type PlacedClaimRecord = {
  record: ClaimRecord
  point: { lat: number; lon: number }
  place: ClaimPlace
}

/**
 * A page of open claims, newest first, after the place given. `today` (`YYYY-MM-DD`) decides the strength shown.
 * One query whatever the number of acts.
 */
export async function claimRecords(
  db: Db,
  actor: Actor,
  options: { after: ClaimPlace | null; limit: number; today: string; filter?: ClaimFilter },
): Promise<PlacedClaimRecord[]> {
  const { after, limit, today, filter = {} } = options
  const rows = await filtered(recordQuery(db, actor), filter, today)
    .$if(after !== null, (query) =>
      query.where(sql<boolean>`(c.latest, c.id) < (${after![0]}::date, ${after![1]}::uuid)`),
    )
    .orderBy('c.latest', 'desc')
    .orderBy('c.id', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => placedRecord(row, today))
}

function recordQuery(db: Db, actor: Actor) {
  return visibleClaims(db, actor)
    .innerJoin('innovation as i', 'i.id', 'c.innovation_id')
    .innerJoin('organisation as o', 'o.id', 'c.organisation_id')
    .leftJoin('organisation as u', 'u.id', 'c.unit_id')
    .innerJoin('region as r', 'r.code', 'c.region_code')
    .innerJoin('source as s', 's.id', 'c.source_id')
    .selectAll('c')
    .select(['i.code as innovationCode', 'i.name as innovation'])
    .select(['o.slug as adopterSlug', 'o.name as adopter', 'o.kind as adopterKind'])
    .select(['u.slug as unitSlug', 'u.name as unit', 'u.kind as unitKind'])
    .select(['r.name as region', 'r.province_code as provinceCode', 'r.lat', 'r.lon'])
    .select(['s.name as sourceName', 's.url as sourceUrl'])
    .select((eb) =>
      jsonArrayFrom(
        eb
          .selectFrom('claim_act as a')
          .leftJoin('organisation as b', 'b.id', 'a.organisation_id')
          .leftJoin('source as e', 'e.id', 'a.source_id')
          .select(['a.act', 'a.acted_on', 'a.note', 'b.slug', 'b.name', 'b.kind'])
          .select(['e.name as sourceName', 'e.url as sourceUrl'])
          .whereRef('a.claim_id', '=', 'c.id')
          .orderBy(sql`a.acted_on nulls first`)
          .orderBy('a.act')
          .orderBy('a.id'),
      ).as('acts'),
    )
}
type Query = ReturnType<typeof recordQuery>
type Row = Awaited<ReturnType<Query['execute']>>[number]

function filtered(
  query: Query,
  { innovation, region, strength, from, to }: ClaimFilter,
  today: string,
): Query {
  let found = query
  if (innovation !== undefined) found = found.where('i.code', '=', innovation)
  if (region !== undefined) {
    found = found.where((eb) => eb.or([eb('r.code', '=', region), eb('r.province_code', '=', region)]))
  }
  if (from !== undefined) found = found.where('c.latest', '>=', from)
  if (to !== undefined) found = found.where(sql<boolean>`coalesce(c.earliest, c.latest) <= ${to}::date`)
  if (strength !== undefined) {
    const lapsed = sql<boolean>`(c.kind = 'state' and c.valid_until is not null and c.valid_until < ${today}::date)`
    found =
      strength === 'not_updated'
        ? found.where(lapsed)
        : found.where('c.strength', '=', strength).where(sql<boolean>`not ${lapsed}`)
  }
  return found
}

function placedRecord(row: Row, today: string): PlacedClaimRecord {
  const shown = strengthOn({ kind: row.kind, strength: row.strength, validUntil: row.valid_until }, today)
  const record: ClaimRecord = {
    schema_version: schemaVersion,
    id: row.id,
    source_key: row.source_key,
    innovation: { code: row.innovationCode, name: row.innovation },
    adopter: { slug: row.adopterSlug, name: row.adopter, kind: row.adopterKind },
    unit: organisationOf({ slug: row.unitSlug, name: row.unit, kind: row.unitKind }),
    region: { code: row.region_code, name: row.region, province_code: row.provinceCode },
    local_name: row.local_name,
    kind: row.kind,
    happening: row.happening,
    when: { earliest: row.earliest, latest: row.latest, precision: row.precision },
    strength: { shown, as_of: today, strongest_act: row.strength, valid_until: row.valid_until },
    acts: row.acts.map(({ act, acted_on, note, slug, name, kind, ...named }) => ({
      act,
      by: organisationOf({ slug, name, kind }),
      on: acted_on,
      source: sourceOf(named),
      note,
    })),
    batch: row.batch,
    stopped:
      row.stopped_on === null
        ? null
        : { on: row.stopped_on, reason: row.stop_reason_public ? row.stop_reason : null },
    note: row.note,
    source: { name: row.sourceName, url: row.sourceUrl },
    recorded_at: row.recorded_at.toISOString(),
    updated_at: row.updated_at.toISOString(),
  }
  return { record, point: { lat: row.lat, lon: row.lon }, place: [row.latest, row.id] }
}

function organisationOf(named: {
  slug: string | null
  name: string | null
  kind: ClaimRecord['adopter']['kind'] | null
}): ClaimRecord['adopter'] | null {
  const { slug, name, kind } = named
  return slug === null || name === null || kind === null ? null : { slug, name, kind }
}

/** What counting the spread of one innovation needs of each claim, with its province. */
export function claimsToCount(db: Db, actor: Actor, innovation: string) {
  return visibleClaims(db, actor)
    .innerJoin('innovation as i', 'i.id', 'c.innovation_id')
    .innerJoin('region as r', 'r.code', 'c.region_code')
    .innerJoin('region as p', 'p.code', 'r.province_code')
    .select(['c.kind', 'c.happening', 'c.latest', 'c.precision', 'c.strength', 'c.valid_until as validUntil'])
    .select(['c.stopped_on as stoppedOn', 'p.code as provinceCode', 'p.name as province'])
    .where('i.code', '=', innovation)
    .execute()
}
