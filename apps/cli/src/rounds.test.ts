import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { demonstrateRounds } from '@semai/testkit/demo-rounds'
import { castAgencies, castPeople } from '@semai/testkit/people'
import { aRegion, now } from '@semai/testkit/scene'
import { testDb } from '@semai/testkit/test-db'
import { expect, test } from 'vitest'

const { db, owner, env } = await testDb()

function semai(...args: string[]) {
  const main = join(import.meta.dirname, 'main.ts')
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], {
    encoding: 'utf8',
    env: { ...process.env, ...env },
  })
  return { status, stdout, stderr }
}

test('the command line lists what is published, and gives its result; what is open it does not show', async () => {
  await aRegion(owner.db, { code: '35' })
  await castAgencies(owner.db)
  await castPeople(owner.db)
  const { published, open } = await demonstrateRounds(db, now)
  const list = semai('rounds')
  expect(list.status).toBe(0)
  expect(list.stdout).toContain('7 of 8 answered')
  expect(list.stdout).not.toContain(open)
  const { status, stdout } = semai('rounds', published)
  expect([status, stdout.split('\r\n').filter((line) => line.includes(',ya,')).length]).toEqual([0, 4])
  expect(semai('rounds', open)).toMatchObject({ status: 1, stdout: '' })
  expect(semai('rounds', 'a', 'b').status).toBe(2)
})
