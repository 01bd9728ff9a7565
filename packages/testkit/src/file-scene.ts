import { Readable } from 'node:stream'
import { fileDescription } from '@semai/domain/innovations/innovation-file.form'
import type { FileDescription } from '@semai/domain/innovations/innovation-file.form'
import type { Db } from '@semai/store/db/transaction'
import { saveEdit, startEdit, takeEditStep } from '@semai/store/innovations/innovation-edit.commands'
import { innovationPage } from '@semai/store/innovations/innovation-page.queries'
import { agencies, cast } from './cast.ts'
import { aPng } from './made-files.ts'
import { castAgencies, castPeople } from './people.ts'
import { completeContent } from './complete-content.ts'
import { now } from './scene.ts'

/** A picture of 400 by 300. */
export const aPhoto = aPng(400, 300, (x, y) => [x % 256, y % 256, 90])

/** What has to be said about a picture before everyone may see it. */
export const shownDescription: FileDescription = {
  ...fileDescription.parse({ purpose: 'picture' }),
  altId: 'Perahu membawa obat ke pulau',
  credit: 'Dinas Kesehatan Sukamaju',
  licence: 'agency',
  people: 'nobody',
  isPublic: true,
}

/** The cast with its agencies, and the one category a text needs. */
export async function fileScene(db: Db): Promise<void> {
  await castAgencies(db)
  await castPeople(db)
  const category = { scheme: '2021', key: 'kesehatan', name_id: 'Kesehatan', name_en: 'Health', position: 3 }
  await db.insertInto('category').values(category).execute()
}

/** A new text of the health office. */
export function startDraft(db: Db): Promise<string> {
  return startEdit(db, cast.author, { organisationId: agencies.healthOffice, innovationId: null, now })
}

/** A text is completed and published. @returns the page of its innovation. */
export async function publishDraft(db: Db, editId: string, name = 'Antar Obat Pulau') {
  const content = { ...completeContent, name, goals: [] }
  await saveEdit(db, cast.author, { id: editId, revision: 0, content, now })
  const { slug } = await takeEditStep(db, cast['local admin'], { id: editId, step: 'publish', now })
  return innovationPage(db, cast.public, slug!)
}

/** How something ended: `done`, or why not. */
export function outcome(promise: Promise<unknown>): Promise<string> {
  return promise.then(
    () => 'done',
    (problem: { fault?: string; code?: string; message: string }) =>
      problem.fault ?? problem.code ?? problem.message,
  )
}

/** Everything a list gives, at once. */
export function all<Row>(list: AsyncIterable<Row>): Promise<Row[]> {
  return Readable.from(list).toArray()
}
