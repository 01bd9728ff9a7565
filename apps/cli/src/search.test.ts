import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inTransaction } from '@semai/store/db/transaction'
import { rebuildSearch } from '@semai/store/search/search-index.commands'
import { anInnovation, anOrganisation } from '@semai/testkit/scene'
import { testDb } from '@semai/testkit/test-db'
import { afterAll, beforeAll, expect, test } from 'vitest'

const { owner, env } = await testDb()
const folder = mkdtempSync(join(tmpdir(), 'semai-search-'))
afterAll(() => rmSync(folder, { recursive: true }))

beforeAll(async () => {
  const { id } = await anOrganisation(owner.db)
  await anInnovation(owner.db, { organisation_id: id, code: 'INV-1', name: 'Klinik Hoaks' })
  await anInnovation(owner.db, {
    organisation_id: id,
    code: 'INV-2',
    name: 'Pasar Tani',
    summary: 'Petani berjualan.',
  })
  await anInnovation(owner.db, {
    organisation_id: id,
    code: 'INV-3',
    name: 'Lumbung Tani',
    summary: 'Petani menabung.',
  })
  await inTransaction(owner.db, (db) => rebuildSearch(db, 'all'))
})

function semai(...args: string[]) {
  const main = join(import.meta.dirname, 'main.ts')
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], {
    encoding: 'utf8',
    env: { ...process.env, ...env },
  })
  return { status, stdout, stderr }
}

function codes(line: string): string[] {
  return (JSON.parse(line) as { id: string }[]).map(({ id }) => id)
}

test('a search prints one line of codes with scores and nothing else', () => {
  const { status, stdout, stderr } = semai('search', 'kabar', 'bohong', '--json')
  expect({ status, stderr, lines: stdout.split('\n').length }).toEqual({ status: 0, stderr: '', lines: 2 })
  expect(Object.keys((JSON.parse(stdout) as object[])[0]!)).toEqual(['id', 'score'])
  expect(codes(stdout)).toEqual(['INV-1'])
})

test('a search that finds nothing prints an empty list', () => {
  expect(semai('search', 'kapal selam', '--json')).toEqual({ status: 0, stdout: '[]\n', stderr: '' })
})

test('a file of queries is answered line by line, in order', () => {
  const file = join(folder, 'queries.csv')
  writeFileSync(file, 'id,query\nS001,hoaks\nS002,"kapal selam, nuklir"\n')
  const { status, stdout } = semai('search', '--queries', file)
  const answers = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { id: string; results: { id: string }[] })
  expect(status).toBe(0)
  expect(answers.map(({ id, results }) => [id, results.map((one) => one.id)])).toEqual([
    ['S001', ['INV-1']],
    ['S002', []],
  ])
})

test('without --json a person reads a table', () => {
  expect(semai('search', 'hoaks').stdout).toMatch(/^ {2}1 {2}INV-1 {2,}\d+\.\d{3} {2}Klinik Hoaks\n$/)
})

test('similar innovations come with codes and scores', () => {
  const { status, stdout } = semai('similar', 'inv-2', '--json')
  expect({ status, codes: codes(stdout) }).toEqual({ status: 0, codes: ['INV-3'] })
})

test.each([
  [['search'], 2],
  [['search', 'x', '--limit', 'many'], 2],
  [['search', 'x', '--nonsense'], 2],
  [['search', '--queries', '/nowhere.csv'], 1],
  [['similar'], 2],
  [['similar', 'INV-9'], 1],
])('semai %j ends with %i and prints no answer', (args, code) => {
  const { status, stdout } = semai(...args)
  expect({ status, stdout }).toEqual({ status: code, stdout: '' })
})
