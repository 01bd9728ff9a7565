import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { castAgencies, castPeople } from '@semai/testkit/people'
import { castReplications } from '@semai/testkit/replications-scene'
import { aRegion, now } from '@semai/testkit/scene'
import { testDb } from '@semai/testkit/test-db'
import { beforeAll, expect, test } from 'vitest'

const { db, owner, env } = await testDb()

beforeAll(async () => {
  await aRegion(owner.db, { code: '35' })
  await aRegion(owner.db, { code: '35.10' })
  await castAgencies(owner.db)
  await castPeople(owner.db)
  await castReplications(db, now)
})

function semai(...args: string[]) {
  const main = join(import.meta.dirname, 'main.ts')
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, 'replication', ...args], {
    encoding: 'utf8',
    env: { ...process.env, ...env },
  })
  return { status, stdout, stderr }
}

test('a replication is shown with its milestones; whoever runs the machine takes no step of others', () => {
  const shown = semai('show', 'REP-0001')
  expect(shown.stdout.split('\n').slice(0, 3)).toEqual([
    'REP-0001  Dinas Kesehatan Sukamaju: Perahu Akta Sukamaju',
    'being carried out',
    '2025-10-03  need',
  ])
  const step = semai('step', 'REP-0001', 'run', '--day', '2026-03-01')
  expect([step.status, step.stderr]).toEqual([1, expect.stringMatching(/^Only: authors/)])
  expect(semai('step', 'REP-0001', 'fly').stderr).toMatch(/^A replication has the steps accept, decline/)
  expect(semai('step', 'REP-0001').status).toBe(2)
  expect(semai('show', 'REP-9999').status).toBe(1)
})
