import { createHash, randomInt } from 'node:crypto'
import type { OfficialDocument } from '@semai/domain/documents/official-document'
import type { Actor } from '@semai/domain/people/actor'
import { audit } from '../db/audit.ts'
import type { Tx } from '../db/transaction.ts'
import { uuidv7 } from '../db/uuid.ts'
import type { DocumentAudience } from './documents-schema.ts'

/** The record that a document was written from: a need, or a replication and what belongs to it. */
export type DocumentSource = {
  replication_id?: string
  need_id?: string
  study_visit_id?: string
  report_id?: string
}

type Kept = { content: OfficialDocument; of: DocumentSource; seenBy: DocumentAudience; now: Date }

/**
 * A document is on record as it was written, with its audit event. A later one stands beside it.
 * @returns its tracking code.
 */
export async function insertDocument(
  db: Tx,
  actor: Actor,
  { digest, ...kept }: Kept & { digest: string | null },
): Promise<string | null> {
  const { content, of, seenBy, now } = kept
  const id = uuidv7()
  const row = await db
    .insertInto('document')
    .values({
      id,
      code: trackingCode(),
      kind: content.kind,
      ...of,
      content: JSON.stringify(content),
      seen_by: seenBy,
      digest,
      made_by: actor.personId,
      made_at: now,
    })
    .onConflict((conflict) => conflict.column('digest').doNothing())
    .returning('code')
    .executeTakeFirst()
  if (!row) return null
  const detail = { kind: content.kind, replication: of.replication_id, need: of.need_id }
  await audit(db, actor, { what: 'document.write', subjectId: id, at: now, detail })
  return row.code
}

/**
 * The document of a record is there. Asked for again while the record says the same, it is the one written before: so
 * whoever may read the record may ask for it, and as often as they like.
 * @returns its tracking code.
 */
export async function keepDocument(db: Tx, actor: Actor, kept: Kept): Promise<string> {
  const digest = digestOf(kept)
  const find = () => db.selectFrom('document').select('code').where('digest', '=', digest).executeTakeFirst()
  const there = await find()
  if (there) return there.code
  return (await insertDocument(db, actor, { ...kept, digest })) ?? (await find())!.code
}

/** Of what it says, and not of the day on which it was asked for. */
function digestOf({ content: { day: _day, ...content }, of, seenBy }: Kept): string {
  return createHash('sha256')
    .update(JSON.stringify([of, seenBy, content]))
    .digest('hex')
}

/** Without letters and digits that are taken for each other; 31 to the eighth power of them. */
const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ2345679'

function trackingCode(): string {
  const four = () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('')
  return `${four()}-${four()}`
}
