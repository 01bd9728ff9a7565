import { tmpdir } from 'node:os'
import { openFiles } from '@semai/store/files/open-files'
import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { mailState } from '@semai/domain/notices/mail-settings'
import type { MailSettings } from '@semai/domain/notices/mail-settings'
import { inTransaction } from '@semai/store/db/transaction'
import { retryJob } from '@semai/store/jobs/job.commands'
import { jobCounts, jobList } from '@semai/store/jobs/job.queries'
import { startWorker } from '@semai/store/jobs/worker'
import type { JobFailure, Worker } from '@semai/store/jobs/worker'
import { readAllNotices } from '@semai/store/notices/notice.commands'
import { notify } from '@semai/store/notices/notify'
import type { News } from '@semai/store/notices/notify'
import { stoppedKinds } from '@semai/store/notices/preference.commands'
import { invite } from '@semai/store/people/invitation.commands'
import { agencies, cast } from '@semai/testkit/cast'
import { headerOf, mailServer, textOf } from '@semai/testkit/mail-server'
import type { Answer, Arrived } from '@semai/testkit/mail-server'
import { castAgencies, castPeople } from '@semai/testkit/people'
import { now } from '@semai/testkit/scene'
import { testDb } from '@semai/testkit/test-db'
import { smtpPost } from './smtp-post.ts'
import { works } from './works.ts'

const { db, pool, owner, env, clear } = await testDb()
const server = await mailServer()
/** Nothing is stored there: no test here takes a file in. */
const nowhere = join(tmpdir(), `semai-no-files-${process.pid}`)
const siteEnv = { ...server.env, SEMAI_URL: 'https://semai.test' }
const { settings } = mailState(siteEnv) as { settings: MailSettings }
const author = cast.author.personId!

afterAll(() => server.close())

beforeEach(async () => {
  await clear()
  await owner.pool.query('delete from graphile_worker._private_jobs')
  server.taken.length = 0
  server.answer = () => 'take'
  await castAgencies(owner.db)
  await castPeople(owner.db, ['author', 'local admin', 'administrator'])
})

const tell = (news: Partial<News> = {}) =>
  inTransaction(db, (db) =>
    notify(db, {
      kind: 'edit_returned',
      detail: { edit: 'e1', title: 'Antar Obat' },
      to: [author],
      at: now,
      ...news,
    } as News),
  )

/** A worker while `work` runs, and what failed in it. */
async function whileWorking(
  work: (failed: (fits: (failure: JobFailure) => boolean) => Promise<JobFailure>) => Promise<void>,
  post: typeof settings | null = settings,
): Promise<void> {
  const waiting = new Set<(failure: JobFailure) => void>()
  const box = { post: post && smtpPost(post), siteUrl: 'https://semai.test' }
  const worker: Worker = await startWorker(
    { db, pool },
    works(db, openFiles({ SEMAI_DATA: nowhere }), box),
    (failure) => waiting.forEach((hear) => hear(failure)),
  )
  try {
    await work((fits) => new Promise((found) => waiting.add((failure) => fits(failure) && found(failure))))
  } finally {
    await worker.stop()
  }
}

const is = (subject: string) => (arrived: Arrived) => headerOf(arrived, 'subject') === subject
const mailRows = () =>
  owner.db.selectFrom('mail').select(['id', 'sent_at', 'dropped_because', 'sealed']).orderBy('id').execute()

test('a notice arrives once, from the address of the site, with a way to stop it and no more than words', async () => {
  await tell()
  await whileWorking(async () => {
    const arrived = await server.message(is('Dikembalikan: Antar Obat'))
    const [mail] = await mailRows()
    expect(arrived.to).toEqual(['author@contoh.test'])
    expect(headerOf(arrived, 'from')).toBe('Semai <kabar@semai.test>')
    expect(headerOf(arrived, 'to')).toBe('Sari Wulandari <author@contoh.test>')
    expect(headerOf(arrived, 'message-id')).toBe(`<${mail!.id}@semai.test>`)
    expect(headerOf(arrived, 'auto-submitted')).toBe('auto-generated')
    expect(headerOf(arrived, 'list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click')
    const stop = /^<https:\/\/semai\.test\/kabar\/berhenti\/([\w.-]+)>$/.exec(
      headerOf(arrived, 'list-unsubscribe')!,
    )![1]!
    expect(await stoppedKinds(db, stop, new Date())).toEqual(['edit_returned'])
    expect(textOf(arrived)).toContain('Buka: https://semai.test/naskah/e1')
    expect(arrived.source).toContain('Content-Type: text/html')
    expect(arrived.source).not.toMatch(/<img|<script|<link/i)
  })
  expect(server.taken).toHaveLength(1)
  expect((await mailRows())[0]!.sent_at).toBeInstanceOf(Date)
  await expect.poll(() => jobCounts(db, cast.administrator)).toEqual({})
})

test('a warning about the account offers no way to stop it', async () => {
  await tell({ kind: 'device_new', detail: { device: 'Chrome, Android' } })
  await whileWorking(async () => {
    const arrived = await server.message(is('Masuk dari peramban baru: Chrome, Android'))
    expect(headerOf(arrived, 'list-unsubscribe')).toBeNull()
  })
})

test('refused at first, a mail is tried again, with the same identifier, and delivered once', async () => {
  const refused: Arrived[] = []
  server.answer = (arrived) => (refused.push(arrived) === 1 ? 451 : 'take')
  await tell()
  await whileWorking(async (failed) => {
    const failure = await failed(({ task }) => task === 'send_mail')
    expect([failure.attempt, failure.of, failure.says]).toEqual([
      1,
      12,
      'The mail server answered 451 to DATA.',
    ])
    await server.message(() => true)
  })
  expect(refused.map((arrived) => headerOf(arrived, 'message-id'))).toEqual([
    `<${(await mailRows())[0]!.id}@semai.test>`,
    `<${(await mailRows())[0]!.id}@semai.test>`,
  ])
  expect(server.taken).toHaveLength(1)
})

test('a mail that was given up is shown without an address, and leaves when somebody tries it again', async () => {
  server.answer = () => 550
  await tell()
  await owner.pool.query('update graphile_worker._private_jobs set max_attempts = 1')
  await whileWorking(async (failed) => {
    await failed(({ attempt, of }) => attempt === of)
  })
  await expect.poll(() => jobCounts(db, cast.administrator)).toEqual({ dead: 1 })
  const [job] = (await jobList(db, cast.administrator, { state: 'dead' })).rows
  expect([job?.task, job?.attempts, job?.lastError]).toEqual([
    'send_mail',
    1,
    'The mail server answered 550 to DATA.',
  ])
  await expect(jobList(db, cast['local admin'], {})).rejects.toMatchObject({ code: 'forbidden' })
  expect(() => retryJob(db, cast.author, { id: job!.id, now })).toThrow('Only: the administrator')

  server.answer = () => 'take'
  await retryJob(db, cast.administrator, { id: job!.id, now })
  await whileWorking(async () => void (await server.message(() => true)))
  await expect(retryJob(db, cast.administrator, { id: job!.id, now })).rejects.toMatchObject({
    code: 'conflict',
  })
  const events = await owner.db.selectFrom('audit_event').select(['what', 'subject_id']).execute()
  expect(events).toEqual([{ what: 'job.retry', subject_id: job!.id }])
})

test('a server without encryption is refused where encryption is asked for', async () => {
  await tell()
  const strict = { ...settings, smtpUrl: `${settings.smtpUrl}?requireTLS=true` }
  await whileWorking(async (failed) => {
    const { says } = await failed(() => true)
    expect(says).toBe('The mail server offers no encryption that can be used.')
  }, strict)
  expect(server.taken).toEqual([])
})

test('a digest is one mail; what was read in the meantime is left out of it', async () => {
  const publish = (title: string, to: string[]) =>
    tell({ kind: 'edit_published', detail: { slug: 's', title }, to })
  const other = cast['local admin'].personId!
  await publish('Satu', [author, other])
  await readAllNotices(db, cast.author, now)
  await readAllNotices(db, cast['local admin'], now)
  await publish('Dua', [author])
  await publish('Tiga', [author])
  await whileWorking(async () => {
    const text = textOf(await server.message(is('2 kabar untuk Anda')))
    expect([text.includes('"Satu"'), text.includes('"Dua"'), text.includes('"Tiga"')]).toEqual([
      false,
      true,
      true,
    ])
  })
  expect(server.taken).toHaveLength(1)
  expect((await mailRows()).map(({ dropped_because }) => dropped_because).sort()).toEqual(
    ['nothing left to say', null].sort(),
  )
})

const anInvitation = (at: Date) => ({
  name: 'Sari',
  post: null,
  email: 'sari@contoh.test',
  scope: { role: 'author' as const, organisationId: agencies.healthOffice, provinceCode: null },
  letterNumber: '800/12/2026',
  letterDate: null,
  now: at,
})

test('an invitation arrives with its link, only the newest one, and its token is then forgotten', async () => {
  const at = new Date()
  await invite(db, cast['local admin'], anInvitation(at))
  const { token } = await invite(db, cast['local admin'], anInvitation(at))
  await whileWorking(async () => {
    const text = textOf(await server.message(is('Undangan: Penulis unit (UPP), Dinas Kesehatan Sukamaju')))
    expect(text).toContain(`Buat akun: https://semai.test/undangan/${token}`)
    expect(text).toContain('Dasar: 800/12/2026.')
  })
  expect(server.taken).toHaveLength(1)
  expect((await mailRows()).map(({ sealed }) => sealed)).toEqual([null, null])
})

test('where mail is off nothing is kept to be sent later', async () => {
  await tell()
  await invite(db, cast['local admin'], anInvitation(new Date()))
  await whileWorking(async () => {
    await expect
      .poll(async () => (await mailRows()).map(({ dropped_because, sealed }) => [dropped_because, sealed]))
      .toEqual([
        ['mail is off', null],
        ['mail is off', null],
      ])
  }, null)
})

/** The process that `semai serve` starts for jobs. */
function startProcess(): ChildProcess {
  return fork(join(import.meta.dirname, '../jobs-process.ts'), [], {
    env: { ...process.env, ...(env as Record<string, string>), ...siteEnv },
    execArgv: ['--disable-warning=ExperimentalWarning'],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
}

test('killed while it hands a mail over, the next process sends it, with the same identifier', async () => {
  const seen: Arrived[] = []
  let first: ChildProcess | null = null
  const killed = new Promise<void>((done) => {
    server.answer = async (arrived): Promise<Answer> => {
      seen.push(arrived)
      if (seen.length > 1) return 'take'
      first!.kill('SIGKILL')
      await once(first!, 'exit')
      done()
      return 'take' // nobody hears it any more
    }
  })
  await tell()
  first = startProcess()
  await killed
  expect((await mailRows())[0]!.sent_at).toBeNull()
  // as if it had taken the job a minute ago
  await owner.pool.query(`update graphile_worker._private_jobs set locked_at = now() - interval '1 minute'`)
  const second = startProcess()
  await expect.poll(async () => (await mailRows())[0]!.sent_at, { timeout: 20_000 }).toBeInstanceOf(Date)
  second.kill('SIGTERM')
  const [code] = (await once(second, 'exit')) as [number]
  expect(code).toBe(0)
  expect(new Set(seen.map((arrived) => headerOf(arrived, 'message-id'))).size).toBe(1)
  expect(seen).toHaveLength(2)
})

test('a job of a worker that lives is left to it; a due mail without a job gets one', async () => {
  const held: (() => void)[] = []
  server.answer = () => new Promise((take) => held.push(() => take('take' as const)))
  await tell()
  await whileWorking(async () => {
    await expect.poll(() => held.length).toBe(1)
    await owner.pool.query(`update graphile_worker._private_jobs set locked_at = now() - interval '1 hour'`)
    await whileWorking(async () => {
      expect(await jobCounts(db, cast.administrator)).toEqual({ running: 1 })
    })
    held[0]!()
    await server.message(() => true)
  })
  expect(held).toHaveLength(1)

  server.answer = () => 'take'
  await tell({ detail: { edit: 'e2', title: 'Pulang' } } as Partial<News>)
  await owner.pool.query('delete from graphile_worker._private_jobs') // as after a restore
  await whileWorking(async () => void (await server.message(is('Dikembalikan: Pulang'))))
  expect(server.taken).toHaveLength(2)
})
