import { complaintThemeLifecycle } from '@semai/domain/complaints/complaint-theme.lifecycle'
import { offeredSteps } from '@semai/domain/lifecycle'
import { needRoles } from '@semai/domain/needs/need-access'
import type { Actor } from '@semai/domain/people/actor'
import { Refusal } from '@semai/domain/refusal'
import { sql } from 'kysely'
import type { Db } from '../db/transaction.ts'
import { isUuid } from '../db/uuid.ts'
import { isWithin, scopeIds } from '../organisations/in-scope.ts'
import { ownedColumns } from '../organisations/owner-path.ts'
import { guidedProvinces } from '../replications/visible-replications.ts'

/** True in SQL for complaints of the organisations `o` somebody works for or guides. */
function isTheirs(actor: Actor) {
  const provinces = guidedProvinces(actor, ['hub'])
  const own = isWithin('o.id', scopeIds(actor, ...needRoles))
  const inProvince = sql`exists (select from organisation_above x join organisation above on above.id = x.above_id
    where x.organisation_id = o.id and left(above.region_code, 2) = any(${provinces}::text[]))`
  return sql<boolean>`(${own} or ${inProvince})`
}

/** Every read of files of complaints starts here: by who writes needs of the organisation. */
function visibleImports(db: Db, actor: Actor) {
  return db
    .selectFrom('complaint_import as m')
    .innerJoin('organisation as o', 'o.id', 'm.organisation_id')
    .where(isTheirs(actor))
}

/** Every read of themes starts here: by who writes needs of the organisation. */
export function visibleThemes(db: Db, actor: Actor) {
  return db
    .selectFrom('complaint_theme as t')
    .innerJoin('organisation as o', 'o.id', 't.organisation_id')
    .where(isTheirs(actor))
}

/** Files of complaints that were read, newest first, at most 30, with how their themes stand. One query. */
export function complaintImports(db: Db, actor: Actor) {
  const themes = (state: string) =>
    sql<number>`(select count(*)::int from complaint_theme t where t.import_id = m.id and t.state = ${state})`
  return visibleImports(db, actor)
    .select(['m.id', 'm.complaints', 'm.imported_at as importedAt', 'o.name as organisation'])
    .select([themes('proposed').as('proposed'), themes('kept').as('kept')])
    .orderBy('m.imported_at', 'desc')
    .orderBy('m.id', 'desc')
    .limit(30)
    .execute()
}

/**
 * One file with its themes, the largest first, each with the steps of whoever asks. Two queries.
 * @throws Refusal not-found.
 */
export async function complaintImportPage(db: Db, actor: Actor, { id, now }: { id: string; now: Date }) {
  if (!isUuid(id)) throw noSuchComplaints()
  const row = await visibleImports(db, actor)
    .select(['m.id', 'm.columns', 'm.unread_columns as unread', 'm.complaints', 'm.alone'])
    .select(['m.imported_at as importedAt', 'm.organisation_id as organisationId', 'o.name as organisation'])
    .select(ownedColumns)
    .where('m.id', '=', id)
    .executeTakeFirst()
  if (!row) throw noSuchComplaints()
  const themes = await db
    .selectFrom('complaint_theme as t')
    .leftJoin('need as n', 'n.id', 't.need_id')
    .select(['t.id', 't.state', 't.name', 't.words', 't.sector', 't.complaints', 't.examples', 't.revision'])
    .select(['t.month_from as monthFrom', 't.month_to as monthTo', 'n.id as needId', 'n.title as need'])
    .select(namesOf('agencies', 'organisation', 'id').as('agencies'))
    .select(namesOf('regions', 'region', 'code').as('regions'))
    .where('t.import_id', '=', id)
    .where('t.state', '<>', 'discarded')
    .orderBy('t.complaints', 'desc')
    .orderBy('t.id')
    .limit(100)
    .execute()
  return {
    ...row,
    themes: themes.map((theme) => ({
      ...theme,
      steps: offeredSteps(complaintThemeLifecycle, { subject: { ...row, state: theme.state }, actor, now }),
    })),
  }
}
export type ComplaintImportPage = Awaited<ReturnType<typeof complaintImportPage>>

/** The names of known organisations or regions in a list of a theme, with how often. */
function namesOf(list: 'agencies' | 'regions', table: 'organisation' | 'region', key: 'id' | 'code') {
  return sql<
    { name: string; count: number }[]
  >`coalesce((select json_agg(json_build_object('name', k.name, 'count',
      (e ->> 'count')::int) order by (e ->> 'count')::int desc, k.name)
    from jsonb_array_elements(${sql.ref(`t.${list}`)}) e join ${sql.table(table)} k
      on k.${sql.ref(key)}::text = e ->> ${sql.lit(key)}), '[]'::json)`
}

/** Needs of an organisation that are being written, for a theme to become evidence of. One query. */
export function needsBeingWritten(db: Db, organisationId: string) {
  return db
    .selectFrom('need')
    .select(['id', 'title'])
    .where('organisation_id', '=', organisationId)
    .where('state', '=', 'draft')
    .orderBy('saved_at', 'desc')
    .orderBy('id')
    .limit(50)
    .execute()
}

/** The refusal for complaints that are not there for this person. */
export function noSuchComplaints(): Refusal {
  return new Refusal('not-found', {
    id: 'Aduan ini tidak ada, atau bukan untuk instansi Anda.',
    en: 'There are no such complaints, or they are not for your institution.',
  })
}
