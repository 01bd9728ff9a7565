import { beforeEach, expect, test } from 'vitest'
import { agencies, cast } from '@semai/testkit/cast'
import { aCategory } from '@semai/testkit/complete-content'
import { countedQueries } from '@semai/testkit/counted-queries'
import { demonstrateBlueprint } from '@semai/testkit/demonstration'
import { castAgencies, castPeople } from '@semai/testkit/people'
import { anInnovation, now } from '@semai/testkit/scene'
import { testDb } from '@semai/testkit/test-db'
import { igaPackPage, igaPackSheet } from './iga-pack.queries.ts'
import { takeLifeStep } from './innovation-life.commands.ts'
import { jippnasColumns, jippnasSheet } from './jippnas-sheet.queries.ts'

const { db, owner, clear } = await testDb()
const { author } = cast
let slug: string

beforeEach(async () => {
  await clear()
  await castAgencies(owner.db)
  await castPeople(owner.db)
  await aCategory(owner.db)
  slug = await demonstrateBlueprint(db, now)
})

const outcome = (promise: Promise<unknown>) =>
  promise.then(
    () => 'done',
    ({ code }: { code: string }) => code,
  )

test('the form is filled from what the agency published, its blueprint included', async () => {
  await takeLifeStep(db, author, { which: { slug }, step: 'implement', happenedOn: '2023-05-08', now })
  const { version, pack } = await igaPackPage(db, author, slug)
  const value = Object.fromEntries(pack.fields.map(({ key, value }) => [key, value]))
  expect([version, value['name'], value['stage'], value['kind'], value['implementedOn']]).toEqual([
    1,
    'Antar Obat Pulau',
    'Penerapan',
    'Nondigital',
    '2023-05-08',
  ])
  expect(value['blueprint']).toContain('Aplikasi kecil yang mencatat jadwal perahu')
  expect(pack.evidence.find(({ key }) => key === 'guide')!.state).toBe('told')
})

test('of a record its agency never published only the name is taken', async () => {
  await anInnovation(owner.db, {
    code: 'INV-7',
    organisation_id: agencies.healthOffice,
    summary: 'Ringkasan katalog.',
    problem: 'Masalah katalog.',
  })
  const { version, pack } = await igaPackPage(db, author, 'inv-7')
  expect(version).toBeNull()
  expect(pack.fields.flatMap(({ key, value }) => (value === null ? [] : [[key, value]]))).toEqual([
    ['name', 'Inovasi INV-7'],
  ])
})

test('only people of the agency that owns it see the form', async () => {
  const who = ['author', 'local admin', 'head', 'author elsewhere', 'hub', 'secretariat', 'public'] as const
  const seen = []
  for (const name of who) seen.push([name, await outcome(igaPackPage(db, cast[name], slug))])
  expect(seen).toEqual([
    ['author', 'done'],
    ['local admin', 'done'],
    ['head', 'done'],
    ['author elsewhere', 'not-found'],
    ['hub', 'not-found'],
    ['secretariat', 'not-found'],
    ['public', 'not-found'],
  ])
})

test('the form costs two queries and goes into a sheet, a line for each field and indicator', async () => {
  expect(await countedQueries(db, (counting) => igaPackPage(counting, author, slug))).toBe(2)
  const page = await igaPackPage(db, author, slug)
  const sheet = igaPackSheet(page)
  expect(sheet.split('\r\n')[1]).toBe('isian,Nama inovasi,Antar Obat Pulau,')
  expect(sheet.trim().split('\r\n').at(-1)).toBe(`catatan,Kode Semai,${page.code},`)
  const lines = sheet.match(/^(isian|bukti),/gm)
  expect(lines?.length).toBe(page.pack.fields.length + page.pack.evidence.length)
})

test('the sheet for the national portal has the innovations of one’s own units, without unread texts', async () => {
  await anInnovation(owner.db, {
    code: 'INV-7',
    organisation_id: agencies.healthOffice,
    name: '=Zat Besi',
    summary: 'Ringkasan katalog.',
    basis: 'general_knowledge',
    stage: 'dormant',
  })
  await anInnovation(owner.db, { code: 'INV-8', organisation_id: agencies.otherOffice })
  const { id } = await owner.db
    .selectFrom('innovation')
    .select('id')
    .where('slug', '=', slug)
    .executeTakeFirstOrThrow()
  await owner.db
    .insertInto('innovation_identifier')
    .values({ innovation_id: id, scheme: 'JIPPNas', value: '721', url: null })
    .execute()
  const [head, ...lines] = (await jippnasSheet(db, author, 'https://contoh.test')).trim().split('\r\n')
  expect(head).toBe(`\ufeff${jippnasColumns.join(',')}`.trim())
  expect(lines.map((line) => line.split(',').slice(0, 3)).map(([number, , name]) => [number, name])).toEqual([
    ['', "'=Zat Besi"],
    ['721', 'Antar Obat Pulau'],
  ])
  expect(lines[0]).toContain(',Vakum,berhenti/vakum,,,,https://contoh.test/inovasi/inv-7')
  expect(lines[1]).toContain('Obat rutin diantar ke pulau kecil')
  expect((await jippnasSheet(db, cast.public, 'https://contoh.test')).trim()).toBe(head!.trim())
})
