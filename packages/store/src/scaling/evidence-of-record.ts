import type { BlueprintContent, Component, ComponentKind } from '@semai/domain/blueprints/blueprint'
import { valueOf } from '@semai/domain/blueprints/blueprint'
import type { InnovationContent } from '@semai/domain/innovations/innovation-content.form'
import { publicActor } from '@semai/domain/people/actor'
import type { Evidence, EvidenceRecord } from '@semai/domain/scaling/readiness'
import type { Says } from '@semai/domain/text/says'
import { sameInBoth } from '@semai/domain/text/says'
import { dayIn } from '@semai/domain/time/clock'
import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Db } from '../db/transaction.ts'
import { visibleInnovations } from '../innovations/visible.ts'

type OfRecord = Pick<
  Evidence,
  | 'programme'
  | 'target'
  | 'results'
  | 'award'
  | 'legal_basis'
  | 'problem'
  | 'blueprint'
  | 'core'
  | 'staff'
  | 'host'
  | 'lessons'
  | 'indicators'
  | 'inclusion'
  | 'cost'
>

/** What the record of an innovation, its blueprint, its programmes and its host's word are evidence of. One query. */
export async function evidenceOfRecord(db: Db, innovationId: string): Promise<OfRecord> {
  const row = await recordRow(db, innovationId)
  const page = `/inovasi/${row.slug}`
  const publishedOn = row.publishedAt && dayIn(row.publishedAt)
  /** What the unit wrote in its published record, where it is there. */
  const stated = (text: string | null | undefined, says: Says): EvidenceRecord[] =>
    text ? [{ says, link: page, on: publishedOn }] : []
  const { content } = row
  return {
    ...ofProgrammes(row.programmes),
    ...ofBlueprint(row, `${page}/rancang-bangun`, stated),
    results: (content?.results ?? [])
      .filter(({ before, after }) => before !== '' && after !== '')
      .map(({ indicator, before, after, unit }) => ({
        says: sameInBoth(`${indicator}: ${before} → ${after} ${unit}`.trim()),
        link: page,
        on: publishedOn,
      })),
    award: row.awards.map(({ label }) => ({ says: sameInBoth(label), link: page, on: null })),
    problem: stated(content?.problem ?? (row.basis === 'source' ? row.problem : null), problemSays),
    host:
      row.willingness === null || row.willingness === 'not_now'
        ? []
        : [
            {
              says: hostSays,
              link: `${page}/studi-tiru`,
              on: row.statedAt && dayIn(row.statedAt),
            },
          ],
  }
}

function recordRow(db: Db, innovationId: string) {
  const awards = db
    .selectFrom('innovation_award as w')
    .select('w.label')
    .where('w.competition', '<>', 'scaling_up')
    .where(sql<boolean>`w.innovation_id = i.id`)
    .orderBy('w.label')
  const programmes = db
    .selectFrom('scaling_programme as p')
    .innerJoin('scaling_programme_innovation as x', 'x.programme_id', 'p.id')
    .innerJoin('organisation as m', 'm.id', 'p.owner_id')
    .select(['p.slug', 'p.name', 'm.name as ministry'])
    .select(
      sql<boolean>`(exists (select from scaling_programme_target t where t.programme_id = p.id)
        or exists (select from scaling_programme_region t where t.programme_id = p.id))`.as('hasTarget'),
    )
    .where(sql<boolean>`x.innovation_id = i.id`)
    .orderBy('p.slug')
  return visibleInnovations(db, publicActor)
    .leftJoin('innovation_version as v', (join) =>
      join.onRef('v.innovation_id', '=', 'i.id').onRef('v.number', '=', 'i.version'),
    )
    .leftJoin('blueprint as b', (join) =>
      join.onRef('b.innovation_id', '=', 'i.id').on('b.replication_id', 'is', null),
    )
    .leftJoin('blueprint_version as w', (join) =>
      join.onRef('w.blueprint_id', '=', 'b.id').onRef('w.number', '=', 'b.version'),
    )
    .leftJoin('host_statement as h', 'h.innovation_id', 'i.id')
    .select(['i.slug', 'i.basis', 'i.problem', 'v.published_at as publishedAt'])
    .select(sql<InnovationContent | null>`v.content`.as('content'))
    .select(sql<BlueprintContent | null>`w.content`.as('blueprint'))
    .select(['w.number as blueprintVersion', 'w.published_at as blueprintAt'])
    .select(['h.willingness', 'h.stated_at as statedAt'])
    .select([jsonArrayFrom(awards).as('awards'), jsonArrayFrom(programmes).as('programmes')])
    .where('i.id', '=', innovationId)
    .executeTakeFirstOrThrow()
}
type Row = Awaited<ReturnType<typeof recordRow>>

function ofProgrammes(programmes: Row['programmes']): Pick<OfRecord, 'programme' | 'target'> {
  const records = programmes.map(({ slug, name, ministry, hasTarget }) => ({
    says: sameInBoth(`${name}, ${ministry}`),
    link: `/program/${slug}`,
    on: null,
    hasTarget,
  }))
  const shown = ({ says, link, on }: (typeof records)[number]): EvidenceRecord => ({ says, link, on })
  return {
    programme: records.map(shown),
    target: records.filter(({ hasTarget }) => hasTarget).map(shown),
  }
}

type Stated = (text: string | null | undefined, says: Says) => EvidenceRecord[]

/** What the published blueprint says part by part; where a part is missing, what the record of the unit states. */
function ofBlueprint(
  { blueprint, blueprintVersion, blueprintAt, content }: Row,
  link: string,
  stated: Stated,
) {
  const components = blueprint?.components ?? []
  const on = blueprintAt && dayIn(blueprintAt)
  const parts = (kind: ComponentKind, holds: (one: Component) => boolean = () => true) =>
    components
      .filter((one) => one.kind === kind && holds(one))
      .map((one): EvidenceRecord => ({ says: sameInBoth(one.title ?? kindSays[kind] ?? kind), link, on }))
  const standings = new Set(components.map(({ standing }) => standing))
  const whole = (says: Says): EvidenceRecord[] => (blueprint === null ? [] : [{ says, link, on }])
  return {
    blueprint: whole({ id: `Versi ${blueprintVersion}`, en: `Version ${blueprintVersion}` }),
    core: standings.has('core') && standings.size > 1 ? whole(coreSays) : [],
    legal_basis: [...parts('legal_basis'), ...stated(content?.legalBasis, legalSays)],
    staff: [...parts('staff'), ...stated(content?.staff, staffSays)],
    lessons: parts('lesson'),
    indicators: parts('indicator', (one) => valueOf(one, 'unit') !== null),
    inclusion: [...parts('inclusion'), ...stated(content?.inclusion, inclusionSays)],
    cost: [
      ...parts('cost', (one) => valueOf(one, 'amount_rupiah') !== null),
      ...stated(content?.cost, costSays),
    ],
  }
}

/** What a part without a title is called. */
const kindSays: Partial<Record<ComponentKind, string>> = {
  legal_basis: 'Dasar hukum',
  staff: 'Tenaga',
  lesson: 'Pelajaran',
  indicator: 'Indikator',
  inclusion: 'Inklusi',
  cost: 'Biaya',
}
const coreSays = { id: 'Bagian inti dibedakan dari yang lain', en: 'Core parts are told apart from others' }
const legalSays = { id: 'Dasar hukum menurut unitnya', en: 'Legal basis, by its unit' }
const staffSays = { id: 'Tenaga menurut unitnya', en: 'Staff, by its unit' }
const inclusionSays = { id: 'Inklusi menurut unitnya', en: 'Inclusion, by its unit' }
const costSays = { id: 'Biaya menurut unitnya', en: 'Cost, by its unit' }
const problemSays = {
  id: 'Masalahnya diuraikan pada catatannya',
  en: 'The problem is described in its record',
}
const hostSays = { id: 'Kesediaan instansi asal menerima', en: 'What the origin says of receiving others' }
