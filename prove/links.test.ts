import { expect, test } from 'vitest'
import { agencies } from '@semai/testkit/cast'
import { castAgencies, castPeople } from '@semai/testkit/people'
import { aRegion, now } from '@semai/testkit/scene'
import { testDb } from '@semai/testkit/test-db'
import { alterations } from './links/alterations.ts'
import { linkRounds } from './links/rounds.ts'

const { db, owner } = await testDb()

// Some of the ten thousand of `npm run prove:links`; a seed of its own each time, named when one is taken.
test('of altered, expired, foreign and used links none is taken; the genuine one is, once', async () => {
  await aRegion(owner.db, { code: '35' })
  await aRegion(owner.db, { code: '35.10' })
  await castAgencies(owner.db)
  await castPeople(owner.db)
  await owner.db
    .updateTable('organisation')
    .set({ region_code: '35.10' })
    .where('id', '=', agencies.regency)
    .execute()
  const seed = Date.now() % 1_000_000_000
  const proof = await linkRounds(owner.db, db, { runs: 380, seed, now })
  expect({ seed, accepted: proof.accepted }).toEqual({ seed, accepted: [] })
  expect(Object.keys(proof.tried).sort()).toEqual(
    [...Object.keys(alterations), 'past its day', 'used before'].sort(),
  )
  expect(proof.answered).toBe(2)
})
