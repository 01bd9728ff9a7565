import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { s3Server } from '@semai/testkit/s3-server'
import type { S3Server } from '@semai/testkit/s3-server'
import { all } from '@semai/testkit/file-scene'
import { contentKey, readWhole, safeKey } from './file-store.ts'
import type { FileStore } from './file-store.ts'
import { openFiles } from './open-files.ts'

const folder = mkdtempSync(join(tmpdir(), 'semai-files-'))
let s3: S3Server

beforeAll(async () => {
  s3 = await s3Server()
})
afterAll(async () => {
  await s3.stop()
  rmSync(folder, { recursive: true, force: true })
})

const bytes = Buffer.from(Array.from({ length: 1_000 }, (_, i) => (i * 7) % 256))
const key = contentKey(createHash('sha256').update(bytes).digest('hex'))
const keys = async (store: FileStore, prefix?: string) =>
  (await all(store.list(prefix))).map(({ key }) => key)

describe.each([
  ['a folder', () => openFiles({ SEMAI_DATA: folder })],
  ['a bucket', () => openFiles(s3.env)],
  ['a part of a bucket', () => openFiles({ ...s3.env, SEMAI_S3_PREFIX: 'situs/satu' })],
] as const)('%s', (_, open) => {
  test('what is put is there, whole and in ranges, until it is removed', async () => {
    const { contents: store } = open()
    expect(await store.get(key)).toBeNull()
    expect(await keys(store)).toEqual([])
    await store.put(key, bytes)
    expect(await readWhole(store, key)).toEqual(bytes)
    const middle = await store.get(key, { first: 10, last: 19 })
    expect(Buffer.concat(await middle!.toArray())).toEqual(bytes.subarray(10, 20))
    await store.put(key, bytes)
    const [listed, ...more] = await all(store.list())
    expect([listed!.key, listed!.bytes, more]).toEqual([key, 1_000, []])
    expect(Math.abs(listed!.storedAt.getTime() - Date.now())).toBeLessThan(60_000)
    await store.remove(key)
    await store.remove(key)
    expect(await store.get(key)).toBeNull()
  })

  test('files and uploads do not see each other, and a list can be narrowed', async () => {
    const { contents, uploads } = open()
    for (const name of ['u1/0', 'u1/1', 'u2/0']) await uploads.put(name, bytes)
    expect(await keys(contents)).toEqual([])
    expect(await keys(uploads, 'u1/')).toEqual(['u1/0', 'u1/1'])
    for (const name of await keys(uploads)) await uploads.remove(name)
    expect(await keys(uploads)).toEqual([])
  })
})

test('a list of more than a thousand names is complete and in order', async () => {
  const { uploads } = openFiles({ ...s3.env, SEMAI_S3_PREFIX: 'banyak' })
  const names = Array.from({ length: 1_003 }, (_, i) => `n/${String(i).padStart(5, '0')}`)
  for (let i = 0; i < names.length; i += 50) {
    await Promise.all(names.slice(i, i + 50).map((name) => uploads.put(name, Buffer.from('x'))))
  }
  expect(await keys(uploads)).toEqual(names)
})

test('what a killed process left half written is neither listed nor read', async () => {
  const own = mkdtempSync(join(folder, 'own-'))
  const { contents } = openFiles({ SEMAI_DATA: own })
  await contents.put('ab/whole', bytes)
  writeFileSync(join(own, 'files/ab/whole.x.unfinished'), 'half')
  expect(await keys(contents)).toEqual(['ab/whole'])
  expect(readdirSync(join(own, 'files/ab')).sort()).toEqual(['whole', 'whole.x.unfinished'])
})

test.each(['../a', 'a/../../b', '/etc/passwd', 'a\\b', 'a\0b', '', '.', 'a//b'])('%j is no key', (key) => {
  expect(() => safeKey(key)).toThrow(RangeError)
})

test('a wrong secret, a bucket that is not there and a server that is silent are sentences', async () => {
  const says = (env: Record<string, string>) =>
    openFiles({ ...s3.env, ...env })
      .contents.put(key, bytes)
      .then(
        () => 'stored',
        (problem: Error) => `${problem.name}: ${problem.message}`,
      )
  expect(await says({ SEMAI_S3_SECRET_KEY: 'salah' })).toMatch(
    /^Trouble: .*said no \(403 SignatureDoesNotMatch\)/,
  )
  expect(await says({ SEMAI_S3_BUCKET: 'tidak-ada' })).toMatch(/^Trouble: .*bucket/)
  expect(await says({ SEMAI_S3_ENDPOINT: 'http://127.0.0.1:9' })).toMatch(/^Trouble: .*does not answer/)
})

test.each([
  [{ SEMAI_S3_ENDPOINT: 'rusak' }, 'SEMAI_S3_ENDPOINT is "rusak"'],
  [{ SEMAI_S3_ENDPOINT: 'https://s3.test' }, 'SEMAI_S3_BUCKET is not'],
  [{ SEMAI_FILE_MB: '0' }, 'SEMAI_FILE_MB is "0"; it must be a whole number from 1 to 200.'],
  [{ SEMAI_FILES_PER_RECORD: '1e3' }, 'SEMAI_FILES_PER_RECORD'],
])('a setting that cannot be used is refused: %j', (env, says) => {
  expect(() => openFiles(env)).toThrow(says)
})
