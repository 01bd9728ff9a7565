import type { AttachmentHolder } from '@semai/domain/attachments/attachment'
import { only } from '@semai/domain/lifecycle'
import { writableReportStates } from '@semai/domain/monitoring/quarterly-report.lifecycle'
import type { Actor } from '@semai/domain/people/actor'
import { Refusal } from '@semai/domain/refusal'
import { answersLocus, readsLocus } from '@semai/domain/rounds/round-parties'
import { involvedInReplication, writesReplication } from '@semai/domain/replications/replication-parties'
import { sql } from 'kysely'
import type { Db } from '../db/transaction.ts'
import { isUuid } from '../db/uuid.ts'
import { trackedDocument } from '../documents/tracked-document.ts'
import { readableStates } from '../monitoring/readable-states.ts'
import { loadReplication } from '../replications/replication-record.ts'
import { standingAnswers } from '../rounds/answers.ts'
import { loadLocus } from '../rounds/loci.ts'
import { questionsOf } from '../rounds/round-form.ts'

/** A record that takes files, by the name its address gives it: a document its tracking code, an answer of a round
 * the id of its locus and the key of the question with a dot between, the others their id. */
export type Asked = { holder: AttachmentHolder; key: string; now: Date }

/** Where a file belongs, what it is called there, and what this person may do with it. */
export type Held = {
  holder: AttachmentHolder
  column: 'document_id' | 'commitment_id' | 'report_id' | 'locus_id'
  id: string
  /** Which answer of a locus; null for other records. */
  question: string | null
  /** Address of the record. */
  path: string
  name: string
  organisation: string
  mayRead: boolean
  mayWrite: boolean
  /** Of those who write the record, also while it is closed to changes. */
  isOwn: boolean
}

/**
 * The record that a file is for. At most four queries.
 * @throws Refusal not-found, also where this person may not see it.
 */
export function heldBy(db: Db, actor: Actor, asked: Asked): Promise<Held> {
  return { document: ofDocument, commitment: ofCommitment, report: ofReport, answer: ofAnswer }[asked.holder](
    db,
    actor,
    asked,
  )
}

async function ofDocument(db: Db, actor: Actor, { holder, key, now }: Asked): Promise<Held> {
  const document = await trackedDocument(db, actor, { document: key, now })
  return {
    holder,
    column: 'document_id',
    id: document.id,
    question: null,
    path: `/dokumen/${document.code}`,
    name: document.name,
    organisation: document.organisation,
    mayRead: document.mayOpen,
    mayWrite: document.maySign,
    isOwn: document.maySign,
  }
}

async function ofCommitment(db: Db, actor: Actor, { holder, key, now }: Asked): Promise<Held> {
  const row = isUuid(key)
    ? await db
        .selectFrom('commitment as c')
        .innerJoin('replication as r', 'r.id', 'c.replication_id')
        .select(['c.id', 'r.code'])
        .where('c.id', '=', key)
        .where('c.withdrawn_at', 'is', null)
        .executeTakeFirst()
    : undefined
  if (!row) throw noSuchHolder()
  const replication = await loadReplication(db, actor, { code: row.code, now, lock: 'no lock' })
  return {
    holder,
    column: 'commitment_id',
    id: row.id,
    question: null,
    path: `/replikasi/${row.code}/anggaran`,
    name: replication.localName ?? replication.innovation,
    organisation: replication.adopterName,
    mayRead: involvedInReplication.allows(actor, replication),
    mayWrite: writesReplication.allows(actor, replication),
    isOwn: writesReplication.allows(actor, replication),
  }
}

async function ofReport(db: Db, actor: Actor, { holder, key, now }: Asked): Promise<Held> {
  const row = isUuid(key)
    ? await db
        .selectFrom('quarterly_report as q')
        .innerJoin('replication as r', 'r.id', 'q.replication_id')
        .select(['q.id', 'q.state', 'r.code'])
        .where('q.id', '=', key)
        .executeTakeFirst()
    : undefined
  if (!row) throw noSuchHolder()
  const replication = await loadReplication(db, actor, { code: row.code, now, lock: 'no lock' })
  if (!readableStates(actor, replication).includes(row.state)) throw noSuchHolder()
  const isOwn = writesReplication.allows(actor, replication)
  return {
    holder,
    column: 'report_id',
    id: row.id,
    question: null,
    path: `/replikasi/${row.code}/laporan/${row.id}`,
    name: replication.localName ?? replication.innovation,
    organisation: replication.adopterName,
    mayRead: true,
    mayWrite: isOwn && writableReportStates.includes(row.state),
    isOwn,
  }
}

/** Evidence is added and removed as the answers are written; who assesses reads it once they were submitted. */
async function ofAnswer(db: Db, actor: Actor, { holder, key }: Asked): Promise<Held> {
  const [id = '', question = ''] = key.split('.', 2)
  const row = isUuid(id)
    ? await db
        .selectFrom('round_locus as l')
        .innerJoin('round as r', 'r.id', 'l.round_id')
        .select('r.code')
        .where('l.id', '=', id)
        .executeTakeFirst()
    : undefined
  if (!row) throw noSuchHolder()
  const locus = await loadLocus(db, actor, { code: row.code, id })
  const asked = (await questionsOf(db, locus)).find((one) => one.key === question && one.kind === 'evidence')
  if (!asked) throw noSuchHolder()
  const { state } = await standingAnswers(db, id)
  const isOwn = answersLocus.allows(actor, locus)
  const mayRead = readsLocus.allows(actor, locus)
  return {
    holder,
    column: 'locus_id',
    id,
    question,
    path: `/pantauan/${row.code}/${mayRead ? 'jawab' : 'nilai'}/${id}`,
    name: locus.name,
    organisation: locus.respondentName,
    mayRead: mayRead || state === 'submitted',
    mayWrite: isOwn && locus.roundState === 'answering' && state === 'draft',
    isOwn,
  }
}

/**
 * The record, where this person may add files to it now; locked where asked.
 * @throws Refusal not-found | forbidden.
 */
export async function writableHolder(
  db: Db,
  actor: Actor,
  { lock, ...asked }: Asked & { lock: 'for update' | 'no lock' },
): Promise<Held> {
  const held = await heldBy(db, actor, asked)
  if (!held.mayWrite)
    throw new Refusal('forbidden', only(held.holder === 'answer' ? answersLocus : writesReplication))
  if (lock === 'no lock') return held
  await sql`select from ${sql.table(tables[held.holder])} where id = ${held.id} for update`.execute(db)
  return heldBy(db, actor, asked) // what was decided in the meantime counts
}

const tables = {
  document: 'document',
  commitment: 'commitment',
  report: 'quarterly_report',
  answer: 'round_locus',
} as const

function noSuchHolder(): Refusal {
  return new Refusal('not-found', {
    id: 'Catatan ini tidak ada, atau belum terbuka bagi Anda.',
    en: 'There is no such record, or it is not open to you.',
  })
}
