import type { Actor } from '@semai/domain/people/actor'
import { agencies, cast } from '@semai/testkit/cast'
import { countedQueries } from '@semai/testkit/counted-queries'
import { castAgencies } from '@semai/testkit/people'
import { aRegion, aSource } from '@semai/testkit/scene'
import { testDb } from '@semai/testkit/test-db'
import { beforeAll, expect, test } from 'vitest'
import { uuidv7 } from '../db/uuid.ts'
import { hubNamed } from '../hubs/named-hub.ts'
import { ownBoards } from './own-boards.queries.ts'
import { boardRegion } from './region-board.queries.ts'

const { db, owner } = await testDb()

beforeAll(async () => {
  for (const code of ['35', '35.10', '51']) await aRegion(owner.db, { code })
  await castAgencies(owner.db)
  const place = (id: string, region_code: string) =>
    owner.db.updateTable('organisation').set({ region_code }).where('id', '=', id).execute()
  await place(agencies.province, '35')
  await place(agencies.regency, '35.10')
  const source = await aSource(owner.db)
  for (const region_code of ['35', '51'])
    await owner.db
      .insertInto('hub')
      .values({
        id: uuidv7(),
        region_code,
        organisation_id: null,
        year: 2024,
        status: 'designated',
        source_id: source.id,
      })
      .execute()
})

const named = async (actor: Actor) => (await ownBoards(db, actor)).map(({ of, slug }) => `${of} ${slug}`)

test('a hub has its board, a unit that of its government, and nobody else has one', async () => {
  const hubs = (await db.selectFrom('region').select(['code', 'slug']).execute()).map((one) => [
    one.code,
    one.slug,
  ])
  const slugs = new Map(hubs as [string, string][])
  expect(await named(cast.hub)).toEqual([`hub ${slugs.get('35')}`])
  expect(await named(cast.author)).toEqual([`region ${slugs.get('35.10')}`])
  expect(await named(cast.head)).toEqual([`region ${slugs.get('35.10')}`])
  for (const name of ['secretariat', 'evaluator', 'administrator', 'signed in, no role'] as const)
    expect([name, await named(cast[name])]).toEqual([name, []])
})

test('whoever has a board may open it', async () => {
  for (const actor of Object.values(cast)) {
    for (const { of, slug } of await ownBoards(db, actor)) {
      const board = of === 'hub' ? await hubNamed(db, actor, slug) : await boardRegion(db, actor, slug)
      expect([slug, board.readsBoard]).toEqual([slug, true])
    }
  }
})

test('it takes one query, and none for whom there can be no board', async () => {
  expect(await countedQueries(db, (counting) => ownBoards(counting, cast.administrator))).toBe(0)
  expect(await countedQueries(db, (counting) => ownBoards(counting, cast.hub))).toBe(1)
})
