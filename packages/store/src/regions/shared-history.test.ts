import { publicActor } from '@semai/domain/people/actor'
import { aClaim, anInnovation, anOrganisation, aRegion, aSource } from '@semai/testkit/scene'
import { testDb } from '@semai/testkit/test-db'
import { beforeEach, expect, test } from 'vitest'
import { sharedHistory } from './shared-history.queries.ts'

const { db, owner, clear } = await testDb()
let begin: (innovation: string, region_code: string, stopped?: boolean) => Promise<unknown>

beforeEach(async () => {
  await clear()
  for (const code of ['35', '35.01', '35.02', '35.03']) await aRegion(owner.db, { code })
  const { id: organisation_id } = await anOrganisation(owner.db)
  const { id: source_id } = await aSource(owner.db)
  const known = new Map<string, string>()
  for (const code of ['INV-1', 'INV-2', 'INV-3'])
    known.set(code, (await anInnovation(owner.db, { code, organisation_id })).id)
  begin = (code, region_code, stopped = false) =>
    aClaim(owner.db, {
      innovation_id: known.get(code)!,
      organisation_id,
      source_id,
      region_code,
      ...(stopped && { kind: 'state' as const, happening: 'stopped' as const }),
    })
})

test('innovations are counted once, by whether this region began them too', async () => {
  await begin('INV-1', '35.01')
  for (const code of ['INV-1', 'INV-1', 'INV-2', 'INV-3']) await begin(code, '35.02')
  await begin('INV-3', '35.03')
  const shared = await sharedHistory(db, publicActor, '35.01', ['35.02', '35.03'])
  expect(Object.fromEntries(shared)).toEqual({
    '35.02': { both: 1, onlyThere: 2 },
    '35.03': { both: 0, onlyThere: 1 },
  })
})

test('what is only known to have stopped was not begun, and who began nothing is absent', async () => {
  await begin('INV-1', '35.02', true)
  expect((await sharedHistory(db, publicActor, '35.01', ['35.02', '35.03'])).size).toBe(0)
})
