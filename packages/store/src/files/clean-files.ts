import type { Db } from '../db/transaction.ts'
import { inTransaction } from '../db/transaction.ts'
import type { AuditActor } from '../db/audit.ts'
import { audit } from '../db/audit.ts'
import { cleanUploads } from './clean-uploads.ts'
import { contentKey } from './file-store.ts'
import type { StoredFile } from './file-store.ts'
import type { Files } from './open-files.ts'

/** What nobody uses any more, and what should be there and is not. */
export type CleanReport = {
  /** Uploads whose time is over, with their pieces. */
  uploads: number
  /** Files that nothing names. */
  files: number
  /** Bytes in the store that no file names, of files counted above too once they are gone. */
  contents: { count: number; bytes: number }
  /** Bytes in the store that no row knows: left by a process that was killed, or by a restore. */
  strays: { count: number; bytes: number }
  /** Rows whose bytes are not in the store: look for them in a backup. */
  missing: string[]
}

export type Clean = { now: Date; graceMs: number; isDryRun: boolean }

/**
 * What nobody uses for longer than the grace is gone; with `isDryRun` it is only counted. Runs beside uploads: what is
 * being stored is younger than the grace. Reads every name of the store; memory stays constant on S3.
 */
export async function cleanFiles(
  db: Db,
  actor: AuditActor,
  files: Files,
  clean: Clean,
): Promise<CleanReport> {
  const before = new Date(clean.now.getTime() - clean.graceMs)
  const uploads = await cleanUploads(db, files.uploads, { ...clean, before })
  const unused = await cleanUnusedFiles(db, { before, isDryRun: clean.isDryRun })
  const contents = await cleanContents(db, files, { before, isDryRun: clean.isDryRun })
  const { strays, missing } = await compare(db, files, { before, isDryRun: clean.isDryRun })
  const report = { uploads, files: unused, contents, strays, missing }
  if (clean.isDryRun || uploads + unused + contents.count + strays.count === 0) return report
  await inTransaction(db, (db) => {
    const detail = { uploads, files: unused, contents: contents.count, strays: strays.count }
    return audit(db, actor, { what: 'file.clean', subjectId: 'files', at: clean.now, detail })
  })
  return report
}

type Asked = { before: Date; isDryRun: boolean }

async function cleanUnusedFiles(db: Db, { before, isDryRun }: Asked): Promise<number> {
  const unused = await db
    .selectFrom('file as f')
    .select('f.id')
    .where('f.uploaded_at', '<', before)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('innovation_file as a').select('a.id').whereRef('a.file_id', '=', 'f.id'))),
    )
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('attachment as t').select('t.id').whereRef('t.file_id', '=', 'f.id'))),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('agency_management as m').select('m.year').whereRef('m.decree_file_id', '=', 'f.id'),
        ),
      ),
    )
    .execute()
  if (isDryRun) return unused.length
  let gone = 0
  for (const { id } of unused) {
    try {
      await db.deleteFrom('file').where('id', '=', id).execute()
      gone++
    } catch (problem) {
      if ((problem as { code?: string }).code !== '23503') throw problem // named again meanwhile
    }
  }
  return gone
}

function unusedContents(db: Db, before: Date) {
  return db
    .selectFrom('file_content as c')
    .select(['c.sha256', 'c.bytes'])
    .where('c.touched_at', '<', before)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('file as f').select('f.id').whereRef('f.content_sha256', '=', 'c.sha256'))),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('file_variant as v').select('v.file_id').whereRef('v.content_sha256', '=', 'c.sha256'),
        ),
      ),
    )
}

/** Row and bytes go together while the row is locked: who stores the same bytes now waits, and then puts them anew. */
async function cleanContents(
  db: Db,
  { contents }: Files,
  { before, isDryRun }: Asked,
): Promise<CleanReport['contents']> {
  const gone = { count: 0, bytes: 0 }
  for (const { sha256, bytes } of await unusedContents(db, before).execute()) {
    const isGone =
      isDryRun ||
      (await inTransaction(db, async (db) => {
        const row = await unusedContents(db, before)
          .where('c.sha256', '=', sha256)
          .forUpdate('c')
          .executeTakeFirst()
        if (!row) return false
        await db.deleteFrom('file_content').where('sha256', '=', sha256).execute()
        await contents.remove(contentKey(sha256))
        return true
      }))
    if (!isGone) continue
    gone.count++
    gone.bytes += bytes
  }
  return gone
}

/** Names in the store and rows, both in order, side by side. */
async function compare(
  db: Db,
  { contents }: Files,
  { before, isDryRun }: Asked,
): Promise<Pick<CleanReport, 'strays' | 'missing'>> {
  const strays = { count: 0, bytes: 0 }
  const missing: string[] = []
  const rows = contentRows(db)
  let row = await rows.next()
  const takeStray = async ({ key, bytes, storedAt }: StoredFile) => {
    if (storedAt >= before) return
    if (!isDryRun) await contents.remove(key)
    strays.count++
    strays.bytes += bytes
  }
  for await (const stored of contents.list()) {
    while (!row.done && contentKey(row.value.sha256) < stored.key) {
      if (row.value.touched_at < before) missing.push(row.value.sha256)
      row = await rows.next()
    }
    if (row.done || contentKey(row.value.sha256) !== stored.key) await takeStray(stored)
    else row = await rows.next()
  }
  for (; !row.done; row = await rows.next()) if (row.value.touched_at < before) missing.push(row.value.sha256)
  return { strays, missing }
}

async function* contentRows(db: Db): AsyncGenerator<{ sha256: string; touched_at: Date }> {
  for (let after = ''; ;) {
    const page = await db
      .selectFrom('file_content')
      .select(['sha256', 'touched_at'])
      .where('sha256', '>', after)
      .orderBy('sha256')
      .limit(1_000)
      .execute()
    yield* page
    if (page.length < 1_000) return
    after = page.at(-1)!.sha256
  }
}
