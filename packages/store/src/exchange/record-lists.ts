import type { ExpressionBuilder } from 'kysely'
import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Schema } from '../db/schema.ts'

/** A query in which `i` is the innovation whose lists are wanted. */
type OfInnovation = ExpressionBuilder<Schema & { i: Schema['innovation'] }, 'i'>

/** Other spellings, by name. */
export function aliasesOf(eb: OfInnovation) {
  return jsonArrayFrom(
    eb
      .selectFrom('innovation_alias as l')
      .leftJoin('source as s', 's.id', 'l.source_id')
      .select(['l.name', 's.name as sourceName', 's.url as sourceUrl'])
      .whereRef('l.innovation_id', '=', 'i.id')
      .orderBy('l.name'),
  )
}

/** Identifiers in other systems. */
export function identifiersOf(eb: OfInnovation) {
  return jsonArrayFrom(
    eb
      .selectFrom('innovation_identifier as d')
      .select(['d.scheme', 'd.value', 'd.url'])
      .whereRef('d.innovation_id', '=', 'i.id')
      .orderBy('d.scheme')
      .orderBy('d.value'),
  )
}

/** Proposers, sector ministries and partners. */
export function partiesOf(eb: OfInnovation) {
  return jsonArrayFrom(
    eb
      .selectFrom('innovation_party as t')
      .innerJoin('organisation as g', 'g.id', 't.organisation_id')
      .leftJoin('source as s', 's.id', 't.source_id')
      .select(['t.role', 'g.slug', 'g.name', 'g.kind', 's.name as sourceName', 's.url as sourceUrl'])
      .whereRef('t.innovation_id', '=', 'i.id')
      .orderBy('g.name'),
  )
}

/** Categories, one an edition. */
export function categoriesOf(eb: OfInnovation) {
  return jsonArrayFrom(
    eb
      .selectFrom('innovation_category as k')
      .select(['k.scheme', 'k.key', 'k.assigned_by'])
      .whereRef('k.innovation_id', '=', 'i.id')
      .orderBy('k.scheme'),
  )
}

/** Sustainable development goals. */
export function goalsOf(eb: OfInnovation) {
  return jsonArrayFrom(
    eb
      .selectFrom('innovation_sdg as g')
      .select('g.goal')
      .whereRef('g.innovation_id', '=', 'i.id')
      .orderBy('g.goal'),
  )
}

/** Awards as published, oldest first. */
export function awardsOf(eb: OfInnovation) {
  return jsonArrayFrom(
    eb
      .selectFrom('innovation_award as a')
      .innerJoin('source as s', 's.id', 'a.source_id')
      .select(['a.label', 'a.competition', 'a.year', 's.name as sourceName', 's.url as sourceUrl'])
      .whereRef('a.innovation_id', '=', 'i.id')
      .orderBy(sql`a.year nulls last`)
      .orderBy('a.label'),
  )
}

/** Facts as read, conflicting values side by side. Which of them may go out, `isOpenFact` says. */
export function factsOf(eb: OfInnovation) {
  return jsonArrayFrom(
    eb
      .selectFrom('innovation_fact as f')
      .innerJoin('source as s', 's.id', 'f.source_id')
      .select(['f.field', 'f.value', 'f.basis', 'f.confidence', 'f.stated_on', 'f.note'])
      .select(['s.name as sourceName', 's.url as sourceUrl'])
      .whereRef('f.innovation_id', '=', 'i.id')
      .orderBy('f.field')
      .orderBy('f.value'),
  )
}

/** Links to other records. */
export function linksOf(eb: OfInnovation) {
  return jsonArrayFrom(
    eb
      .selectFrom('innovation_link as n')
      .innerJoin('innovation as other', 'other.id', 'n.to_id')
      .select(['n.kind', 'other.code as to'])
      .whereRef('n.from_id', '=', 'i.id')
      .orderBy('n.kind')
      .orderBy('other.code'),
  )
}
