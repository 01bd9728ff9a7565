import { cast } from '@semai/testkit/cast'
import { castMentoring } from '@semai/testkit/mentoring-scene'
import { castHub } from '@semai/testkit/mentored-hub'
import { castAgencies, castPeople } from '@semai/testkit/people'
import { now } from '@semai/testkit/scene'
import { testDb } from '@semai/testkit/test-db'
import { expect, test } from 'vitest'
import { hubNamed } from '../hubs/named-hub.ts'
import { lateEngagements } from '../mentoring/engagement.queries.ts'
import { hubFigures } from './stated-hubs.ts'

const { db, owner } = await testDb()

test('whoever is over the promised working days is so by the stated query too, on each of many days', async () => {
  await castAgencies(owner.db)
  await castPeople(owner.db)
  await castMentoring(db, now)
  const hub = await hubNamed(db, cast.secretariat, castHub)
  const { sql } = hubFigures.find(({ name }) => name === 'promises')!
  const counts = new Set<number>()
  for (let ahead = -60; ahead <= 60; ahead += 1) {
    if (ahead === 0) {
      const holidays = [1, 2, 5].map((days) => ({ day: dayAfter(days), name: `Libur ${days} (rekaan)` }))
      await owner.db.insertInto('public_holiday').values(holidays).execute()
    }
    const today = dayAfter(ahead)
    const shown = await lateEngagements(db, cast.secretariat, { hubId: hub.organisationId, today })
    const text = sql.replaceAll(':scope', '$1').replaceAll(':today', '$2')
    const { rows } = await owner.pool.query<{ n: string }>(text, [castHub, today])
    expect([today, Number(rows[0]!.n)]).toEqual([today, shown.length])
    counts.add(shown.length)
  }
  expect(counts.size).toBeGreaterThan(2)
})

const dayAfter = (days: number) => new Date(now.getTime() + days * 86_400_000).toISOString().slice(0, 10)
