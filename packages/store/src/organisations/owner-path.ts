import type { Owned } from '@semai/domain/people/access'
import { Refusal } from '@semai/domain/refusal'
import { sql } from 'kysely'
import type { Db } from '../db/transaction.ts'
import { organisationCalled } from './organisation-called.ts'

/** The organisations above `o`, itself first, and its province: what rules ask of an owner. For a query over `organisation o`. */
export const ownedColumns = [
  sql<
    string[]
  >`(select array_agg(a.above_id::text order by a.depth) from organisation_above a where a.organisation_id = o.id)`.as(
    'ownerPath',
  ),
  sql<
    string | null
  >`(select left(above.region_code, 2) from organisation_above a join organisation above on above.id = a.above_id
    where a.organisation_id = o.id and above.region_code is not null order by a.depth limit 1)`.as(
    'provinceCode',
  ),
] as const

/** A record that belongs to nobody in particular: the platform's own. */
export const ownedByNobody: Owned = { ownerPath: [], provinceCode: null }

/**
 * Whose a record of this organisation is. One query.
 * @throws Refusal not-found when there is no such organisation.
 */
export async function ownerOf(db: Db, organisationId: string): Promise<Owned> {
  const row = await db
    .selectFrom('organisation as o')
    .select(ownedColumns)
    .where('o.id', '=', organisationId)
    .executeTakeFirst()
  if (!row) throw noSuchOrganisation()
  return row
}

/**
 * The organisation of this id, slug, former slug or full name; of a merged one its successor.
 * @throws Refusal not-found when there is none, or several of the name; it names the likeliest.
 */
export async function organisationIdOf(db: Db, slugOrId: string): Promise<string> {
  const row = await db
    .selectFrom('organisation as o')
    .leftJoin('organisation_slug as s', (join) =>
      join.onRef('s.organisation_id', '=', 'o.id').on('s.slug', '=', slugOrId),
    )
    .select(sql<string>`coalesce(o.merged_into, o.id)`.as('id'))
    .where((eb) =>
      eb.or([
        eb('o.slug', '=', slugOrId),
        eb(sql<string>`o.id::text`, '=', slugOrId),
        eb('s.slug', '=', slugOrId),
      ]),
    )
    .executeTakeFirst()
  if (row) return row.id
  const called = await organisationCalled(db, slugOrId)
  if ('id' in called) return called.id
  throw noSuchOrganisation(called.likely)
}

/** The refusal for an organisation that is not there; `likely` is what may have been meant. */
export function noSuchOrganisation(likely: readonly { name: string; slug: string }[] = []): Refusal {
  const meant = likely.map(({ name, slug }) => `${name} (${slug})`).join('; ')
  return new Refusal(
    'not-found',
    {
      id: 'Instansi ini tidak ada. Cari namanya di daftar instansi.',
      en: 'There is no such organisation. Look it up in the list of agencies.',
    },
    [
      {
        field: 'organisation',
        says: meant
          ? { id: `Maksud Anda salah satu dari ini? ${meant}`, en: `Did you mean one of these? ${meant}` }
          : { id: 'Pilih instansi dari daftar.', en: 'Choose an organisation from the list.' },
      },
    ],
  )
}
