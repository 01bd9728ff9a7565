import { agencies, cast } from '@semai/testkit/cast'
import { countedQueries } from '@semai/testkit/counted-queries'
import { codeOf } from '@semai/testkit/outcome'
import { castAgencies, castPeople } from '@semai/testkit/people'
import { aClaim, anInnovation, aRegion, aSource, now } from '@semai/testkit/scene'
import { testDb } from '@semai/testkit/test-db'
import { beforeEach, expect, test } from 'vitest'
import { takeCorrectionStep } from '../corrections/correction.commands.ts'
import { correctionQueue } from '../corrections/correction.queries.ts'
import { sayAbsent, sayUseful, takeVoiceStep } from './voice.commands.ts'
import { voiceCounts, voicePage, voiceQueue, voicesIn } from './voice.queries.ts'

const { db, owner, clear } = await testDb()
const device = '203.0.113.7|Peramban Rekaan|id'
let claim = ''
let innovation = ''

beforeEach(async () => {
  await clear()
  await castAgencies(owner.db)
  await castPeople(owner.db, ['hub', 'local admin', 'secretariat'])
  await aRegion(owner.db, { code: '35' })
  await aRegion(owner.db, { code: '35.10' })
  const { id: innovation_id } = await anInnovation(owner.db, {
    code: 'INV-7001',
    name: 'Antar Obat',
    organisation_id: agencies.otherOffice,
  })
  innovation = innovation_id
  const { id: source_id } = await aSource(owner.db)
  const of = { innovation_id, organisation_id: agencies.healthOffice, region_code: '35.10', source_id }
  claim = (await aClaim(owner.db, of)).id
})

const later = (days: number) => new Date(now.getTime() + days * 86_400_000)
const useful = (from = device, at = now, region?: string) =>
  sayUseful(db, { slug: 'inv-7001', region, device: from, now: at })
const absent = (words?: string, from = device, at = now) =>
  sayAbsent(db, { claim, words, device: from, now: at })
const queue = async (actor: (typeof cast)[keyof typeof cast] = cast.hub) => voiceQueue(db, actor, now)
const show = async () => takeVoiceStep(db, cast.hub, { voice: (await queue())[0]!.id, step: 'show', now })

test('a device counts once a day for each record, and the count is of the record alone', async () => {
  expect([
    await useful(),
    await useful(),
    await useful('another'),
    await useful(device, now, 'daerah-35-10'),
  ]).toEqual(['counted', 'already', 'counted', 'counted'])
  expect(await useful(device, later(1))).toBe('counted')
  expect(await voiceCounts(db, innovation)).toEqual({ useful: 4, absent: 0, answered: 0 })
  expect(await codeOf(sayUseful(db, { slug: 'tidak-ada', device, now }))).toBe('not-found')
  expect(await codeOf(useful(device, now, 'tidak-ada'))).toBe('not-found')
})

test('nothing of the device is stored, and the marks of a day go with its salt', async () => {
  await useful()
  await absent('Sudah tutup')
  const rows = await owner.db.selectFrom('voice_device').select(['day', 'mark']).execute()
  expect(rows).toHaveLength(2)
  expect(rows[0]!.mark.equals(rows[1]!.mark)).toBe(false)
  await useful('another', later(1))
  expect((await owner.db.selectFrom('voice_device').select('day').execute()).length).toBe(1)
  expect((await owner.db.selectFrom('voice_salt').select('day').execute()).length).toBe(1)
  const trail = await owner.db.selectFrom('audit_event').select(['what', 'actor_id', 'detail']).execute()
  expect(JSON.stringify(trail)).not.toMatch(/203\.0\.113|Peramban|tutup/)
  expect(trail.map(({ what, actor_id }) => [what, actor_id])).toEqual([
    ['voice.useful', null],
    ['voice.absent', null],
    ['voice.useful', null],
  ])
})

test('what is said waits for the hub and the ministry; nobody else sees it, and no count has it', async () => {
  expect([await absent('Loketnya tutup'), await absent()]).toEqual(['counted', 'already'])
  for (const [name, actor] of Object.entries(cast)) {
    const isTheirs = name === 'hub' || name === 'secretariat'
    expect(
      (await queue(actor)).map(({ words, region }) => [words, region]),
      name,
    ).toEqual(isTheirs ? [['Loketnya tutup', 'Kabupaten 35.10']] : [])
  }
  expect(await voiceCounts(db, innovation)).toEqual({ useful: 0, absent: 0, answered: 0 })
  expect(await voicesIn(db, '35.10')).toEqual([])
  const told = await owner.db.selectFrom('notice').select(['person_id', 'kind', 'detail']).execute()
  expect(told).toEqual([
    {
      person_id: cast.hub.personId,
      kind: 'voice_received',
      detail: { title: 'Antar Obat', region: 'Kabupaten 35.10' },
    },
  ])
})

test('personal data is removed from the words before they are stored', async () => {
  await absent('Sudah tutup sejak Mei. Saya Sumarni Rekaan, 0812-0000-0001')
  expect((await queue()).map(({ words }) => words)).toEqual(['Sudah tutup sejak Mei. Saya …'])
})

test('shown, it asks whoever runs it; the answer is public beside it, and the claim is as it was', async () => {
  const claimRow = () =>
    owner.db.selectFrom('claim').selectAll().where('id', '=', claim).executeTakeFirstOrThrow()
  const before = await claimRow()
  await absent('Loketnya tutup')
  await show()
  expect(await voiceCounts(db, innovation)).toEqual({ useful: 0, absent: 1, answered: 0 })
  const [question] = (await correctionQueue(db, cast['local admin'])).rows
  expect(question!.wrong).toBe(
    'Warga menyatakan "Antar Obat" tidak berjalan di Kabupaten 35.10. "Loketnya tutup"',
  )
  await takeCorrectionStep(db, cast['local admin'], {
    key: { id: question!.id },
    step: 'decline',
    reason: 'Buka lagi sejak Senin, di gedung baru.',
    change: null,
    isPublic: false,
    now,
  })
  const { counts, shown } = await voicePage(db, cast.public, 'inv-7001')
  expect(counts).toEqual({ useful: 0, absent: 1, answered: 1 })
  expect(shown.map(({ words, region, answer }) => [words, region, answer?.words])).toEqual([
    ['Loketnya tutup', 'Kabupaten 35.10', 'Buka lagi sejak Senin, di gedung baru.'],
  ])
  expect(await claimRow()).toEqual(before)
})

test('rejected, its words are gone and no question is asked', async () => {
  await absent('kata yang menghina')
  const { id } = (await queue())[0]!
  const take = (given: object) => takeVoiceStep(db, cast.hub, { voice: id, step: 'reject', now, ...given })
  expect(await codeOf(take({}))).toBe('invalid')
  await take({ code: 'insult' })
  expect(await codeOf(take({ code: 'insult' }))).toBe('conflict')
  const rows = await owner.db.selectFrom('voice').select(['state', 'words', 'correction_id']).execute()
  expect(rows).toEqual([{ state: 'rejected', words: null, correction_id: null }])
  expect((await correctionQueue(db, cast.secretariat)).rows).toEqual([])
})

test('only the hub in charge and the ministry decide; a claim that stopped is not questioned', async () => {
  await absent()
  const { id } = (await queue())[0]!
  for (const [name, actor] of Object.entries(cast)) {
    if (name === 'hub' || name === 'secretariat') continue
    expect(await codeOf(takeVoiceStep(db, actor, { voice: id, step: 'show', now })), name).toBe('not-found')
  }
  await owner.db.updateTable('claim').set({ stopped_on: '2025-01-01' }).where('id', '=', claim).execute()
  expect(await codeOf(absent(undefined, 'another'))).toBe('not-found')
  expect(await codeOf(sayAbsent(db, { claim: 'x', device, now }))).toBe('not-found')
})

test.each([1, 3])(
  'with %i voices the page costs four queries, the queue, a region and the counts one',
  async (count) => {
    for (let i = 0; i < count; i++) await absent('Tutup', `device ${i}`)
    expect(await countedQueries(db, (db) => voiceQueue(db, cast.hub, now))).toBe(1)
    await show()
    expect(await countedQueries(db, (db) => voicePage(db, cast.public, 'inv-7001'))).toBe(4)
    expect(await countedQueries(db, (db) => voicesIn(db, '35'))).toBe(1)
    expect(await countedQueries(db, (db) => voiceCounts(db, innovation))).toBe(1)
  },
)
