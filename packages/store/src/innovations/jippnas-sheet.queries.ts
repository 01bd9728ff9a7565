import { withGuard } from '@semai/domain/exchange/formula-guard'
import { isOpenData } from '@semai/domain/innovations/innovation'
import type { Stage } from '@semai/domain/innovations/innovation'
import { innovationLifecycle } from '@semai/domain/innovations/innovation.lifecycle'
import type { Actor } from '@semai/domain/people/actor'
import { stringify } from 'csv-stringify/sync'
import { sql } from 'kysely'
import type { Db } from '../db/transaction.ts'
import { isWithin, scopeIds } from '../organisations/in-scope.ts'
import { visibleInnovations } from './visible.ts'

/** Columns of the sheet for the national portal; its own layout is not published, so these are the facts it shows. */
export const jippnasColumns = [
  'id_jippnas',
  'kode',
  'nama',
  'unit',
  'instansi',
  'provinsi',
  'kategori',
  'mulai',
  'tahap',
  'status',
  'ringkasan',
  'masalah',
  'terakhir_dikonfirmasi',
  'alamat',
] as const

/** The public words of the portal for a stage; none while a record has no stage or is only an idea. */
const standing: Readonly<Partial<Record<Stage, string>>> = {
  trial: 'berlanjut/berkembang',
  implemented: 'berlanjut/berkembang',
  developed: 'berlanjut/berkembang',
  institutionalised: 'berlanjut/berkembang',
  dormant: 'berhenti/vakum',
  stopped: 'berhenti/vakum',
}

/**
 * All innovations of the units a person writes for or administers, as CSV that old spreadsheets open too; at most 5,000.
 * Texts that nobody read on a page or published are left out. One query.
 * @param origin the address of the site, without a slash at the end.
 */
export async function jippnasSheet(db: Db, actor: Actor, origin: string): Promise<string> {
  const rows = await visibleInnovations(db, actor)
    .innerJoin('organisation as o', 'o.id', 'i.organisation_id')
    .leftJoin('organisation as above', 'above.id', 'o.parent_id')
    .leftJoin('region as p', 'p.code', 'i.province_code')
    .leftJoin('category as k', (join) =>
      join.onRef('k.key', '=', 'i.category_key').on('k.scheme', '=', '2021'),
    )
    .select(['i.code', 'i.slug', 'i.name', 'i.summary', 'i.problem', 'i.basis', 'i.version', 'i.stage'])
    .select(['i.started_year as started', 'i.start_unconfirmed as startUnconfirmed'])
    .select(['i.last_confirmed_on as confirmedOn', 'k.name_id as category', 'p.name as province'])
    .select(['o.name as unit', 'above.name as institution'])
    .select(
      sql<string | null>`(select string_agg(n.value, ', ' order by n.value) from innovation_identifier n
        where n.innovation_id = i.id and n.scheme = 'JIPPNas')`.as('number'),
    )
    .where('i.kind', '=', 'innovation')
    .where(isWithin('i.organisation_id', scopeIds(actor, 'author', 'local_admin')))
    .orderBy('o.name')
    .orderBy('i.name')
    .orderBy('i.code')
    .limit(5_000)
    .execute()
  const lines = rows.map((row): string[] => {
    const told = row.version !== null || isOpenData(row.basis)
    return [
      row.number ?? '',
      row.code,
      row.name,
      row.unit,
      row.institution ?? row.unit,
      row.province ?? '',
      row.category ?? '',
      row.started === null || row.startUnconfirmed ? '' : String(row.started),
      row.stage === null ? '' : innovationLifecycle.states[row.stage].id,
      (row.stage && standing[row.stage]) ?? '',
      (told && row.summary) || '',
      (told && row.problem) || '',
      row.confirmedOn ?? '',
      `${origin}/inovasi/${row.slug}`,
    ]
  })
  return stringify([[...jippnasColumns], ...lines], {
    bom: true,
    record_delimiter: 'windows',
    quoted_match: /[\r\n]/,
    cast: { string: withGuard },
  })
}
