import { expect, test } from 'vitest'
import { testDb } from '@semai/testkit/test-db'
import { silent } from './environment.ts'
import { migrate, migrationNumber, readMigrations } from './migrate.ts'
import type { Migration } from './migrate.ts'

const { owner, pool } = await testDb()
const shipped = await readMigrations()
const newest = shipped.at(-1)!

test('a database that is up to date is left alone', async () => {
  expect(await migrateWith(shipped)).toBe(0)
  expect(await migrationNumber(pool)).toBe(newest.number)
})

test('a migration that fails half way leaves nothing behind, and works once it is repaired', async () => {
  const broken = next('create table half (id integer); insert into half values (1), (1 / 0)')
  await expect(migrateWith([...shipped, broken])).rejects.toMatchObject({
    name: 'Trouble',
    message:
      `Migration ${broken.name} failed: division by zero. The database stays at the migration before it, complete ` +
      'and usable by the Semai that made it; nothing of the failed one was kept. Start again once the cause is gone.',
  })
  expect(await migrationNumber(pool)).toBe(newest.number)
  expect((await pool.query(`select to_regclass('half') as half`)).rows).toEqual([{ half: null }])

  const repaired = next('create table half (id integer)')
  expect(await migrateWith([...shipped, repaired])).toBe(1)
  expect(await migrationNumber(pool)).toBe(repaired.number)
})

test('a database newer than the program is refused and not changed', async () => {
  await expect(migrateWith(shipped)).rejects.toMatchObject({
    name: 'Trouble',
    message:
      `The database is at migration ${next('').name}, newer than this Semai, which knows ${newest.number}. ` +
      'Start the newer Semai, or restore a backup into an empty folder. Nothing was changed.',
  })
})

test('a migration whose file was changed after it ran is refused', async () => {
  const changed = shipped.map((migration, index) =>
    index === 1 ? { ...migration, sha256: 'other' } : migration,
  )
  await expect(migrateWith([...changed, next('')])).rejects.toMatchObject({
    name: 'Trouble',
    message:
      `The file of migration ${shipped[1]!.name} is not the one this database was made with. ` +
      'Put the original file back; changes belong in a new migration. Nothing was changed.',
  })
})

test('a database that lacks a migration in the middle is called half-migrated', async () => {
  await owner.pool.query('delete from schema_migration where number = $1', [shipped[1]!.number])
  await expect(migrateWith([...shipped, next('')])).rejects.toMatchObject({
    name: 'Trouble',
    message: expect.stringMatching(
      /^The database is half-migrated: migration 0002-[a-z-]+ is missing although/,
    ),
  })
})

async function migrateWith(migrations: Migration[]): Promise<number> {
  const client = await owner.pool.connect()
  try {
    return await migrate(client, migrations, silent)
  } finally {
    client.release()
  }
}

function next(sql: string): Migration {
  return { number: newest.number + 1, name: `${newest.number + 1}-next`, sql, sha256: 'next' }
}
