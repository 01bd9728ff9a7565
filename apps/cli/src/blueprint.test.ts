import { spawnSync } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { blueprintEditPage } from '@semai/store/blueprints/blueprint-edit.queries'
import { cast } from '@semai/testkit/cast'
import { islandMedicineLater } from '@semai/testkit/blueprint-scene'
import { demonstrateBlueprint } from '@semai/testkit/demonstration'
import { castAgencies, castPeople } from '@semai/testkit/people'
import { now } from '@semai/testkit/scene'
import { testDb } from '@semai/testkit/test-db'

const { db, owner, env } = await testDb()
const folder = await mkdtemp(join(tmpdir(), 'semai-cli-blueprint-'))
const code = 'INV-S0001'
afterAll(() => rm(folder, { recursive: true }))
beforeAll(async () => {
  await castAgencies(owner.db)
  await castPeople(owner.db, ['author', 'local admin'])
  const category = { scheme: '2021', key: 'kesehatan', name_id: 'Kesehatan', name_en: 'Health', position: 3 }
  await owner.db.insertInto('category').values(category).execute()
  await demonstrateBlueprint(db, now)
})

function semai(...argv: string[]) {
  const main = join(import.meta.dirname, 'main.ts')
  const options = { env: { ...process.env, ...env }, encoding: 'utf8' } as const
  const { stdout, stderr, status } = spawnSync(process.execPath, [main, ...argv], options)
  return { stdout, stderr, status }
}

test('a version is written, follows the format, and is read in as the working text', async () => {
  const file = join(folder, 'v2.json')
  expect(semai('blueprint', 'export', code, '--out', file)).toEqual({ stdout: '', stderr: '', status: 0 })
  expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({
    innovation: { code, name: 'Antar Obat Pulau' },
    version: 2,
    note: islandMedicineLater.note,
  })
  const first = JSON.parse(semai('blueprint', 'export', code, '--version', '1').stdout) as { version: number }
  expect(first.version).toBe(1)
  const follows = `${file}: 17 components follow the published format.\n`
  expect(semai('blueprint', 'validate', file)).toEqual({ stdout: follows, stderr: '', status: 0 })
  expect(semai('validate', file).stdout).toBe(`${file}: 1 records follow the published format.\n`)

  expect(semai('blueprint', 'import', code, file, '--dry-run').stdout).toBe(
    `${file}: 17 components would become the working text of ${code}. Nothing was written.\n`,
  )
  const { stdout, status } = semai('blueprint', 'import', code, file)
  const id = /rancang-bangun\/([0-9a-f-]{36})\./.exec(stdout)?.[1] ?? ''
  expect(status).toBe(0)
  const { content } = await blueprintEditPage(db, cast.author, { id, now })
  expect(content.components.map(({ key }) => key)).toEqual(
    islandMedicineLater.components.map(({ key }) => key),
  )
})

test('a file that departs is told place by place, and nothing is written', async () => {
  const file = join(folder, 'broken.json')
  const component = {
    key: 'a',
    kind: 'lesson',
    standing: 'core',
    title: 'A',
    description: null,
    type: 'joke',
  }
  const head = { schema_version: '1.0', innovation: null, version: null, published_at: null, note: null }
  const told = async (components: object[]) => {
    await writeFile(file, JSON.stringify({ ...head, components }))
    return semai('blueprint', 'import', code, file)
  }
  expect(await told([component])).toEqual({
    stdout: '',
    stderr: `${file}: components[0].type must be one of "tip", "failure", "reason"; found "joke"\n`,
    status: 1,
  })
  const mended = { ...component, type: null }
  expect((await told([mended, mended])).stderr).toBe(
    `${file}: components[1].key Two components have this key. Give each a key of its own.\n`,
  )
})

test.each([
  [['blueprint'], 2, 'Say what to do:'],
  [['blueprint', 'import', code], 2, 'Usage: semai blueprint import CODE FILE.json [--dry-run]'],
  [
    ['blueprint', 'export', code, '--version', 'x'],
    2,
    '--version takes the number of a version, such as 2; found "x".',
  ],
  [
    ['blueprint', 'export', code, '--version', '9'],
    1,
    'This blueprint is not published yet, or has no such version.',
  ],
  [['blueprint', 'export', 'INV-NONE'], 1, 'This blueprint is not published yet, or has no such version.'],
  [['blueprint', 'validate', '/no/such.json'], 1, 'There is no file /no/such.json, or no folder for it.'],
])('%j leaves with %i', (argv, status, says) => {
  const left = semai(...argv)
  expect([left.status, left.stdout, left.stderr.split('\n')[0]]).toEqual([status, '', says])
})
