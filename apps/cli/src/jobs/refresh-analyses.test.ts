import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { seededRandom } from '@semai/analytics/numbers/random'
import { analysisNames } from '@semai/domain/analyses/analysis'
import type { NextAdopterRow } from '@semai/domain/analyses/next-adopters'
import { keptAnalysis } from '@semai/store/analyses/analysis.queries'
import { seeding } from '@semai/store/analyses/seeding'
import { aClaim, anInnovation, anOrganisation, aRegion, aSource } from '@semai/testkit/scene'
import { testDb } from '@semai/testkit/test-db'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { refreshing } from './refresh-analyses.ts'

const { db, owner, env, clear } = await testDb()
const folder = mkdtempSync(join(tmpdir(), 'semai-analyses-'))
afterAll(() => rmSync(folder, { recursive: true }))

const regions = Array.from({ length: 48 }, (_, i) => `35.${String(i + 1).padStart(2, '0')}`)

/** Innovations that walk through a third of the regions each, from west to east. */
beforeAll(async () => {
  await clear()
  await aRegion(owner.db, { code: '35', lat: -7, lon: 112 })
  for (const [i, code] of regions.entries())
    await aRegion(owner.db, { code, lat: -7 - (i % 6) / 5, lon: 111 + Math.floor(i / 6) / 5 })
  const { id: organisation_id } = await anOrganisation(owner.db)
  const { id: source_id } = await aSource(owner.db)
  const random = seededRandom(1)
  for (let c = 0; c < 24; c++) {
    const { id: innovation_id } = await anInnovation(owner.db, { code: `INV-${c}`, organisation_id })
    for (const [i, region_code] of regions.entries()) {
      if (random.uniform() > 0.35) continue
      const latest = new Date(Date.UTC(2018, i % 48, 1 + random.below(28))).toISOString().slice(0, 10)
      const claim = { organisation_id, source_id, innovation_id, region_code, precision: 'day' as const }
      await aClaim(owner.db, { ...claim, earliest: latest, latest, batch: c === 0 ? 'Angkatan I' : null })
    }
  }
})

async function keptChances(inputs: string) {
  const rows = await db
    .selectFrom('next_adopter')
    .select(['chance', 'upper'])
    .where('inputs', '=', inputs)
    .orderBy('innovation_code')
    .orderBy('rank')
    .execute()
  return rows.map(({ chance, upper }) => [chance, upper])
}

function semai(...argv: string[]): string {
  const main = join(import.meta.dirname, '../main.ts')
  const args = ['--disable-warning=ExperimentalWarning', main, ...argv]
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, ...env },
  })
  if (status !== 0) throw new Error(stderr)
  return stdout
}

test('what the job computed in its thread, anybody computes from the exports to the same digits', async () => {
  await refreshing(db)({ payload: {}, now: new Date(), signal: new AbortController().signal })
  semai('export', 'claims', '--out', 'claims.csv')
  semai('export', 'regions', '--out', 'regions.csv')
  const given = ['--claims', 'claims.csv', '--regions', 'regions.csv']
  for (const name of analysisNames) {
    const { answer, inputs } = await keptAnalysis(db, name)
    const { rows = [], ...again } = JSON.parse(semai('analyse', 'spread', name, ...given)) as {
      rows?: NextAdopterRow[]
    }
    expect(again).toEqual({ analysis: name, inputs, ...answer })
    expect(await keptChances(inputs!)).toEqual(rows.map(({ chance, upper }) => [chance, upper]))
  }
  const { answer } = await keptAnalysis(db, 'network')
  expect((await keptAnalysis(db, 'next_adopters')).answer!.use).not.toBe(null)
  expect(answer!.enough && answer!.edges.length).toBeGreaterThan(10)
  if (!answer!.enough) return
  const [must, hubs] = [['35.07'], ['35.11', '35.20']]
  const options = ['--budget', '4', '--must', '35.07', '--hubs', '35.11,35.20']
  const found = JSON.parse(semai('analyse', 'spread', 'seeding', ...given, ...options)) as object
  const { inputs } = await keptAnalysis(db, 'network')
  expect(found).toEqual({ analysis: 'seeding', inputs, ...seeding(answer!, { budget: 4, must, hubs }) })
})

test('an unknown analysis, a missing file and a strange cell are refused with a sentence', () => {
  const says = (...argv: string[]) => {
    try {
      return semai('analyse', 'spread', ...argv)
    } catch (problem) {
      return (problem as Error).message
    }
  }
  expect(says('rumours')).toContain(
    'Name one analysis: network, clusters, back_test, next_adopters, seeding.',
  )
  expect(says('network', '--claims', 'claims.csv')).toContain('Give --regions.')
  const files = ['--claims', 'claims.csv', '--regions', 'regions.csv']
  expect(says('seeding', ...files, '--budget', '21')).toContain('--budget takes a whole number from 1 to 20')
  expect(says('network', '--claims', 'regions.csv', '--regions', 'regions.csv')).toContain(
    'no column "innovation_code"',
  )
})
