import { expect, test } from 'vitest'
import { Refusal } from '@semai/domain/refusal'
import { cast } from '@semai/testkit/cast'
import { countedQueries } from '@semai/testkit/counted-queries'
import { now } from '@semai/testkit/scene'
import { testDb } from '@semai/testkit/test-db'
import { siteHealth } from './site-health.queries.ts'

const { db, owner } = await testDb()
const asked = { env: { SEMAI_DATA: import.meta.dirname, SEMAI_WEB_PROCESSES: '3' }, product: '0.1.0', now }
const sum = (letter: string) => letter.repeat(64)

test('everything is measured in one query: files nobody names, mail that waits, the last backup', async () => {
  const old = new Date(now.getTime() - 2 * 86_400_000)
  await owner.db
    .insertInto('file_content')
    .values([
      { sha256: sum('a'), bytes: 100, touched_at: old },
      { sha256: sum('b'), bytes: 30, touched_at: old },
      { sha256: sum('c'), bytes: 5, touched_at: now },
    ])
    .execute()
  const file = { kind: 'pdf' as const, name: 'a.pdf', width: null, height: null, uploaded_by: null }
  const id = '00000000-0000-4000-8000-000000000001'
  await owner.db
    .insertInto('file')
    .values({ id, ...file, content_sha256: sum('a'), uploaded_at: old })
    .execute()
  await owner.pool.query(
    `insert into audit_event (at, actor_label, what, subject_id, detail) values ($1, 'command line', 'backup.finish', 'x', '{}')`,
    [old],
  )
  const health = await siteHealth(db, cast.administrator, asked)
  expect(health.files).toEqual({ count: 1, bytes: 135, orphans: 1, orphanBytes: 30, uploads: 0 })
  expect(health.lastBackup).toEqual(old)
  expect(health.mail).toEqual({ due: 0, later: 0, failed: 0, isOn: false })
  expect(health.jobs).toEqual({})
  expect([health.webProcesses, health.product]).toEqual([3, '0.1.0'])
  expect(health.database.migration).toBeGreaterThanOrEqual(68)
  expect(health.disk!.freeBytes).toBeLessThanOrEqual(health.disk!.bytes)
  expect(await countedQueries(db, (counting) => siteHealth(counting, cast.administrator, asked))).toBe(1)
})

test('a disk nobody can look at is not known, and nobody else is told anything', async () => {
  const nowhere = { ...asked, env: { SEMAI_DATA: '/nowhere/at/all' } }
  expect((await siteHealth(db, cast.administrator, nowhere)).disk).toBeNull()
  expect(() => siteHealth(db, cast.secretariat, asked)).toThrow(Refusal)
})
