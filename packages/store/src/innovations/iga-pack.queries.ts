import { withGuard } from '@semai/domain/exchange/formula-guard'
import { igaPack } from '@semai/domain/innovations/iga-pack'
import type { IgaSource } from '@semai/domain/innovations/iga-pack'
import { emptyContent } from '@semai/domain/innovations/innovation-content.form'
import { itsOwnPeople } from '@semai/domain/people/access'
import type { Actor } from '@semai/domain/people/actor'
import { Refusal } from '@semai/domain/refusal'
import { stringify } from 'csv-stringify/sync'
import { sql } from 'kysely'
import type { Db } from '../db/transaction.ts'
import { ownedInnovation } from './owned-innovation.ts'

/**
 * The form of the regional innovation index as far as the published record fills it. Before the agency has published a
 * version only the name is taken: what a catalogue tells of it is not the agency's word. Two queries.
 * @throws Refusal not-found for whoever does not work for the agency that owns it.
 */
export async function igaPackPage(db: Db, actor: Actor, slug: string) {
  const innovation = await ownedInnovation(db, actor, { slug }, 'no lock')
  if (!itsOwnPeople.allows(actor, innovation)) throw notTheirs()
  const { version, source } = await publishedSource(db, innovation.id)
  const { code, name, organisation } = innovation
  return { slug, code, name, organisation, version, pack: igaPack(source) }
}
export type IgaPackPage = Awaited<ReturnType<typeof igaPackPage>>

/** The same as CSV that old spreadsheets open too: one line for each field, then one for each indicator. In Indonesian. */
export function igaPackSheet({ code, pack: { fields, evidence } }: IgaPackPage): string {
  const found = { document: 'ada tautan', told: 'tertulis, belum ada dokumen', missing: 'belum ada' } as const
  const lines = [
    ...fields.map(({ name, value, missing }) => ['isian', name.id, value ?? '', missing?.id ?? '']),
    ...evidence.map(({ name, state, told, addresses }) => [
      'bukti',
      name.id,
      [...told, ...addresses].join('\n'),
      state === 'document' ? '' : found[state],
    ]),
    // By this the sheet finds its record again when it comes back.
    ['catatan', 'Kode Semai', code, ''],
  ]
  return stringify([['bagian', 'nama', 'isi', 'yang_kurang'], ...lines], {
    bom: true,
    record_delimiter: 'windows',
    quoted_match: /[\r\n]/,
    cast: { string: withGuard },
  })
}

async function publishedSource(db: Db, id: string): Promise<{ version: number | null; source: IgaSource }> {
  const dayOf = (step: string) =>
    sql<string | null>`(select t.happened_on from innovation_step t
      where t.innovation_id = i.id and t.step = ${step} and t.happened_on is not null order by t.at desc, t.ordinal desc limit 1)`
  const { name, version, content, blueprint, ...rest } = await db
    .selectFrom('innovation as i')
    .leftJoin('innovation_version as v', (join) =>
      join.onRef('v.innovation_id', '=', 'i.id').onRef('v.number', '=', 'i.version'),
    )
    .leftJoin('blueprint as b', (join) =>
      join.onRef('b.innovation_id', '=', 'i.id').on('b.replication_id', 'is', null),
    )
    .leftJoin('blueprint_version as w', (join) =>
      join.onRef('w.blueprint_id', '=', 'b.id').onRef('w.number', '=', 'b.version'),
    )
    .select(['i.name', 'i.version', 'i.stage', 'i.replicas', 'v.content', 'w.content as blueprint'])
    .select([dayOf('try_out').as('triedOn'), dayOf('implement').as('implementedOn')])
    .where('i.id', '=', id)
    .executeTakeFirstOrThrow()
  return {
    version,
    source: {
      ...rest,
      content: content ?? { ...emptyContent, name },
      components: blueprint?.components ?? [],
    },
  }
}

function notTheirs(): Refusal {
  return new Refusal('not-found', {
    id: `Halaman ini hanya untuk ${itsOwnPeople.says.id}.`,
    en: `This page is only for ${itsOwnPeople.says.en}.`,
  })
}
