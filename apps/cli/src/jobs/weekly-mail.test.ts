import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { mailState } from '@semai/domain/notices/mail-settings'
import type { MailSettings } from '@semai/domain/notices/mail-settings'
import { openFiles } from '@semai/store/files/open-files'
import { startWorker } from '@semai/store/jobs/worker'
import { stopMail } from '@semai/store/notices/preference.commands'
import { preferencesOf } from '@semai/store/notices/preference.queries'
import { cast } from '@semai/testkit/cast'
import { castDuties } from '@semai/testkit/duties-scene'
import { headerOf, mailServer, textOf } from '@semai/testkit/mail-server'
import { aReplication } from '@semai/testkit/replication-scene'
import { now } from '@semai/testkit/scene'
import { testDb } from '@semai/testkit/test-db'
import { smtpPost } from './smtp-post.ts'
import { works } from './works.ts'

const { db, pool, owner, clear } = await testDb()
const server = await mailServer()
const siteEnv = { ...server.env, SEMAI_URL: 'https://semai.test' }
const { settings } = mailState(siteEnv) as { settings: MailSettings }
const nowhere = join(tmpdir(), `semai-no-files-${process.pid}`)
const box = { post: smtpPost(settings), siteUrl: 'https://semai.test' }
const jobs = works(db, openFiles({ SEMAI_DATA: nowhere }), box)

afterAll(() => server.close())

beforeEach(async () => {
  await clear()
  server.taken.length = 0
  await aReplication(owner.db, db, now)
  await castDuties(db, now)
  await owner.db.deleteFrom('notice').execute()
  await owner.db.deleteFrom('mail').execute()
  await owner.pool.query('delete from graphile_worker._private_jobs')
})

/** The jobs run as at this moment; what is to be mailed leaves through a worker. */
async function runAt(iso: string, task: 'tell_weekly_duties' | 'warn_of_deadlines', mails: number) {
  await jobs[task]({ payload: {}, now: new Date(iso), signal: new AbortController().signal })
  const worker = await startWorker({ db, pool }, jobs, () => undefined)
  await expect.poll(() => server.taken.length, { timeout: 8_000 }).toBe(mails)
  await worker.stop()
}

test('on Monday a local administrator reads in one mail what is theirs, with days and places, and stops it by one press', async () => {
  await runAt('2026-03-08T14:30:00Z', 'tell_weekly_duties', 3)
  const mine = server.taken.find(({ to }) => to[0] === 'local.admin@contoh.test')!
  expect(headerOf(mine, 'subject')).toBe('3 tugas menunggu Anda')
  const text = textOf(mine)
  expect(text).toContain('Tugas yang menunggu Anda pada replikasi: 3, 3 di antaranya lewat waktunya.')
  expect(text.replaceAll(/\s+/g, ' ')).toMatch(
    /Obat Pulau, Dinas Kesehatan Sukamaju: Ajukan laporan triwulan 4 2025 \(lewat sejak 14 Januari 2026\): https:\/\/semai\.test\/replikasi\/REP-\d+\/laporan#tulis/,
  )
  const stop = /\/kabar\/berhenti\/([\w.-]+)>$/.exec(headerOf(mine, 'list-unsubscribe')!)![1]!
  expect(await stopMail(db, stop, new Date())).toEqual(['duties_week'])
  const { kinds } = await preferencesOf(db, cast['local admin'])
  expect(kinds.find(({ kind }) => kind === 'duties_week')).toEqual({
    kind: 'duties_week',
    isInApp: true,
    mail: 'off',
  })
  server.taken.length = 0
  await runAt('2026-03-15T14:30:00Z', 'tell_weekly_duties', 2)
  expect(server.taken.map(({ to }) => to[0]).toSorted()).toEqual([
    'hub@contoh.test',
    'local.admin.elsewhere@contoh.test',
  ])
})

test('deadlines that have passed leave in the mail of the morning, once', async () => {
  await runAt('2026-03-02T21:55:00Z', 'warn_of_deadlines', 4)
  expect(server.taken.map((arrived) => [arrived.to[0], headerOf(arrived, 'subject')]).toSorted()).toEqual([
    ['author@contoh.test', '3 kabar untuk Anda'],
    [
      'hub@contoh.test',
      'Sepeda Obat (rekaan): Tindak lanjuti: rekomendasi Anda belum dijawab, lewat sejak 25 Februari 2026',
    ],
    ['local.admin@contoh.test', '3 kabar untuk Anda'],
    ['mentor@contoh.test', '2 kabar untuk Anda'],
  ])
  await runAt('2026-03-03T21:55:00Z', 'warn_of_deadlines', 4)
})
