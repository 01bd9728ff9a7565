import { expect, test } from 'vitest'
import { decadeEnd, fillDecade } from './decade.ts'
import { testDb } from './test-db.ts'

const { owner, clear } = await testDb()
const size = { innovations: 120, replications: 1_200 }

const digest = async () => {
  const tables = ['replication', 'replication_stay', 'replication_milestone', 'claim', 'claim_act', 'quarterly_report', 'pulse', 'programme_finding'] // prettier-ignore
  const rows = []
  for (const table of tables) {
    const { rows: found } = await owner.pool.query(
      `select '${table}' as of, count(*)::int as n, md5(string_agg(t::text, ' ' order by t::text)) as all from ${table} t`,
    )
    rows.push(found[0])
  }
  return rows
}
const one = async (statement: string) => Object.values((await owner.pool.query(statement)).rows[0])

test('a decade of one seed is the same in every run, and another of another seed', async () => {
  await fillDecade(owner, size)
  const first = await digest()
  await clear()
  await fillDecade(owner, size)
  expect(await digest()).toEqual(first)
  await clear()
  await fillDecade(owner, { ...size, seed: 2 })
  expect(await digest()).not.toEqual(first)
})

test('it holds as many as asked, over ten years, in every state, and says that it is made up', async () => {
  expect(await one('select count(*)::int from replication')).toEqual([size.replications])
  expect(await one('select count(*)::int from innovation')).toEqual([size.innovations])
  expect(await one('select count(distinct state)::int from replication')).toEqual([8])
  expect(await one(`select count(distinct year)::int, max(created_at) < '${decadeEnd} 23:59+7' from replication`)).toEqual([11, true]) // prettier-ignore
  expect(await one(`select count(*)::int from innovation where name not like '%(rekaan)'`)).toEqual([0])
  expect(await one(`select count(*)::int from organisation where name not like '%(rekaan)'`)).toEqual([0])
})

test('nothing in it happened before it could: no act before the running, no answer before the asking', async () => {
  const early = `select (select count(*) from claim_act a join claim c on c.id = a.claim_id where c.source_key like 'decade:%' and a.acted_on < c.earliest)::int as acts,
    (select count(*) from pulse where (answered_at at time zone 'Asia/Jakarta')::date < due_on)::int as answers,
    (select count(*) from claim where stopped_on < earliest)::int as stops,
    (select count(*) from replication_stay where left_on is not null and days is null)::int as stays`
  expect(await one(early)).toEqual([0, 0, 0, 0])
})
