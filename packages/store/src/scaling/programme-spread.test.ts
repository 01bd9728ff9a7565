import { beforeEach, expect, test } from 'vitest'
import { sideOfProgramme } from '@semai/domain/scaling/scaling-programme'
import { scalingProgrammeForm } from '@semai/domain/scaling/scaling-programme.form'
import { agencies, cast } from '@semai/testkit/cast'
import { countedQueries } from '@semai/testkit/counted-queries'
import { castAgencies, castPeople } from '@semai/testkit/people'
import { aClaim, anInnovation, aRegion, aSource, now, today } from '@semai/testkit/scene'
import { testDb } from '@semai/testkit/test-db'
import { saveProgramme } from './programme.commands.ts'
import { programmeNamed } from './programme.queries.ts'
import { coverageCsv, programmeRegionsCsv } from './programme-sheets.queries.ts'
import { programmeClaims, programmeReplications, programmeSides } from './programme-spread.queries.ts'

const { db, owner, clear } = await testDb()
const ministry = cast['sector ministry']
let innovationId: string
let sourceId: string

beforeEach(async () => {
  await clear()
  for (const code of ['35', '35.10', '35.11', '33', '33.72']) await aRegion(owner.db, { code })
  await castAgencies(owner.db)
  await castPeople(owner.db)
  sourceId = (await aSource(owner.db)).id
  innovationId = (await anInnovation(owner.db, { code: 'INV-7001', organisation_id: agencies.healthOffice }))
    .id
})

const programme = async (regions: string, targets = '') => {
  const typed = {
    name: 'Obat Tiba Nasional',
    owner: 'kementerian-urusan-contoh',
    innovations: 'INV-7001',
    regions,
    targets,
  }
  const slug = await saveProgramme(db, ministry, { slug: null, said: scalingProgrammeForm.parse(typed), now })
  return programmeNamed(db, cast.public, slug)
}
const claim = (region_code: string, latest = '2020-06-01', given = {}) =>
  aClaim(owner.db, {
    innovation_id: innovationId,
    organisation_id: agencies.regency,
    source_id: sourceId,
    region_code,
    latest,
    earliest: latest,
    ...given,
  })
const replication = async (code: string, region: string | null, recommended: boolean) => {
  await owner.pool.query(
    `insert into replication (id, code, innovation_id, organisation_id, institution_id, region_code, route, state,
       recommended_by, recommended_as, created_at, moved_at, updated_at)
     values (gen_random_uuid(), $1, $2, $3, $4, $5, $6, 'preparing', $7, $8, $9, $9, $9)`,
    [
      code,
      innovationId,
      { 'REP-7001': agencies.regency, 'REP-7002': agencies.otherRegency }[code] ?? agencies.otherOffice,
      agencies.regency,
      region,
      recommended ? 'recommendation' : 'letter',
      recommended ? agencies.centre : null,
      recommended ? 'sector_ministry' : null,
      now,
    ],
  )
}

test('claims and replications lie inside or outside as the rule says, and each count is as long as its list', async () => {
  const found = await programme('daerah-35-10')
  await claim('35.10')
  await claim('33.72', '2021-03-04')
  await claim('35.10', '2022-01-01', { withdrawn_at: now })
  await replication('REP-7001', '35.10', false)
  await replication('REP-7002', '33.72', true)
  await replication('REP-7003', '33.72', false)
  const sides = await programmeSides(db, cast.public, found)
  expect(sides).toEqual({
    claims: { inside: 1, outside: 1, unknown: 0 },
    replications: { inside: 2, outside: 1, unknown: 0 },
  })
  const listed = new Set(found.regions.map(({ code }) => code))
  expect(sideOfProgramme({ regionCode: '33.72', isRecommended: true }, listed)).toBe('inside')
  for (const side of ['inside', 'outside', 'unknown'] as const) {
    expect((await programmeClaims(db, cast.public, found, { side })).rows).toHaveLength(sides.claims[side])
    const { rows } = await programmeReplications(db, cast.public, found, { side })
    expect(rows).toHaveLength(sides.replications[side])
    expect(new Set(rows.map((row) => row.side))).toEqual(new Set(rows.length > 0 ? [side] : []))
  }
})

test('without a list of regions nothing is called outside', async () => {
  const found = await programme('')
  await claim('35.10')
  await replication('REP-7001', '35.10', false)
  await replication('REP-7002', '33.72', true)
  expect(await programmeSides(db, cast.public, found)).toEqual({
    claims: { inside: 0, outside: 0, unknown: 1 },
    replications: { inside: 1, outside: 0, unknown: 1 },
  })
})

test('what is only recommended is counted for those who may see it', async () => {
  const found = await programme('daerah-35-10')
  await replication('REP-7001', '35.10', true)
  await owner.pool.query(`update replication set state = 'proposed'`)
  expect((await programmeSides(db, cast.public, found)).replications.inside).toBe(0)
  expect((await programmeSides(db, cast.secretariat, found)).replications.inside).toBe(1)
})

test('lists go on page by page without a gap, each one question', async () => {
  const found = await programme('')
  for (const code of ['35.10', '35.11', '33.72']) await claim(code)
  const seen: string[] = []
  let after: string | null = null
  const asked = await countedQueries(db, async (db) => {
    do {
      const page: Awaited<ReturnType<typeof programmeClaims>> = await programmeClaims(
        db,
        cast.public,
        found,
        { side: null, after, limit: 2 },
      )
      seen.push(...page.rows.map(({ region }) => region))
      after = page.next
    } while (after !== null)
  })
  expect([seen.sort(), asked]).toEqual([['Kabupaten 33.72', 'Kabupaten 35.10', 'Kabupaten 35.11'], 2])
})

test('the downloads hold each year, and each region that has it or is meant to', async () => {
  const found = await programme('daerah-35-10 | 2024\ndaerah-35-11 | 2026', '2024 | 1 | Renstra (rekaan)')
  await claim('35.10', '2024-02-01')
  await claim('33.72', '2025-02-01')
  expect(
    (await coverageCsv(db, cast.public, { slug: found.slug, today })).replace('\ufeff', '').split('\r\n'),
  ).toEqual([
    'tahun,daerah_baru,daerah_kumulatif,sasaran_kumulatif',
    '2024,1,1,1',
    '2025,1,2,1',
    '2026,0,2,2',
    '',
  ])
  expect(
    (await programmeRegionsCsv(db, cast.public, found.slug)).replace('\ufeff', '').split('\r\n'),
  ).toEqual([
    'kode,daerah,sasaran,sasaran_tahun,tercatat_paling_akhir,inovasi',
    '33.72,Kabupaten 33.72,,,2025-02-01,Inovasi INV-7001',
    '35.10,Kabupaten 35.10,ya,2024,2024-02-01,Inovasi INV-7001',
    '35.11,Kabupaten 35.11,ya,2026,,',
    '',
  ])
})
