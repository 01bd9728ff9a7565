import { expect, test } from 'vitest'
import { testDb } from '@semai/testkit/test-db'
import { audit } from './audit.ts'
import { inTransaction } from './transaction.ts'
import { uuidv7 } from './uuid.ts'

const { db, pool, owner, clear } = await testDb()
const at = new Date('2026-03-01T00:00:00Z')

const forbidden = [
  'create table intruder (id integer)',
  'alter table source add column note text',
  'drop table source',
  'create schema intruder',
  'truncate source',
  `update audit_event set what = 'x.y'`,
  'delete from audit_event',
  'truncate audit_event',
  'alter table audit_event disable trigger user',
  `insert into schema_migration (number, name, sha256) values (99, 'x', 'y')`,
  'delete from schema_migration',
]

test.each(forbidden)('the running application may not: %s', async (statement) => {
  await expect(pool.query(statement)).rejects.toMatchObject({ code: '42501' })
})

test('the running application reads, writes and deletes rows', async () => {
  const id = uuidv7()
  await db.insertInto('source').values({ id, name: 'A list', url: null }).execute()
  await db.updateTable('source').set({ name: 'Another list' }).where('id', '=', id).execute()
  expect(await db.selectFrom('source').select('name').execute()).toEqual([{ name: 'Another list' }])
  await db.deleteFrom('source').execute()
  expect(await db.selectFrom('source').select('name').execute()).toEqual([])
})

test('it appends to the audit trail, which not even the owner changes', async () => {
  await inTransaction(db, (db) =>
    audit(
      db,
      { personId: null, label: 'test' },
      { what: 'source.add', subjectId: 's1', at, detail: { rows: 1 } },
    ),
  )
  expect(
    await db.selectFrom('audit_event').select(['at', 'actor_label', 'what', 'detail']).execute(),
  ).toEqual([{ at, actor_label: 'test', what: 'source.add', detail: { rows: 1 } }])
  await expect(owner.pool.query('delete from audit_event')).rejects.toMatchObject({ code: '42501' })
})

test('a transaction that fails leaves neither the change nor its event', async () => {
  await clear()
  const work = inTransaction(db, async (db) => {
    await db.insertInto('source').values({ id: uuidv7(), name: 'Half', url: null }).execute()
    await audit(db, { personId: null, label: 'test' }, { what: 'source.add', subjectId: 's1', at })
    throw new Error('changed my mind')
  })
  await expect(work).rejects.toThrow('changed my mind')
  expect(await db.selectFrom('source').selectAll().execute()).toEqual([])
  expect(await db.selectFrom('audit_event').selectAll().execute()).toEqual([])
})

test('owner and application are different accounts or roles', async () => {
  const ask = 'select current_user as name'
  expect((await pool.query(ask)).rows).toEqual([{ name: 'semai_app' }])
  expect((await owner.pool.query(ask)).rows).toEqual([{ name: 'semai_owner' }])
})
