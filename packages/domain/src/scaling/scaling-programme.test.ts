import { expect, test } from 'vitest'
import { agencies, cast } from '@semai/testkit/cast'
import {
  coverage,
  coverageByYear,
  sideOfProgramme,
  takesToScale,
  writesProgramme,
} from './scaling-programme.ts'
import { scalingProgrammeForm } from './scaling-programme.form.ts'

const today = '2026-03-02'
const reached = [
  { code: '35.10', latest: '2021-05-01' },
  { code: '35.09', latest: '2023-12-31' },
  { code: '33.72', latest: '2023-02-01' },
]
const none = { targets: [], regions: [] }
const numbered = {
  targets: [
    { year: 2024, regions: 2, source: 'Renstra (rekaan)' },
    { year: 2026, regions: 6, source: 'Renstra (rekaan)' },
  ],
  regions: [],
}
const listed = {
  targets: [],
  regions: [
    { code: '35.10', byYear: 2022 },
    { code: '73.71', byYear: 2024 },
  ],
}

test('the ministry in charge writes its own programmes, the secretariat all', () => {
  const who = (ownerPath: string[]) =>
    Object.entries(cast).flatMap(([name, actor]) =>
      writesProgramme.allows(actor, { ownerPath, provinceCode: null }) ? [name] : [],
    )
  expect(who([agencies.centre, agencies.ministry])).toEqual(['sector ministry', 'secretariat'])
  expect(who([agencies.province])).toEqual(['secretariat'])
  expect(
    Object.entries(cast).flatMap(([name, actor]) => (takesToScale.allows(actor, null) ? [name] : [])),
  ).toEqual(['sector ministry', 'secretariat'])
})

test('without a published target there is none to be measured against, however many have it', () => {
  expect(coverage(none, reached, today)).toBeNull()
  expect(coverageByYear(none, reached, today).map(({ target }) => target)).toEqual(
    Array.from({ length: 6 }, () => null),
  )
})

test('a number is compared with all that have it: that of the first year not over, or of the last', () => {
  const source = 'Renstra (rekaan)'
  expect(coverage(numbered, reached, today)).toEqual({
    kind: 'counted',
    of: 6,
    reached: 3,
    year: 2026,
    source,
  })
  expect(coverage(numbered, reached, '2024-12-31')).toMatchObject({ of: 2, year: 2024 })
  expect(coverage(numbered, reached, '2030-01-01')).toMatchObject({ of: 6, year: 2026 })
})

test('where regions are listed only those count, and those without are named', () => {
  expect(coverage({ ...numbered, ...listed }, reached, today)).toEqual({
    kind: 'listed',
    of: 2,
    reached: 1,
    missing: ['73.71'],
  })
})

test('every year from the first to the last has what was reached and what was to be', () => {
  const years = (plan: Parameters<typeof coverageByYear>[0]) =>
    coverageByYear(plan, reached, today).map((row) => [row.year, row.opened, row.total, row.target])
  expect(years(numbered)).toEqual([
    [2021, 1, 1, null],
    [2022, 0, 1, null],
    [2023, 2, 3, null],
    [2024, 0, 3, 2],
    [2025, 0, 3, null],
    [2026, 0, 3, 6],
  ])
  const ahead = { targets: [{ year: 2027, regions: 9, source: 'Renstra (rekaan)' }], regions: [] }
  expect(years(ahead).at(-1)).toEqual([2027, null, null, 9])
  expect(years(listed).map(([year, , , target]) => [year, target])).toEqual([
    [2021, 0],
    [2022, 1],
    [2023, 1],
    [2024, 2],
    [2025, 2],
    [2026, 2],
  ])
  expect(coverageByYear(none, [], today)).toEqual([])
})

test('inside is what lies in a listed region or was recommended by the ministry; without a list nobody can say', () => {
  const list = new Set(['35.10'])
  expect(sideOfProgramme({ regionCode: '35.10', isRecommended: false }, list)).toBe('inside')
  expect(sideOfProgramme({ regionCode: '33.72', isRecommended: true }, list)).toBe('inside')
  expect(sideOfProgramme({ regionCode: '33.72', isRecommended: false }, list)).toBe('outside')
  expect(sideOfProgramme({ regionCode: null, isRecommended: false }, list)).toBe('outside')
  expect(sideOfProgramme({ regionCode: '33.72', isRecommended: false }, new Set())).toBe('unknown')
  expect(sideOfProgramme({ regionCode: null, isRecommended: true }, new Set())).toBe('inside')
})

const typed = {
  name: 'Obat Tiba Nasional',
  owner: 'kemenkes',
  innovations: 'INV-0001\n\nINV-0001\nObat Tiba',
}

test('a programme is read line by line, and lists may stay empty', () => {
  expect(scalingProgrammeForm.parse(typed)).toMatchObject({
    innovations: ['INV-0001', 'Obat Tiba'],
    bases: [],
    targets: [],
    regions: [],
    namedOn: null,
  })
  const more = {
    bases: 'Perpres 89/2021 | https://contoh.test/perpres\nPedoman (rekaan)',
    targets: '2027 | 40 | Renstra\n2026 | 10 | Renstra',
    regions: 'Kabupaten Banyuwangi | 2026\nKota Surakarta',
  }
  expect(scalingProgrammeForm.parse({ ...typed, ...more })).toMatchObject({
    bases: [
      { title: 'Perpres 89/2021', link: 'https://contoh.test/perpres' },
      { title: 'Pedoman (rekaan)', link: null },
    ],
    targets: [
      { year: 2026, regions: 10, source: 'Renstra' },
      { year: 2027, regions: 40, source: 'Renstra' },
    ],
    regions: [
      { name: 'Kabupaten Banyuwangi', byYear: 2026 },
      { name: 'Kota Surakarta', byYear: null },
    ],
  })
})

test.each([
  ['innovations', ''],
  ['bases', 'Perpres | bukan alamat'],
  ['bases', 'Perpres | https://contoh.test | lagi'],
  ['targets', '2027 | 40'],
  ['targets', '2027 | 0 | Renstra'],
  ['targets', '27 | 40 | Renstra'],
  ['targets', '2026 | 40 | Renstra\n2026 | 41 | Renstra'],
  ['targets', '2026 | 40 | Renstra\n2027 | 39 | Renstra'],
  ['regions', 'Kota Surakarta | besok'],
  ['regions', 'Kota Surakarta\nkota surakarta | 2027'],
  ['namedOn', '2026-13'],
])('of %s "%s" is not taken', (field, text) => {
  const parsed = scalingProgrammeForm.safeParse({ ...typed, [field]: text })
  expect(parsed.error?.issues.map(({ path }) => path[0])).toEqual([field])
})
