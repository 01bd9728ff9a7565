import type { Letter } from '@semai/domain/notices/letter'
import type { Db } from '../db/transaction.ts'
import { letterOf } from './mail.queries.ts'
import type { MailRow } from './mail.queries.ts'
import type { Dropped } from './schema.ts'

/** One message for the mail server. `id` makes its identifier: the same for every try. */
export type Message = { id: string; to: { name: string; address: string }; letter: Letter }

/** Hands a message to a mail server; resolves once the server has taken it over. */
export type Post = (message: Message, signal: AbortSignal) => Promise<void>

/** How mail leaves; `post` null where this site sends none. */
export type Postbox = { post: Post | null; siteUrl: string }

/**
 * The mail is sent, or dropped where there is nothing to send; what was sent before is not sent again. When the process dies
 * after the server took it over and before that is written down, it goes out once more, with the same identifier.
 * @throws whatever the mail server's refusal was turned into; the mail then waits for the next try.
 */
export async function sendMail(
  db: Db,
  mailId: string,
  { box, now, signal }: { box: Postbox; now: Date; signal: AbortSignal },
): Promise<void> {
  const mail = await beginMail(db, mailId, now)
  if (mail === null) return
  if (box.post === null) return dropMail(db, mailId, { because: 'mail is off', now })
  const addressed = await letterOf(db, mail, { siteUrl: box.siteUrl, now })
  if ('dropped' in addressed) return dropMail(db, mailId, { because: addressed.dropped, now })
  await box.post({ id: mailId, ...addressed }, signal)
  await db.updateTable('mail').set({ sent_at: now, sealed: null }).where('id', '=', mailId).execute()
}

/** From here on a digest takes no more notices: whoever is adding one right now is waited for. Null when it is done with. */
async function beginMail(db: Db, mailId: string, now: Date): Promise<MailRow | null> {
  const mail = await db
    .updateTable('mail')
    .set((eb) => ({ begun_at: eb.fn.coalesce('begun_at', eb.val(now)) }))
    .where('id', '=', mailId)
    .where('sent_at', 'is', null)
    .where('dropped_at', 'is', null)
    .returningAll()
    .executeTakeFirst()
  return mail ?? null
}

async function dropMail(
  db: Db,
  mailId: string,
  { because, now }: { because: Dropped; now: Date },
): Promise<void> {
  await db
    .updateTable('mail')
    .set({ dropped_at: now, dropped_because: because, sealed: null })
    .where('id', '=', mailId)
    .execute()
}
