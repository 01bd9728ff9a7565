import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase } from '@semai/store/db/open'
import type { Db } from '@semai/store/db/transaction'
import { inTransaction } from '@semai/store/db/transaction'
import { uuidv7 } from '@semai/store/db/uuid'
import { startEdit } from '@semai/store/innovations/innovation-edit.commands'
import { startSession } from '@semai/store/people/session.commands'
import { personActor } from '@semai/domain/people/actor'
import { agencies } from '@semai/testkit/cast'
import { aPerson, castAgencies } from '@semai/testkit/people'
import { startSite } from '../programs.ts'

/** What came of it: saves that were answered, how long they took, and texts that are not what was last acknowledged. */
export type Editing = {
  editors: number
  seconds: number
  saves: number
  refused: string[]
  lost: string[]
  medianMs: number
  p99Ms: number
  slowestMs: number
}

type Editor = { id: string; cookie: string; revision: number; acknowledged: string }

/**
 * So many people type, each into a text of their own that saves itself once a second, at one site on the embedded database; then each
 * text is read from the database and compared with the last that was acknowledged.
 */
export async function editing({ editors, seconds }: { editors: number; seconds: number }): Promise<Editing> {
  const data = mkdtempSync(join(tmpdir(), 'semai-editors-'))
  chmodSync(data, 0o755) // run as root, the database's own account must get through
  const { DATABASE_URL: _, ...environment } = process.env
  const { program, url } = await startSite({ ...environment, NODE_ENV: 'production', SEMAI_DATA: data })
  const { db, close } = await openDatabase({ role: 'app', poolSize: 4 }, { SEMAI_DATA: data })
  try {
    const people = await seated(db, editors)
    const times: number[] = []
    const refused: string[] = []
    const until = performance.now() + seconds * 1000
    await Promise.all(
      people.map((person, i) => typing(person, { url, begin: (i * 1000) / editors, until, times, refused })),
    )
    const lost = await notStored(db, people)
    return { editors, seconds, saves: times.length, refused, lost, ...spread(times) }
  } finally {
    await close()
    program.child.kill('SIGTERM')
    await program.ended
    rmSync(data, { recursive: true, force: true })
  }
}

/** People of one unit, each signed in with a text open. */
async function seated(db: Db, count: number): Promise<Editor[]> {
  const now = new Date()
  const organisationId = agencies.healthOffice
  await castAgencies(db)
  const people: Editor[] = []
  for (let i = 0; i < count; i++) {
    const { id: personId } = await aPerson(db, {
      email: `penulis-${i}@contoh.test`,
      organisation_id: organisationId,
      is_demonstration: true,
    })
    const grant = { role: 'author' as const, organisationId, provinceCode: null }
    await db
      .insertInto('role_grant')
      .values({
        id: uuidv7(),
        person_id: personId,
        role: grant.role,
        organisation_id: organisationId,
        province_code: null,
        valid_from: now,
        valid_until: null,
        granted_by: null,
        letter: null,
        certified_at: now,
        revoked_at: null,
        revoked_by: null,
      })
      .execute()
    const session = {
      personId,
      assurance: 'password' as const,
      method: 'password' as const,
      device: 'Firefox, Linux',
      now,
    }
    const { token } = await inTransaction(db, (db) => startSession(db, session))
    const id = await startEdit(db, personActor(personId, [grant]), {
      organisationId,
      innovationId: null,
      now,
    })
    people.push({ id, cookie: `semai_sesi=${token}`, revision: 0, acknowledged: '' })
  }
  return people
}

type Typing = { url: string; begin: number; until: number; times: number[]; refused: string[] }

/** Types a little more each second and saves it, as the editor's script does: the next save waits for the last. */
async function typing(editor: Editor, { url, begin, until, times, refused }: Typing): Promise<void> {
  let next = performance.now() + begin
  for (let count = 1; next < until; count++) {
    await new Promise((done) => setTimeout(done, Math.max(0, next - performance.now())))
    const summary = `${editor.id} ${'ketik '.repeat(count % 90)}${count}`
    const start = performance.now()
    const response = await fetch(`${url}/naskah/${editor.id}/simpan`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json', cookie: editor.cookie, origin: url },
      body: JSON.stringify({ revision: editor.revision, content: { name: 'Naskah beban', summary } }),
    })
    const answer = (await response.json()) as { revision?: number }
    times.push(performance.now() - start)
    if (response.status === 200) {
      editor.revision = answer.revision!
      editor.acknowledged = summary
    } else refused.push(`${response.status} ${JSON.stringify(answer).slice(0, 200)}`)
    next = Math.max(next + 1000, performance.now())
  }
}

async function notStored(db: Db, people: readonly Editor[]): Promise<string[]> {
  const rows = await db.selectFrom('innovation_edit').select(['id', 'content', 'revision']).execute()
  const stored = new Map(
    rows.map(({ id, content, revision }) => [id, { summary: content.summary, revision }]),
  )
  return people.flatMap(({ id, acknowledged, revision }) => {
    const there = stored.get(id)
    const isSame = there?.summary === acknowledged && there.revision === revision
    return isSame ? [] : [`${id}: acknowledged ${revision}, stored ${there?.revision}`]
  })
}

function spread(times: readonly number[]): Pick<Editing, 'medianMs' | 'p99Ms' | 'slowestMs'> {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  return { medianMs: at(0.5), p99Ms: at(0.99), slowestMs: sorted.at(-1) ?? 0 }
}
