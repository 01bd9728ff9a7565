import { beforeEach, expect, test } from 'vitest'
import { cast } from '@semai/testkit/cast'
import { now } from '@semai/testkit/scene'
import { testDb } from '@semai/testkit/test-db'
import { sheetText } from '../exchange/sheet-text.ts'
import { renameOrganisation } from './organisation-change.commands.ts'
import { mergeOrganisations } from './organisation-merge.commands.ts'
import { importAgencies } from './organisation-sheet.commands.ts'

const { db, owner, clear } = await testDb()
const { secretariat } = cast
const terms = { day: '2025-01-01', basis: 'Perpres 1 Tahun 2025', now }
const sheet = `key,name,kind,parent
kementerian-a,Kementerian A,ministry,
pusat-a,Pusat Data A,unit,kementerian-a
pusat-b,Pusat Data B,unit,kementerian-a
`

beforeEach(clear)

const send = (text: string, dryRun: boolean, actor = secretariat) =>
  importAgencies(db, actor, { bytes: Buffer.from(text), file: 'instansi.csv', dryRun, now })
const names = async () =>
  (await owner.db.selectFrom('organisation').select('name').orderBy('name').execute()).map(({ name }) => name)

test('a sheet is shown first, then applied, and changes nothing the second time', async () => {
  const shown = await send(sheet, true)
  expect([shown.created, shown.updated, shown.problems]).toEqual([3, 0, []])
  expect(shown.differences.map(({ key, change }) => [key, change])).toEqual([
    ['kementerian-a', 'new'],
    ['pusat-a', 'new'],
    ['pusat-b', 'new'],
  ])
  expect(await names()).toEqual([])
  expect((await send(sheet, false)).created).toBe(3)
  expect(await names()).toEqual(['Kementerian A', 'Pusat Data A', 'Pusat Data B'])
  const again = await send(sheet, false)
  expect([again.unchanged, again.differences]).toEqual([3, []])
})

test('each column that differs is shown before and after', async () => {
  await send(sheet, false)
  const { differences } = await send(
    sheet.replace('Pusat Data A,unit', 'Pusat Data dan Informasi A,other'),
    true,
  )
  expect(differences).toEqual([
    {
      key: 'pusat-a',
      name: 'Pusat Data A',
      change: 'changed',
      columns: [
        { column: 'name', before: 'Pusat Data A', after: 'Pusat Data dan Informasi A' },
        { column: 'kind', before: 'unit', after: 'other' },
      ],
    },
  ])
})

test('a row with a fault is named, and nothing is written', async () => {
  const { problems, created } = await send(`${sheet}x,Dinas X,kantor,\n`, false)
  expect([created, problems.map(({ row, column }) => [row, column])]).toEqual([0, [[5, 'kind']]])
  expect(await names()).toEqual([])
})

test('a sheet from before a rename and a merger leaves both as they are', async () => {
  await send(sheet, false)
  await renameOrganisation(db, secretariat, { slug: 'pusat-data-a', name: 'Pusat Digital A', ...terms })
  await mergeOrganisations(db, secretariat, { from: 'pusat-data-b', into: 'pusat-digital-a', ...terms })
  const { updated, differences } = await send(sheet, false)
  expect([updated, differences]).toEqual([0, []])
  expect(await names()).toEqual(['Kementerian A', 'Pusat Data B', 'Pusat Digital A'])
})

test.each(['local admin', 'hub', 'auditor', 'public'] as const)('%s imports no agencies', async (name) => {
  await expect(send(sheet, true, cast[name])).rejects.toMatchObject({ code: 'forbidden' })
})

test('a sheet as text reads back as the sheet was', async () => {
  expect(await sheetText(Buffer.from('a;b\n"x, y";2\n'))).toBe('a,b\n"x, y",2\n')
  expect(await sheetText(Buffer.from('a,b\n"x\n'))).toBe('')
})
