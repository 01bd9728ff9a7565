import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { castClaims } from '@semai/testkit/claims-scene'
import { castAgencies, castPeople } from '@semai/testkit/people'
import { aRegion, now } from '@semai/testkit/scene'
import { testDb } from '@semai/testkit/test-db'
import { beforeAll, expect, test } from 'vitest'

const { db, owner, env } = await testDb()
let verified: string

beforeAll(async () => {
  await aRegion(owner.db, { code: '35' })
  await aRegion(owner.db, { code: '35.10' })
  await castAgencies(owner.db)
  await castPeople(owner.db)
  await castClaims(db, now)
  const row = await db
    .selectFrom('claim')
    .select('id')
    .where('strength', '=', 'verified')
    .executeTakeFirstOrThrow()
  verified = row.id
})

function semai(...args: string[]) {
  const main = join(import.meta.dirname, 'main.ts')
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, 'claim', ...args], {
    encoding: 'utf8',
    env: { ...process.env, ...env },
  })
  return { status, stdout, stderr }
}

test('a claim is shown with its history; the machine withdraws it with a reason and takes no step of others', () => {
  const shown = semai('show', verified).stdout.split('\n')
  expect(shown[0]).toBe('Puskesmas Sukamaju: Antar Obat (peragaan)')
  expect(shown.slice(2, 5)).toEqual([
    '2026-03-02  start  Puskesmas Sukamaju',
    '2026-03-02  confirm  Dinas Sosial Tirtasari',
    '2026-03-02  verify  Pemerintah Provinsi Lintang',
  ])
  const verify = semai('step', verified, 'verify', '--reason', 'Foto', '--day', '2026-03-01')
  expect([verify.status, verify.stderr]).toEqual([1, expect.stringMatching(/^Only: the hub in charge/)])
  expect(semai('step', verified, 'fly').stderr).toMatch(/^A claim has the steps confirm, verify/)
  expect(semai('step', verified).status).toBe(2)
  expect(semai('step', verified, 'withdraw').stderr).toBe('Write the reason.\n')
  expect(semai('step', verified, 'withdraw', '--reason', 'Ganda').stdout).toBe(
    `${verified}: stands → withdrawn\n`,
  )
  expect(semai('show', verified).status).toBe(1)
})
