import { aClaim, anInnovation, anOrganisation, aRegion, aSource } from '@semai/testkit/scene'
import { knownSpread } from '@semai/testkit/known-spread'
import { testDb } from '@semai/testkit/test-db'
import { beforeAll, expect, test } from 'vitest'
import { refreshAnalyses } from './analysis.commands.ts'
import { keptAnalysis } from './analysis.queries.ts'
import { analyses } from './analyses.ts'
import type { NextAdopterRow, SpreadNextAdopters } from '@semai/domain/analyses/next-adopters'

const { db, owner, clear } = await testDb()
let at = new Date('2026-03-02T03:04:05Z')
const clock = () => (at = new Date(at.getTime() + 60_000))
let claim: (innovation: string, region: string, day: string) => Promise<unknown>
let answer: SpreadNextAdopters

/** Runs the analyses that are not looked at here on nothing. */
const refresh = () =>
  refreshAnalyses(db, {
    clock,
    run: (name, input, tell) => {
      if (name !== 'next_adopters') return Promise.resolve({})
      answer = analyses[name].run(input, tell)
      return Promise.resolve(JSON.parse(JSON.stringify(answer)))
    },
  })

beforeAll(async () => {
  await clear()
  const { adoptions, places } = knownSpread(1, { innovations: 12 })
  await aRegion(owner.db, { code: '35' })
  for (const { code, lat, lon } of places) await aRegion(owner.db, { code, lat, lon })
  const { id: organisation_id } = await anOrganisation(owner.db)
  const { id: source_id } = await aSource(owner.db)
  const ids = new Map<string, string>()
  for (const code of new Set(adoptions.map(({ innovation }) => innovation)))
    ids.set(code, (await anInnovation(owner.db, { code, organisation_id })).id)
  claim = (innovation, region_code, latest) => {
    const what = { innovation_id: ids.get(innovation)!, region_code, earliest: latest, latest }
    return aClaim(owner.db, { ...what, organisation_id, source_id, precision: 'day' })
  }
  for (const { innovation, region, day } of adoptions) await claim(innovation, region, day)
})

const kept = (inputs: string) =>
  db
    .selectFrom('next_adopter')
    .select([
      'innovation_code as innovation',
      'region_code as region',
      'rank',
      'rank_in_region as rankInRegion',
    ])
    .select(['chance', 'lower', 'upper', 'reasons', 'able_before as ableBefore'])
    .where('inputs', '=', inputs)
    .orderBy('innovation_code')
    .orderBy('rank')
    .execute()

test('the rows of next adopters are kept beside their answer, digit by digit, and go with it', async () => {
  await refresh()
  const { inputs, answer: small } = await keptAnalysis(db, 'next_adopters')
  const { rows, ...rest } = answer
  expect(rows.length).toBeGreaterThan(200)
  expect(small).toEqual(rest)
  expect(await kept(inputs!)).toEqual(rows satisfies NextAdopterRow[])
  const after: string[] = [inputs!]
  for (const day of ['2025-01-01', '2025-02-01']) {
    const { innovation, region } = answer.rows[0]!
    await claim(innovation, region, day)
    await refresh()
    after.push((await keptAnalysis(db, 'next_adopters')).inputs!)
  }
  const counts = await Promise.all(after.map(async (inputs) => (await kept(inputs)).length))
  expect(counts.map((count) => count > 0)).toEqual([false, true, true])
})
