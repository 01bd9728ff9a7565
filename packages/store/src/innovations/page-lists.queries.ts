import type { Actor } from '@semai/domain/people/actor'
import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Db } from '../db/transaction.ts'
import { visibleInnovations } from './visible.ts'

// Lists on the page of one innovation, each a JSON array inside its one query: they belong to the innovation that the
// query around them calls i, and that query decides who may see it.

/** Values of fields as sources gave them; different values of one field stand side by side. */
export function factsOf(db: Db) {
  return jsonArrayFrom(
    db
      .selectFrom('innovation_fact as f')
      .innerJoin('source as s', 's.id', 'f.source_id')
      .select(['f.field', 'f.value', 'f.basis', 'f.confidence', 'f.stated_on as statedOn', 'f.note'])
      .select(['s.name as source', 's.url as sourceUrl'])
      .where(sql<boolean>`f.innovation_id = i.id`)
      .orderBy('f.field')
      .orderBy('f.value'),
  )
}

/** Awards, oldest first, those of an unknown year last. */
export function awardsOf(db: Db) {
  return jsonArrayFrom(
    db
      .selectFrom('innovation_award as a')
      .innerJoin('source as s', 's.id', 'a.source_id')
      .select(['a.label', 'a.competition', 'a.year', 's.name as source', 's.url as sourceUrl'])
      .where(sql<boolean>`a.innovation_id = i.id`)
      .orderBy(sql`a.year nulls last`)
      .orderBy('a.label'),
  )
}

/** Organisations beside the origin, by what they are to the innovation. */
export function partiesOf(db: Db) {
  return jsonArrayFrom(
    db
      .selectFrom('innovation_party as t')
      .innerJoin('organisation as og', 'og.id', 't.organisation_id')
      .select(['t.role', 'og.name', 'og.slug'])
      .where(sql<boolean>`t.innovation_id = i.id`)
      .orderBy('t.role')
      .orderBy('og.name'),
  )
}

/** Numbers the record has in other systems. */
export function identifiersOf(db: Db) {
  return jsonArrayFrom(
    db
      .selectFrom('innovation_identifier as d')
      .select(['d.scheme', 'd.value', 'd.url'])
      .where(sql<boolean>`d.innovation_id = i.id`)
      .orderBy('d.scheme')
      .orderBy('d.value'),
  )
}

/** Other spellings and local names. */
export function aliasesOf(db: Db) {
  return jsonArrayFrom(
    db
      .selectFrom('innovation_alias as l')
      .select('l.name')
      .where(sql<boolean>`l.innovation_id = i.id`)
      .orderBy('l.name'),
  )
}

/** Sustainable development goals, by number. */
export function goalsOf(db: Db) {
  return jsonArrayFrom(
    db
      .selectFrom('innovation_sdg as g')
      .select('g.goal')
      .where(sql<boolean>`g.innovation_id = i.id`)
      .orderBy('g.goal'),
  )
}

/** Records linked from or to this one; `direction` says which way the link points. */
export function linkedTo(db: Db, actor: Actor) {
  const outgoing = visibleInnovations(db, actor)
    .innerJoin('innovation_link as n', 'n.to_id', 'i.id')
    .select([
      'n.kind',
      'i.code',
      'i.slug',
      'i.name',
      sql<'to' | 'from'>`'to'`.as('direction'),
      'n.from_id as of',
    ])
  const incoming = visibleInnovations(db, actor)
    .innerJoin('innovation_link as n', 'n.from_id', 'i.id')
    .select([
      'n.kind',
      'i.code',
      'i.slug',
      'i.name',
      sql<'to' | 'from'>`'from'`.as('direction'),
      'n.to_id as of',
    ])
  return jsonArrayFrom(
    db
      .selectFrom(outgoing.unionAll(incoming).as('x'))
      .select(['x.kind', 'x.code', 'x.slug', 'x.name', 'x.direction'])
      .where('x.of', '=', sql<string>`i.id`)
      .orderBy('x.name'),
  )
}
