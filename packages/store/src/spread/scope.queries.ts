import type { SpreadScope } from '@semai/domain/claims/spread-scope'
import type { Actor } from '@semai/domain/people/actor'
import { sql } from 'kysely'
import type { Db } from '../db/transaction.ts'
import { visibleInnovations } from '../innovations/visible.ts'
import { isWithin } from '../organisations/in-scope.ts'
import { visibleProgrammes } from '../scaling/programmes.ts'

/** An innovation that was named; `isBatched`: opened in ceremonies or by mandate. */
export type NamedInnovation = { id: string; code: string; slug: string; name: string; isBatched: boolean }

/** What is looked at, found. */
export type FoundScope = {
  of: SpreadScope['of']
  /** What a programme, agency or region is called, and its address; null for innovations and for all. */
  name: string | null
  slug: string | null
  /** Its innovations by code, `null` for all there are. */
  innovations: NamedInnovation[] | null
  /** Codes or the address that nothing was found for. */
  unknown: string[]
}

/**
 * Finds what is looked at: the innovations named, those of a programme, those of an agency and its units, or those that come
 * from a region (for a province: also from its regencies and cities). What is unknown is named, never guessed. At most two
 * queries.
 */
export async function findScope(db: Db, actor: Actor, scope: SpreadScope): Promise<FoundScope> {
  const none = { of: scope.of, name: null, slug: null, unknown: [] }
  if (scope.of === 'all') return { ...none, innovations: null }
  if (scope.of === 'innovations') {
    const innovations = await named(db, actor)
      .where('i.code', 'in', [...scope.codes])
      .execute()
    const known = new Set(innovations.map(({ code }) => code))
    const inOrder = scope.codes.flatMap((code) => innovations.filter((one) => one.code === code))
    return { ...none, innovations: inOrder, unknown: scope.codes.filter((code) => !known.has(code)) }
  }
  const holder = await holderOf(db, actor, scope)
  if (!holder) return { ...none, innovations: [], unknown: [scope.slug] }
  const innovations = await named(db, actor).where(belongsTo(scope.of, holder.key)).execute()
  return { ...none, name: holder.name, slug: scope.slug, innovations }
}

function named(db: Db, actor: Actor) {
  return visibleInnovations(db, actor)
    .select(['i.id', 'i.code', 'i.slug', 'i.name', 'i.batched as isBatched'])
    .orderBy('i.code')
}

type Holder = Extract<SpreadScope, { slug: string }>

function holderOf(
  db: Db,
  actor: Actor,
  { of, slug }: Holder,
): Promise<{ key: string; name: string } | undefined> {
  if (of === 'programme')
    return visibleProgrammes(db, actor)
      .select(['p.id as key', 'p.name'])
      .where('p.slug', '=', slug)
      .executeTakeFirst()
  if (of === 'agency')
    return db
      .selectFrom('organisation')
      .select(['id as key', 'name'])
      .where('slug', '=', slug)
      .executeTakeFirst()
  return db.selectFrom('region').select(['code as key', 'name']).where('slug', '=', slug).executeTakeFirst()
}

/** Whether innovation `i` is of the holder with this id or code. */
function belongsTo(of: Holder['of'], key: string) {
  if (of === 'programme')
    return sql<boolean>`exists (select from scaling_programme_innovation x
      where x.innovation_id = i.id and x.programme_id = ${key}::uuid)`
  if (of === 'agency') return isWithin('i.organisation_id', [key])
  return sql<boolean>`(i.region_code = ${key} or i.province_code = ${key})`
}
