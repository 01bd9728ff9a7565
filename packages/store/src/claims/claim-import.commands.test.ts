import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { anInnovation, anOrganisation, aRegion, now } from '@semai/testkit/scene'
import { testDb } from '@semai/testkit/test-db'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { silent } from '../db/environment.ts'
import { importFile } from '../exchange/import.ts'

const { db, owner, clear } = await testDb()
const folder = await mkdtemp(join(tmpdir(), 'semai-claims-'))
afterAll(() => rm(folder, { recursive: true }))

beforeEach(async () => {
  await clear()
  await aRegion(owner.db, { code: '35' })
  await aRegion(owner.db, { code: '35.10', name: 'Kabupaten Banyuwangi' })
  const government = await anOrganisation(owner.db, { kind: 'government', region_code: '35.10' })
  await anInnovation(owner.db, { code: 'INV-9001', organisation_id: government.id })
})

/** Imports the same claim as this, and says what is on record then. */
async function claimAfter(happening: 'opened' | 'stopped', date: string) {
  const file = join(folder, 'klaim.csv')
  await writeFile(file, `id,region_code,date,source\nuji:1,35.10,${date},Berita A\n`)
  const defaults = { innovation: 'INV-9001', happening }
  const actor = { personId: null, label: 'test' }
  const common = { dryRun: false, actor, now, progress: silent }
  const report = await importFile(db, { kind: 'claims', file, defaults, ...common })
  expect(report.problems).toEqual([])
  return db
    .selectFrom('claim')
    .select(['happening', 'latest', 'stopped_on', 'stop_reason'])
    .where('source_key', '=', 'uji:1')
    .executeTakeFirst()
}

function recordStop(given: { stopped_on: string; stop_reason: 'budget' }) {
  return owner.db.updateTable('claim').set(given).where('source_key', '=', 'uji:1').execute()
}

test('an opening that comes again as a stop has stopped that day, and corrected back it has not', async () => {
  const opened = { happening: 'opened', latest: '2021-05-01', stopped_on: null, stop_reason: null }
  expect(await claimAfter('opened', '2021-05-01')).toEqual(opened)
  const stopped = { happening: 'stopped', latest: '2024-02-29', stopped_on: '2024-02-29' }
  expect(await claimAfter('stopped', '2024-02')).toEqual({ ...stopped, stop_reason: null })
  await recordStop({ stopped_on: '2024-02-29', stop_reason: 'budget' })
  expect(await claimAfter('opened', '2021-05-01')).toEqual(opened)
})

test('a stop that somebody else put on record stays when the opening comes again', async () => {
  await claimAfter('opened', '2021-05-01')
  const stop = { stopped_on: '2023-01-01', stop_reason: 'budget' } as const
  await recordStop(stop)
  expect(await claimAfter('opened', '2021-05-01')).toEqual({
    happening: 'opened',
    latest: '2021-05-01',
    ...stop,
  })
})
