import { beforeEach, expect, test } from 'vitest'
import { commitmentForm } from '@semai/domain/action-plans/commitment.form'
import { needContent } from '@semai/domain/needs/need.form'
import { needRecord } from '@semai/domain/exchange/need-record'
import { agencies, cast } from '@semai/testkit/cast'
import { countedQueries } from '@semai/testkit/counted-queries'
import { castAgencies, castPeople } from '@semai/testkit/people'
import { castReplication } from '@semai/testkit/replication-scene'
import { aRegion, anInnovation, now } from '@semai/testkit/scene'
import { testDb } from '@semai/testkit/test-db'
import { recordCommitment } from '../action-plans/commitment.commands.ts'
import { needRecords } from '../exchange/need-records.queries.ts'
import { needsFile } from '../exchange/needs-file.ts'
import { promisesOf } from '../replications/promises.queries.ts'
import { demandCounts } from './demand-counts.queries.ts'
import { startNeed, takeNeedStep } from './need.commands.ts'
import { needList } from './need.queries.ts'
import { tellOfNewMatches } from './new-matches.commands.ts'
import { openIdea } from './selection.commands.ts'

const { db, owner, clear } = await testDb()
const { author, 'local admin': admin } = cast
const later = new Date('2026-03-10T03:00:00Z')

beforeEach(async () => {
  await clear()
  await owner.pool.query('delete from graphile_worker._private_jobs')
  await aRegion(owner.db, { code: '35' })
  await aRegion(owner.db, { code: '35.10' })
  await castAgencies(owner.db)
  await castPeople(owner.db)
  await owner.db
    .updateTable('organisation')
    .set({ region_code: '35.10' })
    .where('id', '=', agencies.regency)
    .execute()
})

async function stated(given: Record<string, unknown> = {}): Promise<string> {
  const content = needContent.parse({
    title: 'Kabar bohong menyebar di grup warga',
    sector: 'safety',
    statement: 'Kabar bohong menyebar di grup keluarga dan warga tidak tahu ke mana bertanya.',
    evidence: 'Survei rekaan, 2025',
    affected: 400,
    urgency: 5,
    impact: 4,
    authority: 5,
    readiness: 3,
    ...given,
  })
  const id = await startNeed(db, author, { organisationId: agencies.healthOffice, content, now })
  await takeNeedStep(db, author, { id, step: 'state', now })
  return id
}
const unmet = async (given: Record<string, unknown> = {}) => {
  const id = await stated(given)
  await takeNeedStep(db, admin, { id, step: 'demand', reason: 'Belum ada di katalog (rekaan)', now })
  return id
}
const told = async () => {
  const rows = await owner.db
    .selectFrom('notice as n')
    .innerJoin('person as p', 'p.id', 'n.person_id')
    .select(['p.email', 'n.kind', 'n.detail'])
    .orderBy('n.id')
    .execute()
  return rows.map(({ email, kind, detail }) => [
    email.split('@')[0],
    kind,
    (detail as { step?: string }).step ?? null,
  ])
}

test('who writes for a need or guides it is told what others did, nobody of their own doing', async () => {
  const id = await stated()
  const all = ['author', 'hub', 'local.admin', 'mentor']
  const toldOf = async (from: number) => (await told()).slice(from)
  expect((await toldOf(0)).toSorted()).toEqual(
    all.filter((name) => name !== 'author').map((name) => [name, 'need_moved', 'state']),
  )
  await takeNeedStep(db, admin, { id, step: 'demand', reason: 'Tidak ada yang cocok', now })
  expect((await toldOf(3)).toSorted()).toEqual(
    all.filter((name) => name !== 'local.admin').map((name) => [name, 'need_moved', 'demand']),
  )
  await openIdea(db, author, { id, now })
  expect((await toldOf(6)).toSorted()).toEqual(
    all.filter((name) => name !== 'author').map((name) => [name, 'need_idea', null]),
  )
  await openIdea(db, author, { id, now })
  await takeNeedStep(db, author, { id, step: 'revise', reason: 'Angkanya keliru', now })
  expect((await told()).length).toBe(9)
  expect(JSON.stringify(await owner.db.selectFrom('notice').select('detail').execute())).not.toMatch(
    /cocok|keliru/,
  )
})

test('an innovation recorded after a need was said to have no answer is told once, where it fits strongly', async () => {
  const id = await unmet()
  const words = {
    summary: 'Warga bertanya apakah sebuah berita bohong, dan dijawab dalam sehari.',
    problem: 'Kabar bohong dan hoaks menyebar di grup warga.',
  }
  await anInnovation(owner.db, { code: 'INV-8001', organisation_id: agencies.otherOffice, ...words })
  await anInnovation(owner.db, {
    code: 'INV-8002',
    name: 'Kolam Ikan',
    organisation_id: agencies.otherOffice,
    summary: 'Bibit ikan untuk kelompok tani.',
    recorded_at: later,
    updated_at: later,
  })
  const before = (await told()).length
  expect(await tellOfNewMatches(db, later)).toBe(0)
  await owner.db
    .updateTable('innovation')
    .set({ recorded_at: later })
    .where('code', '=', 'INV-8001')
    .execute()
  expect(await tellOfNewMatches(db, later)).toBe(1)
  expect(
    (await told())
      .slice(before)
      .map(([who, kind]) => `${who} ${kind}`)
      .toSorted(),
  ).toEqual(['author need_matched', 'hub need_matched', 'local.admin need_matched', 'mentor need_matched'])
  await tellOfNewMatches(db, later)
  expect((await told()).length).toBe(before + 4)
  await takeNeedStep(db, admin, { id, step: 'close', code: 'gone', now: later })
  expect(await tellOfNewMatches(db, later)).toBe(0)
})

test('what everybody may read of needs is in the open records, and nothing else', async () => {
  const draft = needContent.parse({ title: 'Masih disusun', sector: 'safety' })
  await startNeed(db, author, { organisationId: agencies.healthOffice, content: draft, now })
  const id = await unmet({ indicator: 'Pertanyaan terjawab', unit: 'persen', baseline: 10, target: 80 })
  await stated({ title: 'Antrean panjang', sector: 'health' })
  const page = { after: null, limit: 10 }
  const all = await needRecords(db, page)
  expect(all.map((record) => needRecord.safeParse(record).success)).toEqual([true, true])
  const [one, ...rest] = await needRecords(db, { ...page, state: 'unmet', service: 'safety', region: '35' })
  expect(rest).toEqual([])
  expect(one).toMatchObject({
    id,
    state: 'unmet',
    region: { code: '35.10' },
    province: { code: '35' },
    people_affected: 400,
    stated_on: '2026-03-02',
  })
  expect(JSON.stringify(one)).not.toContain('Belum ada di katalog')
  expect(await needRecords(db, { ...page, region: '36' })).toEqual([])
})

test('the file of needs has one line each, under named columns', async () => {
  await unmet({ title: '=1+1', affected: null })
  let text = ''
  for await (const bytes of needsFile(db, { state: 'unmet' }, { bom: false }))
    text += Buffer.from(bytes).toString()
  const [head, line, ...rest] = text.trim().split('\r\n')
  expect([head!.split(',').slice(0, 4), rest]).toEqual([['id', 'title', 'service', 'state'], []])
  expect(line).not.toContain(',=1+1,')
})

test('demand is counted by service and province, with how many tell whom they affect', async () => {
  await unmet()
  await unmet({ title: 'Hoaks kesehatan di desa', affected: null })
  await stated({ title: 'Masih ditimbang' })
  expect(await demandCounts(db)).toEqual([
    {
      service: 'safety',
      province: { code: '35', name: 'Provinsi 35' },
      needs: 2,
      people_affected: 400,
      telling: 1,
    },
  ])
})

test('needs are listed for a region, a province and an agency with all below it', async () => {
  const id = await stated()
  const found = async (filter: Parameters<typeof needList>[1]) =>
    (await needList(db, filter)).rows.map((row) => row.id)
  const { slug } = await owner.db
    .selectFrom('organisation')
    .select('slug')
    .where('id', '=', agencies.regency)
    .executeTakeFirstOrThrow()
  expect([
    await found({ region: '35.10' }),
    await found({ region: '35' }),
    await found({ organisation: slug }),
    await found({ region: '35.11' }),
    await found({ organisation: 'tidak-ada' }),
  ]).toEqual([[id], [id], [id], [], []])
})

test('a place shows what it needs, replicates and promised, in one question', async () => {
  const empty = { needCount: 0, unmetCount: 0, needs: [], replicationCount: 0, replications: [] }
  const nothing = { pledged: 0, allocated: 0, spent: 0, telling: 0 }
  expect(await promisesOf(db, { regionCode: '35.10' })).toEqual({ ...empty, money: nothing })
  const needId = await unmet()
  const code = await castReplication(db, now)
  const promise = (number: string, signedOn: string, amount: string) => {
    const head = { signer: 'Bupati Sukamaju (peragaan)', post: 'Bupati Sukamaju', signedOn, number }
    const said = commitmentForm.parse({ ...head, amounts: `2027 | ${amount}` })
    return recordCommitment(db, author, { code, said, now })
  }
  await promise('1', '2026-02-01', '90.000.000')
  await promise('2', '2026-03-01', '125.000.000')
  const here = {
    needCount: 1,
    unmetCount: 1,
    needs: [{ id: needId, title: 'Kabar bohong menyebar di grup warga', state: 'unmet' }],
    replicationCount: 1,
    replications: [{ code, name: 'Obat Tiba', state: 'preparing' }],
    money: { pledged: 125_000_000, allocated: 0, spent: 0, telling: 1 },
  }
  expect(await promisesOf(db, { regionCode: '35.10' })).toEqual(here)
  expect(await promisesOf(db, { regionCode: '35' })).toEqual(here)
  expect(await promisesOf(db, { organisationIds: [agencies.healthOffice] })).toEqual(here)
  expect(await countedQueries(db, (db) => promisesOf(db, { regionCode: '35' }))).toBe(1)
})
