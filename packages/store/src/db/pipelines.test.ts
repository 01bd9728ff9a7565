import { testDb } from '@semai/testkit/test-db'
import pg from 'pg'
import { afterEach, expect, test } from 'vitest'
import { connections } from './connections.ts'
import { silent } from './environment.ts'
import { Pipelines } from './pipelines.ts'

const { env, owner } = await testDb()
const open: Pipelines[] = []
afterEach(() => Promise.all(open.splice(0).map((lines) => lines.end())))

/** Connections of their own name, so that the database can say what becomes of them. */
async function pipelines(count: number, name: string): Promise<Pipelines> {
  const place = await connections(env, silent)
  const lines = new Pipelines(count, async () => {
    const client = new pg.Client({ ...place.as('owner'), application_name: name, pipeline: true })
    client.on('error', () => undefined)
    await client.connect()
    return client
  })
  open.push(lines)
  return lines
}

const ask = <Row>(lines: Pipelines, text: string, ...values: unknown[]) =>
  lines.query<Row>({ name: text, text, values })
const connected = async (name: string): Promise<number> => {
  const text = 'select pid from pg_stat_activity where application_name = $1 order by pid'
  return (await owner.pool.query(text, [name])).rowCount!
}

test('many at once have each its own answer, in a new statement and a known one', async () => {
  const lines = await pipelines(2, 'many')
  const asked = Array.from({ length: 200 }, (_, n) => n)
  const answers = await Promise.all(
    asked.map((n) => ask<{ n: number }>(lines, `select $1::integer + ${n % 5} as n`, n)),
  )
  expect(answers.map(([row]) => row!.n)).toEqual(asked.map((n) => n + (n % 5)))
  expect(await connected('many')).toBe(2)
})

test('one that fails says so and leaves those behind it alone', async () => {
  const lines = await pipelines(1, 'fails')
  const outcomes = await Promise.allSettled(
    [2, 0, 5, 0, 1].map((n) => ask<{ n: number }>(lines, 'select 10 / $1::integer as n', n)),
  )
  expect(outcomes.map((one) => (one.status === 'fulfilled' ? one.value[0]!.n : one.reason.code))).toEqual([
    5,
    '22012',
    2,
    '22012',
    10,
  ])
})

test('what is on its way when a connection is lost fails, and the next opens another', async () => {
  const lines = await pipelines(1, 'lost')
  const [before] = await ask<{ pid: number }>(lines, 'select pg_backend_pid() as pid')
  const slow = ask(lines, 'select pg_sleep(60)')
  const behind = ask(lines, 'select 1')
  const lost = Promise.allSettled([slow, behind])
  await expect
    .poll(() =>
      owner.pool.query(`select 1 from pg_stat_activity where pid = $1 and query ~ 'sleep'`, [before!.pid]),
    )
    .toMatchObject({ rowCount: 1 })
  await owner.pool.query('select pg_terminate_backend($1)', [before!.pid])
  expect((await lost).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  const [after] = await ask<{ pid: number }>(lines, 'select pg_backend_pid() as pid')
  expect(after!.pid).not.toBe(before!.pid)
})

test('a database that refuses is asked again by the next statement', async () => {
  let isThere = false
  const place = await connections(env, silent)
  const lines = new Pipelines(1, async () => {
    if (!isThere) throw new Error('not yet')
    const client = new pg.Client({ ...place.as('owner'), pipeline: true })
    await client.connect()
    return client
  })
  open.push(lines)
  await expect(ask(lines, 'select 1 as n')).rejects.toThrow('not yet')
  isThere = true
  expect(await ask(lines, 'select 1 as n')).toEqual([{ n: 1 }])
})

test('it is quiet where nothing is on its way, on any connection', async () => {
  const lines = await pipelines(2, 'quiet')
  expect(lines.isQuiet).toBe(true)
  const asked = ask(lines, 'select 1')
  expect(lines.isQuiet).toBe(false)
  await asked
  expect(lines.isQuiet).toBe(true)
})

test('at its end whatever was asked is answered, also what waited for its turn; then nothing is taken', async () => {
  const lines = await pipelines(1, 'ends')
  const asked = Promise.all(
    Array.from({ length: 20 }, (_, n) => ask<{ n: number }>(lines, 'select $1::integer as n', n)),
  )
  const [answers] = await Promise.all([asked, lines.end()])
  expect(answers.map(([row]) => row!.n)).toEqual(Array.from({ length: 20 }, (_, n) => n))
  await expect(ask(lines, 'select 1')).rejects.toThrow('closed')
  await expect.poll(() => connected('ends')).toBe(0)
})
