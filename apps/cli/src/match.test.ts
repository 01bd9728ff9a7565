import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { anInnovation, anOrganisation } from '@semai/testkit/scene'
import { testDb } from '@semai/testkit/test-db'
import { afterAll, beforeAll, expect, test } from 'vitest'

const { owner, env } = await testDb()
const folder = mkdtempSync(join(tmpdir(), 'semai-match-'))
afterAll(() => rmSync(folder, { recursive: true }))

beforeAll(async () => {
  const { id } = await anOrganisation(owner.db)
  await anInnovation(owner.db, {
    organisation_id: id,
    code: 'INV-1',
    name: 'Cek Kabar',
    summary: 'Laman klarifikasi berita bohong.',
  })
  await anInnovation(owner.db, {
    organisation_id: id,
    code: 'INV-2',
    name: 'Pasar Tani',
    summary: 'Petani menjual gabah.',
  })
})

function semai(...args: string[]) {
  const main = join(import.meta.dirname, 'main.ts')
  const { status, stdout } = spawnSync(process.execPath, [main, 'match', ...args], {
    encoding: 'utf8',
    env: { ...process.env, ...env },
  })
  return { status, stdout }
}

test('a file of needs is answered line by line, in order, with codes and scores', () => {
  const file = join(folder, 'needs.csv')
  writeFileSync(file, 'id,need_text\nN1,"Hoaks menyebar, warga resah."\nN2,12 !!\n')
  const { status, stdout } = semai('--needs', file, '--limit', '10', '--json')
  const answers = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { id: string; results: { id: string; score: number }[] })
  expect(status).toBe(0)
  expect(answers.map(({ id, results }) => [id, results[0]?.id ?? null])).toEqual([
    ['N1', 'INV-1'],
    ['N2', null],
  ])
  expect(Object.keys(answers[0]!.results[0]!)).toEqual(['id', 'score'])
})

test('one need typed on the command line is answered in a table', () => {
  expect(semai('harga', 'gabah', 'jatuh', '--limit', '1').stdout).toMatch(
    /^ {2}1 {2}INV-2 {2,}0\.\d{3} {2}Pasar Tani\n$/,
  )
})

test('Top innovations only: none of these is', () => {
  expect(semai('hoaks', '--top', '--json')).toEqual({ status: 0, stdout: '[]\n' })
})

test.each([
  [[], 2],
  [['x', '--limit', '0'], 2],
  [['--needs', '/nowhere.csv'], 1],
])('semai match %j ends with %i and prints no answer', (args, code) => {
  expect(semai(...args)).toEqual({ status: code, stdout: '' })
})
