import { scalingProgrammeForm } from '@semai/domain/scaling/scaling-programme.form'
import { agencies, cast } from '@semai/testkit/cast'
import { countedQueries } from '@semai/testkit/counted-queries'
import { castAgencies, castPeople } from '@semai/testkit/people'
import { aClaim, aRegion, aSource, anInnovation, now, today } from '@semai/testkit/scene'
import { testDb } from '@semai/testkit/test-db'
import { beforeEach, expect, test } from 'vitest'
import { uuidv7 } from '../db/uuid.ts'
import { saveProgramme } from './programme.commands.ts'
import { programmesBoard } from './programmes-board.queries.ts'

const { db, owner, clear } = await testDb()
const ministry = cast['sector ministry']
let innovationId: string

beforeEach(async () => {
  await clear()
  for (const code of ['35', '35.10', '35.11', '33', '33.72']) await aRegion(owner.db, { code })
  await castAgencies(owner.db)
  await castPeople(owner.db)
  innovationId = (await anInnovation(owner.db, { code: 'INV-7001', organisation_id: agencies.healthOffice }))
    .id
  const source = await aSource(owner.db)
  for (const [region_code, latest] of [
    ['35.10', '2026-01-01'],
    ['33.72', '2020-01-01'],
  ] as const) {
    const day = { latest, earliest: latest, region_code, source_id: source.id }
    await aClaim(owner.db, { ...day, innovation_id: innovationId, organisation_id: agencies.regency })
  }
})

const programme = (name: string, regions: string) => {
  const typed = { name, owner: 'kementerian-urusan-contoh', innovations: 'INV-7001', regions, targets: '' }
  return saveProgramme(db, ministry, { slug: null, said: scalingProgrammeForm.parse(typed), now })
}
const finding = async (slug: string, found_on: string, state = 'found') => {
  await owner.pool.query(
    `insert into programme_finding (id, programme_id, organisation_id, kind, state, found_on, finding, written_at, moved_at)
     select $1, id, $2, 'guidance', $3, $4, 'Temuan', $5, $5 from scaling_programme where slug = $6`,
    [uuidv7(), agencies.clinic, state, found_on, now, slug],
  )
}
const board = (actor: (typeof cast)[keyof typeof cast] = ministry) => programmesBoard(db, actor, { today })

test('each programme tells its coverage, its sides and its pace', async () => {
  await programme('Bertarget', 'daerah-35-10 | 2026\ndaerah-35-11 | 2027')
  await programme('Tanpa sasaran', '')
  const rows = await board()
  expect(
    rows.map(({ name, reached, measure, pace, sides }) => [
      name,
      reached,
      measure?.of,
      measure?.reached,
      pace,
      sides.claims,
    ]),
  ).toEqual([
    ['Bertarget', 2, 2, 1, { recent: 1, needed: 1, year: 2027 }, { inside: 1, outside: 1, unknown: 0 }],
    [
      'Tanpa sasaran',
      2,
      undefined,
      undefined,
      { recent: 1, needed: null, year: null },
      { inside: 0, outside: 0, unknown: 2 },
    ],
  ])
})

test('open findings are told by age; where they are one or two, not to everybody', async () => {
  const slug = await programme('Bertarget', 'daerah-35-10 | 2026')
  await finding(slug, '2026-02-01')
  await finding(slug, '2025-01-01')
  await finding(slug, '2025-01-01', 'closed')
  const ages = { month: 1, quarter: 0, half: 0, older: 1 }
  const told = async (name: keyof typeof cast) => (await board(cast[name]))[0]!.open
  expect([await told('sector ministry'), await told('secretariat'), await told('public')]).toEqual([
    ages,
    ages,
    null,
  ])
  await finding(slug, '2025-12-01')
  expect(await told('public')).toEqual({ ...ages, half: 1 })
})

test('a programme cannot take the address of the board', async () => {
  expect(await programme('Papan', '')).not.toBe('papan')
})

test('the board asks as many questions for one programme as for three', async () => {
  await programme('Satu', '')
  const asked = () => countedQueries(db, (counting) => programmesBoard(counting, ministry, { today }))
  expect(await asked()).toBe(4)
  for (const name of ['Dua', 'Tiga']) await programme(name, 'daerah-35-10 | 2026')
  expect(await asked()).toBe(4)
})
