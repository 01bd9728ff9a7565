import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { testDb } from '@semai/testkit/test-db'
import { wholeDatabase } from '@semai/testkit/whole-database'
import { afterAll, expect, test } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'semai-cli-backup-'))
const data = join(folder, 'data')
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('backup prints its folder and nothing else; restore brings it all back', async () => {
  const source = await testDb()
  const target = await testDb('no tables')
  await source.owner.pool.query(`insert into source (id, name) values (gen_random_uuid(), 'A list')`)
  const before = await wholeDatabase(source.owner.pool)
  const out = join(folder, 'backup')
  expect(await semai(['backup', '--out', out], source.env)).toMatchObject({ code: 0, stdout: `${out}\n` })
  const restored = await semai(['restore', out], target.env)
  expect(restored).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/^Restored the backup of 2.*Z\.\n$/),
  })
  expect(await wholeDatabase(target.owner.pool)).toEqual(before) // that it was taken is noted afterwards

  expect(await semai(['backup', '--out', out], source.env)).toEqual({
    code: 1,
    stdout: '',
    stderr: `${out} is not empty. Name a new folder for the backup.\n`,
  })
  const again = await semai(['restore', out], target.env)
  expect([again.code, again.stdout, again.stderr.split('\n').at(-2)]).toEqual([
    1,
    '',
    'The database is not empty, and a restore never overwrites. Name an empty data folder with --into, ' +
      'or an empty database with DATABASE_URL. Nothing was changed.',
  ])
}, 120_000)

test('a folder that holds no backup is refused before anything is made', async () => {
  expect(await semai(['restore', folder, '--into', data])).toEqual({
    code: 1,
    stdout: '',
    stderr: `${folder} is no finished backup: manifest.json is missing, which is written last. Nothing was changed.\n`,
  })
  expect(existsSync(data)).toBe(false)
})

test('wrong usage says how', async () => {
  expect(await semai(['restore'])).toMatchObject({
    code: 2,
    stderr: 'Name one folder that holds a backup.\n',
  })
  expect(await semai(['backup', 'here'])).toMatchObject({ code: 2 })
  expect(
    await semai(['restore', folder, '--into', data], { DATABASE_URL: 'postgresql://x@127.0.0.1:1/x' }),
  ).toMatchObject({
    code: 2,
    stderr:
      '--into names a data folder and DATABASE_URL a server. Unset one of them, so that it is clear where to.\n',
  })
}, 60_000)

async function semai(argv: string[], env: Record<string, string | undefined> = {}) {
  const flags = ['--disable-warning=ExperimentalWarning', join(import.meta.dirname, 'main.ts')]
  const child = spawn(process.execPath, [...flags, ...argv], {
    env: { PATH: process.env['PATH'], SEMAI_DATA: data, ...env },
  })
  const said = { stdout: '', stderr: '' }
  child.stdout.on('data', (chunk) => (said.stdout += String(chunk)))
  child.stderr.on('data', (chunk) => (said.stderr += String(chunk)))
  const code = await new Promise<number | null>((done) => child.once('close', done))
  return { code, ...said }
}
