import { testDb } from '@semai/testkit/test-db'
import { beforeEach, expect, test } from 'vitest'
import { publicDemand } from './demand.queries.ts'
import { searchTables } from './schema.ts'

const { db, owner, clear } = await testDb()
beforeEach(clear)

async function asked(text: string, days: Record<string, number>) {
  const rows = Object.entries(days).map(([day, times]) => ({ asked: text, day, times }))
  await searchTables(owner.db).insertInto('search_demand').values(rows).execute()
}

test('what was asked once, or twice on one day, is shown to nobody', async () => {
  await asked('sekali', { '2026-03-01': 1 })
  await asked('dua kali', { '2026-03-01': 2 })
  expect(await publicDemand(db)).toEqual([])
})

test('what was asked on two days or three times is shown, most often first, then newest', async () => {
  await asked('dua hari', { '2026-02-01': 1, '2026-03-01': 1 })
  await asked('tiga kali', { '2026-02-15': 3 })
  await asked('tiga kali baru', { '2026-02-20': 3 })
  await asked('sering', { '2026-01-01': 4, '2026-02-01': 1 })
  expect(await publicDemand(db)).toEqual([
    { asked: 'sering', times: 5, days: 2, lastDay: '2026-02-01' },
    { asked: 'tiga kali baru', times: 3, days: 1, lastDay: '2026-02-20' },
    { asked: 'tiga kali', times: 3, days: 1, lastDay: '2026-02-15' },
    { asked: 'dua hari', times: 2, days: 2, lastDay: '2026-03-01' },
  ])
  expect((await publicDemand(db, 1)).map((row) => row.asked)).toEqual(['sering'])
})
