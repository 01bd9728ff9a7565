import { beforeEach, expect, test } from 'vitest'
import { dayIn } from '@semai/domain/time/clock'
import { cast } from '@semai/testkit/cast'
import { outcome } from '@semai/testkit/file-scene'
import { aPulse } from '@semai/testkit/pulse-scene'
import { aReplication, castReplication } from '@semai/testkit/replication-scene'
import { now } from '@semai/testkit/scene'
import { testDb } from '@semai/testkit/test-db'
import { comparePulseSheet, pulseSheet, takePulseSheet } from './pulse-sheet.commands.ts'

const { db, owner, clear } = await testDb()
const admin = cast['local admin']
const updateMonth = 3
let codes: string[]

beforeEach(async () => {
  await clear()
  await owner.pool.query('delete from graphile_worker._private_jobs')
  const first = await aReplication(owner.db, db, now)
  const given = {
    code: 'INV-7002',
    slug: 'jemput-dokumen',
    name: 'Jemput Dokumen',
    localName: 'Berkas Datang',
  }
  codes = [first, await castReplication(db, now, given)]
  for (const code of codes) await aPulse(db, { code, now })
})

const filled = async (answers: readonly string[]) => {
  const text = (await pulseSheet(db, admin, dayIn(now))).replace('\uFEFF', '')
  const [header, ...rows] = text.trim().split('\r\n')
  const lines = rows.map((row, i) =>
    row
      .split(',')
      .slice(0, 4)
      .concat(answers[i] ?? '')
      .join(','),
  )
  return Buffer.from([header, ...lines].join('\n'))
}
const compare = (bytes: Buffer, actor = admin) => comparePulseSheet(db, actor, { bytes, now })
const taken = (lines: Awaited<ReturnType<typeof compare>>['lines'], actor = admin) =>
  takePulseSheet(db, actor, {
    lines: lines.map(({ id, row, typed }) => ({ id, row, typed })),
    now,
    updateMonth,
  })
const answers = () => owner.db.selectFrom('pulse').select(['answer', 'way']).orderBy('id').execute()
const nobody = [
  { answer: null, way: null },
  { answer: null, way: null },
]

test('what a sheet would record is shown first and writes nothing; taken, every line is an answer', async () => {
  const { lines, faults } = await compare(await filled(['berjalan,,,same,yes,90', 'melemah']))
  expect(faults).toEqual([])
  expect(lines.map(({ code, said }) => [code, said.running])).toEqual([
    [codes[0], 'running'],
    [codes[1], 'weakened'],
  ])
  expect(await answers()).toEqual(nobody)
  expect(await taken(lines)).toBe(2)
  expect(await answers()).toEqual([
    { answer: 'running', way: 'sheet' },
    { answer: 'weakened', way: 'sheet' },
  ])
  expect((await compare(await filled([]))).faults.map(({ row }) => row)).toEqual([2])
})

test('a line that can not be taken takes none of them', async () => {
  const { lines } = await compare(await filled(['berjalan', `berhenti,anggaran,2001-01-01`]))
  expect(lines).toHaveLength(2)
  await expect(taken(lines)).rejects.toThrow('Row 3: That day is before it began.')
  expect(await answers()).toEqual(nobody)
})

test('of others a sheet answers nothing', async () => {
  const bytes = await filled(['berjalan', 'berjalan'])
  const { lines } = await compare(bytes)
  const elsewhere = await compare(bytes, cast['local admin elsewhere'])
  expect([elsewhere.lines, elsewhere.faults.map(({ row }) => row)]).toEqual([[], [2, 3]])
  expect(await outcome(taken(lines, cast['local admin elsewhere']))).toBe('forbidden')
  expect(await outcome(taken(lines, cast.hub))).toBe('forbidden')
  expect(await answers()).toEqual(nobody)
})
