import { spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { holdCluster } from '@semai/store/db/cluster'
import { silent } from '@semai/store/db/environment'
import { openDatabase } from '@semai/store/db/open'

const folder = mkdtempSync(join(tmpdir(), 'semai-serve-'))
chmodSync(folder, 0o755)
const data = join(folder, 'data')

afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('help is an answer; a wrong word is not', async () => {
  const help = await semai(['serve', '--help'])
  expect(help).toEqual({
    code: 0,
    stdout: 'Prepare everything and serve the site.\n\nUsage: semai serve\n',
    stderr: '',
  })
  expect(await semai(['srve'])).toMatchObject({ code: 2, stdout: '' })
  expect(await semai(['serve', '--prot'])).toMatchObject({ code: 2, stdout: '' })
})

test('a port in use is named, before anything else is begun', async () => {
  const taken = createServer()
  await new Promise<void>((done) => taken.listen(0, '127.0.0.1', done))
  const { port } = taken.address() as AddressInfo
  expect(await semai(['serve'], { PORT: String(port) })).toEqual({
    code: 1,
    stdout: '',
    stderr: `Port ${port} is in use, perhaps by a Semai that runs already. Stop it, or choose another: PORT=${port + 1}.\n`,
  })
  taken.close()
})

test('a port that is none is refused', async () => {
  const { code, stderr } = await semai(['serve'], { PORT: 'http' })
  expect([code, stderr]).toEqual([1, 'PORT is "http"; it must be a number from 0 to 65535.\n'])
})

test('a data folder that can not be written to is named', async () => {
  const file = join(folder, 'a-file')
  writeFileSync(file, '')
  const { code, stderr } = await semai(['serve'], { SEMAI_DATA: file })
  expect([code, stderr]).toEqual([
    1,
    `The data folder ${file} can not be written to. Change its permissions, or name another folder with SEMAI_DATA.\n`,
  ])
})

test('a server that does not answer gets a sentence', async () => {
  const nobodyHome = { DATABASE_URL: 'postgresql://me@127.0.0.1:1/semai' }
  expect(await semai(['migrate'], nobodyHome)).toEqual({
    code: 1,
    stdout: '',
    stderr: 'No database answers at the address in DATABASE_URL. Is the server running?\n',
  })
})

test('a second serve on the folder, and a database newer than the program, are refused', async () => {
  const env = { SEMAI_DATA: data }
  expect(await semai(['migrate'], env)).toMatchObject({ code: 0 })
  const cluster = await holdCluster(env, silent)
  await cluster.claimServing()
  expect(await semai(['serve'], env)).toEqual({
    code: 1,
    stdout: '',
    stderr: `Another "semai serve" runs on the data folder ${data}. Stop it first, or give this one a folder of its own with SEMAI_DATA.\n`,
  })

  const { pool, close } = await openDatabase({ role: 'owner' }, env)
  await pool.query(`insert into schema_migration (number, name, sha256) values (9999, '9999-later', 'x')`)
  await close()
  const newer = await semai(['serve'], env)
  expect(newer.code).toBe(1)
  expect(newer.stderr).toMatch(
    /^The database is at migration 9999-later, newer than this Semai, which knows \d+\. /,
  )
  await cluster.release()
}, 120_000)

/** Runs the command as a person would and returns what they would see. */
async function semai(
  argv: string[],
  env: Record<string, string> = {},
): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const flags = ['--disable-warning=ExperimentalWarning', join(import.meta.dirname, 'main.ts')]
  const child = spawn(process.execPath, [...flags, ...argv], {
    env: { PATH: process.env['PATH'], SEMAI_DATA: data, PORT: '0', ...env },
  })
  const said = { stdout: '', stderr: '' }
  child.stdout.on('data', (chunk) => (said.stdout += String(chunk)))
  child.stderr.on('data', (chunk) => (said.stderr += String(chunk)))
  const code = await new Promise<number | null>((done) => child.once('close', done))
  return { code, ...said }
}
