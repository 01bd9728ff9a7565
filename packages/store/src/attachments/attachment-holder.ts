import type { AttachmentHolder } from '@semai/domain/attachments/attachment'
import { only } from '@semai/domain/lifecycle'
import { writableReportStates } from '@semai/domain/monitoring/quarterly-report.lifecycle'
import type { Actor } from '@semai/domain/people/actor'
import { Refusal } from '@semai/domain/refusal'
import { involvedInReplication, writesReplication } from '@semai/domain/replications/replication-parties'
import { sql } from 'kysely'
import type { Db } from '../db/transaction.ts'
import { isUuid } from '../db/uuid.ts'
import { trackedDocument } from '../documents/tracked-document.ts'
import { readableStates } from '../monitoring/readable-states.ts'
import { loadReplication } from '../replications/replication-record.ts'

/** A record that takes files, by the name its address gives it: a document its tracking code, the others their id. */
export type Asked = { holder: AttachmentHolder; key: string; now: Date }

/** Where a file belongs, what it is called there, and what this person may do with it. */
export type Held = {
  holder: AttachmentHolder
  column: 'document_id' | 'commitment_id' | 'report_id'
  id: string
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
 * The record that a file is for. At most three queries.
 * @throws Refusal not-found, also where this person may not see it.
 */
export function heldBy(db: Db, actor: Actor, asked: Asked): Promise<Held> {
  return { document: ofDocument, commitment: ofCommitment, report: ofReport }[asked.holder](db, actor, asked)
}

async function ofDocument(db: Db, actor: Actor, { holder, key, now }: Asked): Promise<Held> {
  const document = await trackedDocument(db, actor, { document: key, now })
  return {
    holder,
    column: 'document_id',
    id: document.id,
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
    path: `/replikasi/${row.code}/laporan/${row.id}`,
    name: replication.localName ?? replication.innovation,
    organisation: replication.adopterName,
    mayRead: true,
    mayWrite: isOwn && writableReportStates.includes(row.state),
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
  if (!held.mayWrite) throw new Refusal('forbidden', only(writesReplication))
  if (lock === 'no lock') return held
  const table = { document: 'document', commitment: 'commitment', report: 'quarterly_report' } as const
  await sql`select from ${sql.table(table[held.holder])} where id = ${held.id} for update`.execute(db)
  return heldBy(db, actor, asked) // what was decided in the meantime counts
}

function noSuchHolder(): Refusal {
  return new Refusal('not-found', {
    id: 'Catatan ini tidak ada, atau belum terbuka bagi Anda.',
    en: 'There is no such record, or it is not open to you.',
  })
}
