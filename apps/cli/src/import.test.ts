import { spawnSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { silent } from '@semai/store/db/environment'
import { loadShippedData } from '@semai/store/exchange/shipped-data'
import { killImports } from '@semai/testkit/killed-imports'
import { testDb } from '@semai/testkit/test-db'
import { afterAll, beforeAll, expect, test } from 'vitest'

const { owner, env } = await testDb()
const folder = await mkdtemp(join(tmpdir(), 'semai-cli-import-'))
afterAll(() => rm(folder, { recursive: true }))
beforeAll(() => loadShippedData(owner.db, silent))

function semai(...argv: string[]) {
  const main = join(import.meta.dirname, 'main.ts')
  const options = { env: { ...process.env, ...env }, encoding: 'utf8' } as const
  const { stdout, stderr, status } = spawnSync(process.execPath, [main, 'import', ...argv], options)
  return { stdout, stderr, status }
}
const shared = (path: string) => join(import.meta.dirname, '../../..', path)

test('an import prints its counts, and progress elsewhere', () => {
  const file = shared('data/catalogue/mpp-known-by.csv')
  expect(semai('claims', file)).toEqual({
    stdout: '23 rows: 0 created, 0 updated, 23 unchanged.\n',
    stderr: 'Reading mpp-known-by.csv\n',
    status: 0,
  })
})

test('broken rows leave with 1, the list on standard error and nothing on standard output', () => {
  const { stdout, stderr, status } = semai(
    'innovations',
    shared('packages/store/src/exchange/fixtures/broken-innovations.csv'),
  )
  expect({ stdout, status }).toEqual({ stdout: '', status: 1 })
  expect(stderr.split('\n').slice(1, 4)).toEqual([
    '20 problems; nothing was written.',
    '  row 3, column "id": is empty',
    '  row 4, column "id": must look like INV-0014: INV- or PRG-, then capital letters and digits',
  ])
})

test.each([
  [['wishes', 'file.csv'], 2, 'Say what to import: innovations, claims, regions, agencies, attributes.'],
  [['regions'], 2, 'Give one file, CSV or XLSX.'],
  [
    ['regions', 'a.csv', '--happening', 'opened'],
    2,
    '--innovation, --happening and --strength are for claims only.',
  ],
  [
    ['claims', 'a.csv', '--strength', 'verified'],
    2,
    '--strength must be one of reported, declared, confirmed.',
  ],
  [['regions', '/no/such.csv'], 1, 'There is no file /no/such.csv, or no folder for it.'],
  [['regions', '/'], 1, '/ is a folder; give a file.'],
])('%j leaves with %i and says why', (argv, status, says) => {
  const result = semai(...argv)
  expect({ stdout: result.stdout, status: result.status }).toEqual({ stdout: '', status })
  expect(result.stderr).toContain(says)
})

test('an import that is killed leaves all of its file or nothing', { timeout: 120_000 }, async () => {
  const moments = [0.5, 0.7, 0.8, 0.85, 0.9, 0.95]
  const result = await killImports({ env, pool: owner.pool, folder, rows: 300, moments })
  expect(result.partial).toBe(0)
  expect(result.killed + result.finished).toBe(moments.length)
  expect(result.killed).toBeGreaterThan(0)
})
