import { isOpenFact, openNarrative } from '@semai/domain/exchange/open-narrative'
import type { InnovationRecord } from '@semai/domain/exchange/innovation-record'
import { schemaVersion } from '@semai/domain/exchange/record-parts'
import type { Actor } from '@semai/domain/people/actor'
import { Refusal } from '@semai/domain/refusal'
import type { Db } from '../db/transaction.ts'
import { visibleInnovations } from '../innovations/visible.ts'
import {
  aliasesOf,
  awardsOf,
  categoriesOf,
  factsOf,
  goalsOf,
  identifiersOf,
  linksOf,
  partiesOf,
} from './record-lists.ts'
import { sourceOf } from './source-of.ts'

/** A page of open records in order of their codes, after the code given. One query whatever the number of facts. */
export async function innovationRecords(
  db: Db,
  actor: Actor,
  { after, limit }: { after: string | null; limit: number },
): Promise<PlacedInnovation[]> {
  const rows = await recordQuery(db, actor)
    .$if(after !== null, (query) => query.where('i.code', '>', after))
    .orderBy('i.code')
    .limit(limit)
    .execute()
  return rows.map(placedRecord)
}

/** One open record by its code. @throws Refusal not-found. */
export async function openInnovation(db: Db, actor: Actor, code: string): Promise<InnovationRecord> {
  const row = await recordQuery(db, actor).where('i.code', '=', code).executeTakeFirst()
  if (!row) throw new Refusal('not-found', 'No such innovation.')
  return placedRecord(row).record
}

/** Code and name of an innovation, by its code or by the slug of its page. @throws Refusal not-found. */
export async function openInnovationName(
  db: Db,
  actor: Actor,
  by: { code: string } | { slug: string },
): Promise<{ code: string; name: string }> {
  const row = await visibleInnovations(db, actor)
    .select(['i.code', 'i.name'])
    .where((eb) => ('code' in by ? eb('i.code', '=', by.code) : eb('i.slug', '=', by.slug)))
    .executeTakeFirst()
  if (!row) throw new Refusal('not-found', 'No such innovation.')
  return row
}

/** A record and the seat of its region, for maps; null for national bodies. */
export type PlacedInnovation = { record: InnovationRecord; point: { lat: number; lon: number } | null }

function recordQuery(db: Db, actor: Actor) {
  return visibleInnovations(db, actor)
    .innerJoin('organisation as o', 'o.id', 'i.organisation_id')
    .leftJoin('region as r', 'r.code', 'i.region_code')
    .leftJoin('region as p', 'p.code', 'i.province_code')
    .selectAll('i')
    .select(['o.slug as originSlug', 'o.name as origin', 'o.kind as originKind'])
    .select(['r.name as region', 'r.lat', 'r.lon', 'p.name as province'])
    .select((eb) => [
      aliasesOf(eb).as('aliases'),
      identifiersOf(eb).as('identifiers'),
      partiesOf(eb).as('parties'),
      categoriesOf(eb).as('categories'),
      goalsOf(eb).as('goals'),
      awardsOf(eb).as('awards'),
      factsOf(eb).as('facts'),
      linksOf(eb).as('links'),
    ])
}
type Row = Awaited<ReturnType<ReturnType<typeof recordQuery>['execute']>>[number]

function placedRecord(row: Row): PlacedInnovation {
  const facts = row.facts.filter(isOpenFact)
  const point = row.lat === null || row.lon === null ? null : { lat: row.lat, lon: row.lon }
  const record: InnovationRecord = {
    schema_version: schemaVersion,
    id: row.id,
    code: row.code,
    slug: row.slug,
    kind: row.kind,
    name: row.name,
    expansion: row.expansion,
    aliases: row.aliases.map((alias) => ({ name: alias.name, source: sourceOf(alias) })),
    identifiers: row.identifiers,
    parties: partiesOfRecord(row),
    region: row.region_code === null ? null : { code: row.region_code, name: row.region! },
    province: row.province_code === null ? null : { code: row.province_code, name: row.province! },
    narrative: { basis: row.basis, ...openNarrative(row) },
    stage: row.stage,
    trigger: row.trigger,
    is_digital: row.is_digital,
    start: startOf(row),
    batched: row.batched,
    categories: row.categories,
    sdgs: row.goals.map(({ goal }) => goal),
    awards: row.awards.map(({ label, competition, year, ...named }) => ({
      label,
      competition,
      year,
      source: sourceOf(named)!,
    })),
    facts: facts.map(({ sourceName, sourceUrl, ...fact }) => ({
      ...fact,
      source: { name: sourceName, url: sourceUrl },
    })),
    links: row.links,
    confidence: row.confidence,
    replicas: row.replicas,
    last_confirmed_on: row.last_confirmed_on,
    recorded_at: row.recorded_at.toISOString(),
    updated_at: row.updated_at.toISOString(),
  }
  return { record, point }
}

function partiesOfRecord(row: Row): InnovationRecord['parties'] {
  const playing = (role: Row['parties'][number]['role']) =>
    row.parties
      .filter((party) => party.role === role)
      .map(({ slug, name, kind, ...named }) => ({
        organisation: { slug, name, kind },
        source: sourceOf(named),
      }))
  return {
    origin: { slug: row.originSlug, name: row.origin, kind: row.originKind },
    proposers: playing('proposer'),
    sector_ministries: playing('sector_ministry'),
    partners: playing('partner'),
  }
}

/** The start, when a source states one; a start from general knowledge stays in until confirmed. */
function startOf(row: Row): InnovationRecord['start'] {
  if (row.started_from === null || row.started_to === null) return null
  if (!row.facts.some((fact) => fact.field.startsWith('started') && isOpenFact(fact))) return null
  return {
    earliest: row.started_from,
    latest: row.started_to,
    precision: precisionOf(row.started_from, row.started_to),
    basis: 'source',
  }
}

function precisionOf(from: string, to: string): 'day' | 'month' | 'year' | 'range' {
  if (from === to) return 'day'
  const wholeMonths = from.endsWith('-01') && isLastOfMonth(to)
  if (wholeMonths && from.slice(0, 7) === to.slice(0, 7)) return 'month'
  return from.slice(4) === '-01-01' && to === `${from.slice(0, 4)}-12-31` ? 'year' : 'range'
}

function isLastOfMonth(day: string): boolean {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).getUTCDate() === 1
}
