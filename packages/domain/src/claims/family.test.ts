import { expect, test } from 'vitest'
import { originCredit, replicasOf } from './family.ts'
import type { FamilyClaim } from './family.ts'

const today = '2026-03-02'
const claim = (given: Partial<FamilyClaim>): FamilyClaim => ({
  innovationCode: 'INV-1',
  kind: 'state',
  happening: 'running',
  latest: '2021-06-01',
  precision: 'day',
  strength: 'verified',
  validUntil: '2027-03-31',
  stoppedOn: null,
  localName: null,
  form: null,
  version: null,
  organisation: 'Pemkab Banyuwangi',
  organisationSlug: 'pemkab-banyuwangi',
  regionCode: '35.10',
  provinceCode: '35',
  ...given,
})
const of = (...claims: FamilyClaim[]) => replicasOf(claims, { today, own: 'asal' })
const elsewhere = (i: number, given: Partial<FamilyClaim> = {}) =>
  claim({ organisationSlug: `pemda-${i}`, regionCode: `35.0${i}`, ...given })

test('claims of one organisation in one place are one replica, with its first date and strongest act', () => {
  const replicas = of(
    claim({ latest: '2022-01-01', strength: 'verified', localName: 'Jaga Warga' }),
    claim({
      kind: 'event',
      happening: 'opened',
      latest: '2020-12-31',
      precision: 'year',
      strength: 'reported',
    }),
    claim({ precision: 'by', latest: '2019-01-01', strength: 'declared', version: 2, form: 'adaptation' }),
  )
  expect(replicas).toEqual([
    {
      organisation: 'Pemkab Banyuwangi',
      organisationSlug: 'pemkab-banyuwangi',
      regionCode: '35.10',
      provinceCode: '35',
      localNames: ['Jaga Warga'],
      since: { day: '2020-12-31', precision: 'year' },
      strength: 'verified',
      stoppedOn: null,
      form: 'adaptation',
      version: 2,
      isOwn: false,
    },
  ])
})

test('a stop ends a branch, unless a later claim says that it runs', () => {
  const [stopped] = of(claim({ stoppedOn: '2023-05-01' }))
  expect(stopped!.stoppedOn).toBe('2023-05-01')
  const [revived] = of(claim({ stoppedOn: '2023-05-01' }), claim({ latest: '2024-01-01' }))
  expect(revived!.stoppedOn).toBe(null)
  const [told] = of(claim({ happening: 'stopped', latest: '2022-02-02', precision: 'day' }))
  expect([told!.stoppedOn, told!.since]).toEqual(['2022-02-02', null])
})

test('replicas stand by date, those known by an upper bound only last', () => {
  const replicas = of(
    elsewhere(1, { precision: 'by', latest: '2018-01-01' }),
    elsewhere(2, { latest: '2022-01-01' }),
    elsewhere(3, { latest: '2020-01-01' }),
  )
  expect(replicas.map(({ regionCode }) => regionCode)).toEqual(['35.03', '35.02', '35.01'])
})

test('credit counts what others run, verified, still valid and not stopped', () => {
  const replicas = of(
    elsewhere(1),
    elsewhere(2, { validUntil: '2025-03-31' }),
    elsewhere(3, { stoppedOn: '2024-01-01' }),
    elsewhere(4, { strength: 'confirmed' }),
    claim({ organisationSlug: 'asal' }),
  )
  expect(originCredit(replicas)).toBe(1)
})
