import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { publicActor } from '@semai/domain/people/actor'
import { evidenceKinds } from '@semai/domain/scaling/readiness-checklist'
import type { EvidenceKind } from '@semai/domain/scaling/readiness-checklist'
import { scalingProgrammeForm } from '@semai/domain/scaling/scaling-programme.form'
import { agencies, cast } from '@semai/testkit/cast'
import { countedQueries } from '@semai/testkit/counted-queries'
import { demonstrateWhole } from '@semai/testkit/demo-whole'
import { castAgencies, castPeople, castPlaces } from '@semai/testkit/people'
import { aClaim, anOrganisation, aRegion, aSource, now, today } from '@semai/testkit/scene'
import { testDb } from '@semai/testkit/test-db'
import type { Db, Tx } from '../db/transaction.ts'
import { uuidv7 } from '../db/uuid.ts'
import { saveProgramme } from './programme.commands.ts'
import { readinessOf } from './readiness.queries.ts'

const { db, owner } = await testDb()
const slug = 'loket-sebentar-peragaan'
let code: string
let innovationId: string

beforeAll(async () => {
  for (const region of ['35', '35.09', '35.10', '35.78']) await aRegion(owner.db, { code: region })
  await castAgencies(owner.db)
  await castPlaces(owner.db)
  await castPeople(owner.db)
  code = await demonstrateWhole(owner.db, now)
  const { id } = await owner.db
    .selectFrom('innovation')
    .select('id')
    .where('slug', '=', slug)
    .executeTakeFirstOrThrow()
  innovationId = id
})

const records = async (on: Db = db) => {
  const { dossier } = await readinessOf(on, publicActor, { slug, today })
  return Object.fromEntries(
    dossier.answers.map(({ key, records }) => [key, records.map(({ link }) => link)]),
  ) as Record<EvidenceKind, string[]>
}
/** Does the work with the records as they are, and undoes what it did to them. */
async function undone<Result>(work: (db: Tx) => Promise<Result>): Promise<Result> {
  const transaction = await owner.db.startTransaction().execute()
  try {
    return await work(transaction)
  } finally {
    await transaction.rollback().execute()
  }
}
/** Kinds of evidence there are. */
const there = async (on: Db = db) => {
  const found = await records(on)
  return evidenceKinds.filter((kind) => found[kind].length > 0)
}
const claimId = async () =>
  (
    await owner.db
      .selectFrom('claim')
      .select('id')
      .where('innovation_id', '=', innovationId)
      .executeTakeFirstOrThrow()
  ).id

test('one whole replication answers what it can, each claim with its record', async () => {
  const claim = `/klaim/${await claimId()}`
  const found = await records()
  expect(await there()).toEqual([
    'running',
    'verified',
    'settings',
    'commitment',
    'reported',
    'adapted',
    'institutionalised',
    'funded',
  ])
  expect([found.running, found.verified, found.settings]).toEqual([[claim], [claim], [claim]])
  expect(found.institutionalised).toEqual([`/replikasi/${code}`])
  expect(found.commitment).toEqual([`/replikasi/${code}/anggaran`])
  expect(found.reported).toEqual([expect.stringMatching(`^/replikasi/${code}/laporan/`)])
  const { dossier } = await readinessOf(db, publicActor, { slug, today })
  expect(dossier.outcome).toBe('not_yet')
  expect(dossier.missing.map(({ key }) => key)).toEqual([
    'programme',
    'results',
    'settings',
    'lasting',
    'blueprint',
    'running',
    'cost',
  ])
})

/** How a record goes, and which claims of the dossier leaned on it. */
const removals: readonly [what: string, sql: string, emptied: readonly EvidenceKind[]][] = [
  ['a withdrawn claim', 'update claim set withdrawn_at = now()', ['running', 'verified', 'settings']],
  ['a claim that stopped', `update claim set stopped_on = '2026-03-01'`, ['running', 'verified', 'settings']],
  ['a withdrawn commitment', 'update commitment set withdrawn_at = now()', ['commitment']],
  ['a report that was returned', `update quarterly_report set state = 'returned'`, ['reported']],
  ['budget that is gone', 'delete from budget_link', ['funded']],
  [
    'a replication that stopped',
    `update replication set state = 'stopped'`,
    ['adapted', 'institutionalised'],
  ],
]

test.each(removals)(
  '%s empties the claims that leaned on it, and no other',
  async (_, statement, emptied) => {
    const before = await there()
    const after = await undone(async (db) => {
      await sql.raw(statement).execute(db)
      return there(db)
    })
    expect(after).toEqual(before.filter((kind) => !emptied.includes(kind)))
    expect(emptied.filter((kind) => !before.includes(kind))).toEqual([])
  },
)

test('a claim that nobody updated stops being evidence by itself on its day', async () => {
  const states = await undone(async (db) => {
    await sql`update claim set valid_until = '2026-03-31'`.execute(db)
    const on = async (day: string) => {
      const { dossier } = await readinessOf(db, publicActor, { slug, today: day })
      return dossier.answers.find(({ key }) => key === 'verified')!.state
    }
    return [await on('2026-03-31'), await on('2026-04-01')]
  })
  expect(states).toEqual(['answered', 'gap'])
})

test('a programme is evidence, with a target once one is published; without the innovation neither is', async () => {
  const typed = { name: 'Loket Nasional', owner: 'kementerian-urusan-contoh', innovations: slug }
  const said = (given: Record<string, string>) => scalingProgrammeForm.parse({ ...typed, ...given })
  const ministry = cast['sector ministry']
  const programme = await saveProgramme(db, ministry, { slug: null, said: said({}), now })
  expect([(await records()).programme, (await records()).target]).toEqual([[`/program/${programme}`], []])
  const regions = said({ revision: '1', regions: 'Kabupaten 35.10' })
  await saveProgramme(db, ministry, { slug: programme, said: regions, now })
  expect((await records()).target).toEqual([`/program/${programme}`])
  await owner.pool.query('delete from scaling_programme_innovation')
  expect([(await records()).programme, (await records()).target]).toEqual([[], []])
})

test('what the origin itself runs is no evidence, nor what has no date; a year of following is', async () => {
  const own = `/klaim/${await claimId()}`
  const [bare, followed, id] = await undone(async (db) => {
    const source = await aSource(db)
    const given = { innovation_id: innovationId, source_id: source.id, region_code: '35.78' }
    await aClaim(db, { ...given, organisation_id: agencies.healthOffice })
    await aClaim(db, { ...given, organisation_id: agencies.centre, precision: 'by', earliest: null })
    const other = await anOrganisation(db, { name: 'Pemerintah Kota Jauh', kind: 'government' })
    const { id } = await aClaim(db, { ...given, organisation_id: other.id, latest: '2024-01-01' })
    const bare = await records(db)
    const about = { act: 'confirmed' as const, organisation_id: null, note: null, source_id: source.id }
    await db
      .insertInto('claim_act')
      .values({ id: uuidv7(), claim_id: id, acted_on: '2025-02-01', ...about })
      .execute()
    return [bare, await records(db), `/klaim/${id}`] as const
  })
  expect([new Set(bare.running), bare.lasting]).toEqual([new Set([own, id]), []])
  expect(followed.lasting).toEqual([id])
})

test('the host counts while it receives others', async () => {
  const state = (willingness: 'limited' | 'not_now') =>
    owner.db
      .insertInto('host_statement')
      .values({ innovation_id: innovationId, willingness, words: null, stated_by: null, stated_at: now })
      .onConflict((conflict) => conflict.column('innovation_id').doUpdateSet({ willingness }))
      .execute()
  await state('limited')
  expect((await records()).host).toEqual([`/inovasi/${slug}/studi-tiru`])
  await state('not_now')
  expect((await records()).host).toEqual([])
})

test('it says the same to everyone, in four questions, and is not there for what is not', async () => {
  const asked = await countedQueries(db, async (db) => {
    const seen = await Promise.all(
      Object.values(cast).map((actor) => readinessOf(db, actor, { slug, today })),
    )
    expect(new Set(seen.map(({ dossier }) => JSON.stringify(dossier))).size).toBe(1)
  })
  expect(asked / Object.keys(cast).length).toBe(4)
  await expect(readinessOf(db, publicActor, { slug: 'tidak-ada', today })).rejects.toMatchObject({
    code: 'not-found',
  })
})
