import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { castAgencies, castPeople } from '@semai/testkit/people'
import { testDb } from '@semai/testkit/test-db'
import { beforeAll, expect, test } from 'vitest'

const { owner, env } = await testDb()

beforeAll(async () => {
  await castAgencies(owner.db)
  await castPeople(owner.db, ['author'])
})

function semai(...args: string[]) {
  const main = join(import.meta.dirname, 'main.ts')
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], {
    encoding: 'utf8',
    env: { ...process.env, ...env },
  })
  return { status, stdout, stderr }
}
const agency = (...args: string[]) => semai('agency', ...args)
const terms = ['--day', '2025-01-01', '--basis', 'Perbup 3 Tahun 2024']

test('an agency is added, renamed, split and merged, and shown as now and as on a day', () => {
  expect(agency().status).toBe(2)
  const office = 'dinas-kesehatan-sukamaju'
  expect(agency('add', '--name', 'Puskesmas Baru', '--parent', office).stdout).toBe('puskesmas-baru\n')
  expect(agency('rename', 'puskesmas-baru', '--name', 'Puskesmas Maju').stderr).toBe('Give --day.\n')
  const renamed = agency('rename', 'puskesmas-baru', '--name', 'Puskesmas Maju', ...terms)
  expect(renamed.stdout).toBe('puskesmas-maju\n')
  const split = agency('split', office, '--name', 'Dinas Gizi', '--part', 'puskesmas-maju', ...terms)
  expect(split.stdout).toBe('dinas-gizi  part 1\n')
  const merged = agency('merge', office, '--into', 'dinas-gizi', ...terms.with(1, '2025-06-01'))
  expect(merged.stdout).toBe('dinas-gizi  part 1  grant 1\n')
  expect(agency('show', 'dinas-gizi').stdout.split('\n')).toEqual([
    'Dinas Gizi, part of Pemerintah Kabupaten Sukamaju',
    '2 parts, 0 innovations created, 0 claims',
    '2025-01-01  split  Dinas Kesehatan Sukamaju → Dinas Gizi  (Perbup 3 Tahun 2024)',
    '2025-06-01  merged  Dinas Kesehatan Sukamaju → Dinas Gizi  (Perbup 3 Tahun 2024)',
    '',
  ])
  const then = agency('show', office, '--day', '2024-12-31').stdout.split('\n')
  expect(then.slice(0, 2)).toEqual([
    'Dinas Kesehatan Sukamaju, part of Pemerintah Kabupaten Sukamaju, as on 2024-12-31',
    '2 parts, 0 innovations created, 0 claims',
  ])
  expect(agency('show', office, '--day', 'kemarin').stderr).toMatch(/^--day takes a date/)
  expect(agency('add', '--name', 'X', '--kind', 'kantor').stderr).toMatch(/^--kind takes ministry, /)
})

test('who has no second factor has none to reset', () => {
  const { status, stderr } = semai('user', 'reset-factor', 'author@contoh.test')
  expect([status, stderr]).toEqual([1, expect.stringMatching(/^This person has no second factor\./)])
})
