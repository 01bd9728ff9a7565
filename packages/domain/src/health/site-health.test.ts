import { expect, test } from 'vitest'
import { healthFindings, sizeIn } from './site-health.ts'
import type { SiteHealth } from './site-health.ts'

const now = new Date('2026-03-02T03:04:05Z')
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000)
const well: SiteHealth = {
  database: { version: '18.1', bytes: 60e6, migration: 68, connections: 12, most: 100 },
  files: { count: 3, bytes: 4e6, orphans: 1, orphanBytes: 1e6, uploads: 0 },
  disk: { bytes: 100e9, freeBytes: 60e9 },
  jobs: { waiting: 2 },
  mail: { due: 0, later: 1, failed: 0, isOn: true },
  lastBackup: daysAgo(0.5),
  node: 'v24.7.0',
  product: '0.1.0',
  webProcesses: 2,
}
const of = (key: string, given: Partial<SiteHealth>) =>
  healthFindings({ ...well, ...given }, now).find((finding) => finding.key === key)!

test('a site that is well says so of everything', () => {
  expect(healthFindings(well, now).map(({ key, state }) => [key, state])).toEqual(
    ['disk', 'database', 'files', 'jobs', 'mail', 'backup', 'versions'].map((key) => [key, 'good']),
  )
  expect(of('files', {}).says.en).toBe(
    '3 files, 4.0 MB. In no use: 1, 1.0 MB; cleaned up every night. Unfinished uploads: 0.',
  )
  expect(of('files', {}).share).toBe(0.25)
  expect(of('database', {}).share).toBe(well.database.connections / well.database.most)
  expect(of('jobs', {}).share).toBe(null) // nothing is amiss, so nothing is drawn
})

test.each([
  ['disk', { disk: { bytes: 100e9, freeBytes: 15e9 } }, 'look'],
  ['disk', { disk: { bytes: 100e9, freeBytes: 5e9 } }, 'act'],
  ['disk', { disk: { bytes: 1e9, freeBytes: 0.4e9 } }, 'act'],
  ['disk', { disk: null }, 'look'],
  ['database', { database: { ...well.database, connections: 90 } }, 'look'],
  ['jobs', { jobs: { failing: 1 } }, 'look'],
  ['jobs', { jobs: { failing: 1, dead: 1 } }, 'act'],
  ['mail', { mail: { ...well.mail, failed: 1 } }, 'act'],
  ['mail', { mail: { ...well.mail, due: 51 } }, 'look'],
  ['mail', { mail: { ...well.mail, due: 51, isOn: false } }, 'good'],
  ['backup', { lastBackup: null }, 'look'],
  ['backup', { lastBackup: daysAgo(3) }, 'look'],
  ['backup', { lastBackup: daysAgo(30) }, 'act'],
] as const)('%s of %j: %s', (key, given, state) => {
  expect(of(key, given).state).toBe(state)
})

test.each([
  [0, '0 B'],
  [999, '999 B'],
  [1_250_000_000, '1,3 GB'],
  [9_960_000, '10 MB'],
  [512_000, '512 kB'],
])('%d bytes are %s', (bytes, says) => {
  expect(sizeIn('id', bytes)).toBe(says)
})
