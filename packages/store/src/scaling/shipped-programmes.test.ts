import { beforeAll, expect, test } from 'vitest'
import { scalingProgrammeRecord } from '@semai/domain/exchange/scaling-programme-record'
import { publicActor } from '@semai/domain/people/actor'
import { testDb } from '@semai/testkit/test-db'
import { silent } from '../db/environment.ts'
import { scalingProgrammeRecords } from '../exchange/scaling-programme-records.queries.ts'
import { loadShippedData } from '../exchange/shipped-data.ts'
import { programmeList, programmeNamed } from './programme.queries.ts'

const { db, owner } = await testDb()
beforeAll(() => loadShippedData(owner.db, silent))

test('the eight of 2019 have the ministry that proposed them, the words of their source, and no target', async () => {
  const all = await programmeList(db, publicActor)
  const eight = all.filter(({ namedOn }) => namedOn === '2019-10-02')
  expect(Object.fromEntries(eight.map(({ innovations, owner }) => [innovations[0]!.code, owner]))).toEqual({
    'INV-0001': 'Kementerian Pendidikan dan Kebudayaan',
    'INV-0002': 'Kementerian Kesehatan',
    'INV-0003': 'Kementerian Pemberdayaan Perempuan dan Perlindungan Anak',
    'INV-0004': 'Kementerian Dalam Negeri',
    'INV-0005': 'Kementerian Dalam Negeri',
    'INV-0006': 'Kepolisian Negara Republik Indonesia',
    'INV-0007': 'Kepolisian Negara Republik Indonesia',
    'INV-0008': 'Kepolisian Negara Republik Indonesia',
  })
  expect(all).toHaveLength(12)
  expect(all.filter(({ targets, regions }) => targets.length + regions.length > 0)).toEqual([])
  for (const { slug } of eight) {
    const { protectionId, protectionEn, sourceUrl, bases } = await programmeNamed(db, publicActor, slug)
    expect([protectionId === null, protectionEn === null, bases]).toEqual([false, false, []])
    expect(sourceUrl).toContain('https://menpan.go.id/')
  }
})

test('as open records they follow their shape, page by page without a gap', async () => {
  const all = await scalingProgrammeRecords(db, { after: null, limit: 500 })
  expect(all.map((record) => scalingProgrammeRecord.safeParse(record).error ?? null)).toEqual(
    all.map(() => null),
  )
  expect(all.find(({ slug }) => slug === 'mal-pelayanan-publik')).toMatchObject({
    ministry: { name: 'Kementerian PANRB' },
    legal_bases: [{ title: 'Perpres 89/2021', url: null }],
    targets: [],
    regions_on_record: 254,
  })
  const [first] = await scalingProgrammeRecords(db, { after: null, limit: 1 })
  const rest = await scalingProgrammeRecords(db, { after: first!.slug, limit: 500 })
  expect([first, ...rest]).toEqual(all)
})

test('a programme that somebody has written since stays so when the files are loaded again', async () => {
  const slug = 'rumah-belajar'
  await owner.pool.query(
    `update scaling_programme set name = 'Ditulis orang', revision = 1 where slug = $1`,
    [slug],
  )
  await owner.pool.query(`update scaling_programme set name = 'Lama' where slug = 'polisiku'`)
  await owner.pool.query(`delete from import_run where kind = 'shipped'`)
  await loadShippedData(owner.db, silent)
  expect((await programmeNamed(db, publicActor, slug)).name).toBe('Ditulis orang')
  expect((await programmeNamed(db, publicActor, 'polisiku')).name).toBe('Polisiku')
})
