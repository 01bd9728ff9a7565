import type { Component } from '@semai/domain/blueprints/blueprint'
import { emptyPlan } from '@semai/domain/action-plans/plan'
import { planContent } from '@semai/domain/action-plans/plan.form'
import { withBlueprintIndicators } from '@semai/domain/action-plans/plan-indicators'
import { indicatorsOf } from '@semai/domain/monitoring/measured-indicator'
import type { ReportedValues } from '@semai/domain/monitoring/reported-value'
import { dayAfter, endedQuarter } from '@semai/domain/monitoring/reporting-quarter'
import type { Quarter } from '@semai/domain/monitoring/reporting-quarter'
import { dayIn } from '@semai/domain/time/clock'
import { inTransaction } from '@semai/store/db/transaction'
import type { Db, Tx } from '@semai/store/db/transaction'
import { uuidv7 } from '@semai/store/db/uuid'
import { rebuildSearch } from '@semai/store/search/rebuild-search'
import { aComponent } from './blueprint-scene.ts'
import { agencies } from './cast.ts'
import { aClaim, anInnovation, anOrganisation, aSource } from './scene.ts'

const components: Component[] = [
  aComponent('problem', 'antre-lama', {
    title: 'Antrean panjang di loket',
    description: 'Warga menunggu lebih dari satu jam untuk layanan lima menit (rekaan).',
  }),
  aComponent('indicator', 'waktu-tunggu', {
    title: 'Waktu tunggu di loket',
    description: 'Rata-rata dari nomor diambil sampai dipanggil, semua hari kerja (rekaan).',
    unit: 'menit',
    direction: 'lower',
    frequency: 'quarterly',
    baseline: '84',
    reached: '31',
    target: '30',
  }),
  aComponent('indicator', 'loket-prioritas', {
    title: 'Loket yang melayani warga dengan hambatan',
    description: 'Loket dengan kursi, teks besar, dan petugas terlatih (rekaan).',
    unit: 'loket',
    direction: 'higher',
    frequency: 'quarterly',
  }),
]

/** The slug of the innovation of `demonstrateResults`. */
export const resultsSlug = 'antre-singkat-peragaan'

/** So many begin in each of three waves; so many have not begun, and so many run and report nothing. */
const shape = { wave: 8, notYet: 8, silent: 3 }

/**
 * An invented innovation with 36 invented replicas that report the waiting time for two years: three waves that began, some
 * that have not, some that are silent, one that counts in hours. After `castAgencies`, where region 35.10 is.
 */
export async function demonstrateResults(db: Db, now: Date): Promise<void> {
  const quarters = lastQuarters(dayIn(now), 8)
  const summary =
    'Nomor antrean diambil dari rumah dan loket mengikuti jam ramai. Inovasi rekaan untuk peragaan.'
  const { id: innovationId } = await anInnovation(db, {
    code: 'INV-S9401',
    slug: resultsSlug,
    name: 'Antre Singkat (peragaan)',
    summary,
    organisation_id: agencies.healthOffice,
  })
  await inTransaction(db, async (db) => {
    await rebuildSearch(db, [innovationId])
    await publishedBlueprint(db, innovationId, now)
    const { id: source } = await aSource(db, { name: 'Data rekaan untuk peragaan' })
    for (const [n, kind] of kinds().entries()) {
      await oneReplica(db, { n, kind, quarters, innovationId, source, now })
    }
  })
}

type Kind = { starts: number | null; reports: boolean; unit: string }

/** How each replica goes: in which of the eight quarters it begins, whether it reports, and in which unit. */
function kinds(): Kind[] {
  const many = (count: number, kind: Kind) => Array.from({ length: count }, () => kind)
  const minutes = { reports: true, unit: 'menit' }
  return [
    ...many(shape.wave, { starts: 2, ...minutes }),
    ...many(shape.wave, { starts: 4, ...minutes }),
    ...many(shape.wave, { starts: 6, ...minutes }),
    ...many(shape.notYet, { starts: null, ...minutes }),
    ...many(shape.silent, { starts: 4, ...minutes, reports: false }),
    { starts: 4, reports: true, unit: 'jam' },
  ]
}

function lastQuarters(today: string, count: number): Quarter[] {
  const quarters = [endedQuarter(today)]
  while (quarters.length < count) {
    const { year, quarter } = quarters[0]!
    quarters.unshift(quarter === 1 ? { year: year - 1, quarter: 4 } : { year, quarter: quarter - 1 })
  }
  return quarters
}

async function publishedBlueprint(db: Tx, innovationId: string, now: Date): Promise<void> {
  const id = uuidv7()
  const note = 'Versi rekaan untuk peragaan.'
  await db
    .insertInto('blueprint')
    .values({ id, innovation_id: innovationId, version: 1, created_at: now })
    .execute()
  const content = JSON.stringify({ note, components })
  const version = { blueprint_id: id, number: 1, content, note, edit_id: null }
  await db
    .insertInto('blueprint_version')
    .values({ ...version, published_by: null, published_at: now })
    .execute()
}

type One = {
  n: number
  kind: Kind
  quarters: readonly Quarter[]
  innovationId: string
  source: string
  now: Date
}

async function oneReplica(db: Tx, one: One): Promise<void> {
  const { n, kind, quarters, innovationId, source, now } = one
  const name = `Kabupaten Rekaan ${n + 1} (peragaan)`
  const { id: organisationId } = await anOrganisation(db, { name, kind: 'government' })
  const start = kind.starts === null ? null : firstDay(quarters[kind.starts]!)
  const of = { innovation_id: innovationId, organisation_id: organisationId }
  const claimId = start === null ? null : await runs(db, start, { ...of, source_id: source, now })
  const id = uuidv7()
  await db
    .insertInto('replication')
    .values({
      ...of,
      id,
      institution_id: organisationId,
      region_code: null,
      province_code: null,
      state: start === null ? 'implementing' : 'running',
      route: 'letter',
      claim_id: claimId,
      year: quarters[0]!.year,
      started_by: null,
      created_at: now,
      moved_at: now,
      updated_at: now,
    })
    .execute()
  const origin = { replication_id: id, innovation_id: innovationId, version: 1, position: 1 }
  await db.insertInto('replication_origin').values(origin).execute()
  await agreedPlan(db, id, one)
  if (kind.reports) await reportsOf(db, id, one)
}

/** A declared claim that it runs since a day. Returns its id. */
async function runs(
  db: Tx,
  start: string,
  { now, ...of }: { innovation_id: string; organisation_id: string; source_id: string; now: Date },
): Promise<string> {
  const { id } = await aClaim(db, {
    ...of,
    recorded_at: now,
    updated_at: now,
    region_code: '35.10',
    kind: 'state',
    happening: 'running',
    strength: 'declared',
    earliest: start,
    latest: start,
    valid_until: `${now.getUTCFullYear() + 1}-03-31`,
  })
  const act = { id: uuidv7(), claim_id: id, act: 'declared', organisation_id: of.organisation_id } as const
  await db
    .insertInto('claim_act')
    .values({ ...act, acted_on: start, source_id: of.source_id, note: null })
    .execute()
  return id
}

async function agreedPlan(db: Tx, replicationId: string, { n, kind, quarters, now }: One): Promise<void> {
  if (n % 6 === 5) return // some never agreed a plan: their last report before is what they are compared with
  const key = 'waktu-tunggu'
  const given = { key, name: key, baseline: String(Math.round(waiting({ n, at: -1, starts: kind.starts }))) }
  const plan = planContent.parse({
    ...emptyPlan(quarters[0]!.year),
    indicators: [{ ...given, target: String(30 + (n % 3) * 5) }],
  })
  const measured = indicatorsOf(components).map((one) => ({ ...one, unit: unitOf(one.key, kind) }))
  const content = JSON.stringify(withBlueprintIndicators(plan, measured))
  const version = { replication_id: replicationId, version: 1, content }
  await db
    .insertInto('action_plan_version')
    .values({ ...version, agreed_by: null, agreed_at: now })
    .execute()
}

const unitOf = (key: string, { unit }: Kind) => (key === 'waktu-tunggu' ? unit : 'loket')

/** Invented minutes: a level of its own, a fall that everybody shares, a gain from the beginning on that differs, and chance. */
function waiting({ n, at, starts }: { n: number; at: number; starts: number | null }): number {
  const level = 66 + ((n * 13) % 31)
  const gain = starts !== null && at >= starts ? 18 + ((n * 7) % 5) * 6 - (n % 9 === 8 ? 34 : 0) : 0
  return level - at * 0.8 - gain + ((n * 11 + at * 17 + 34) % 9) - 4
}

async function reportsOf(db: Tx, replicationId: string, { n, kind, quarters }: One): Promise<void> {
  const rows = quarters.flatMap((quarter, at) => {
    if ((n * 5 + at) % 11 === 0) return [] // nobody reports always
    const content = {
      activities: 'Mengatur jam ramai loket (rekaan).',
      realisation: null,
      indicators: null,
      values: valuesOf({ n, at, kind }),
      obstacles: null,
      followUp: null,
      photos: null,
    }
    const moment = new Date(`${dayAfter(quarter)}T03:00:00Z`)
    const row = { id: uuidv7(), replication_id: replicationId, ...quarter, state: 'verified' as const }
    const moments = { created_at: moment, saved_at: moment, moved_at: moment }
    return [
      {
        ...row,
        ...moments,
        content: JSON.stringify(content),
        realisation: null,
        revision: 1,
        started_by: null,
      },
    ]
  })
  await db.insertInto('quarterly_report').values(rows).execute()
}

function valuesOf({ n, at, kind }: { n: number; at: number; kind: Kind }): ReportedValues {
  const minutes = Math.max(4, waiting({ n, at, starts: kind.starts }))
  const value = kind.unit === 'jam' ? Math.round((minutes / 60) * 10) / 10 : Math.round(minutes)
  const people = 400 + ((n * 37 + at * 11) % 200)
  const counted = (share: number, reached: number) => {
    const of = Math.round(people * share)
    return { reached: Math.round(of * reached), of }
  }
  const tells = n % 3 === 0
  const groups = tells
    ? { women: counted(0.52, 0.9), disability: counted(0.04, 0.72), remote: counted(0.11, 0.66) }
    : {}
  const name = 'Waktu tunggu di loket'
  const told = { name, unit: kind.unit, value, all: tells ? counted(1, 0.91) : null, groups }
  const desks = { name: 'Loket yang melayani warga dengan hambatan', unit: 'loket', all: null, groups: {} }
  return n < 2 && at > 3
    ? { 'waktu-tunggu': told, 'loket-prioritas': { ...desks, value: 1 + n } }
    : { 'waktu-tunggu': told }
}

function firstDay({ year, quarter }: Quarter): string {
  return quarter === 1 ? `${year}-01-01` : dayAfter({ year, quarter: quarter - 1 })
}
