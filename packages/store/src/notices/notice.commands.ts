import { noticeWords } from '@semai/domain/notices/notice-words'
import type { AnyNotice } from '@semai/domain/notices/notice-words'
import type { Actor } from '@semai/domain/people/actor'
import { Refusal } from '@semai/domain/refusal'
import type { Db } from '../db/transaction.ts'

/**
 * The notice is read, and no longer counted as news. What a person has read is their own affair, so the trail is not told.
 * @returns the path of the page it leads to.
 * @throws Refusal not-found when it is not theirs.
 */
export async function readNotice(
  db: Db,
  { personId }: Actor,
  { id, now }: { id: string; now: Date },
): Promise<string> {
  const row = await db
    .updateTable('notice')
    .set((eb) => ({ read_at: eb.fn.coalesce('read_at', eb.val(now)) }))
    .where('id', '=', id)
    .where('person_id', '=', personId)
    .where('in_app', '=', true)
    .returning(['kind', 'detail'])
    .executeTakeFirst()
  if (row) return noticeWords(row as unknown as AnyNotice).link
  throw new Refusal('not-found', {
    id: 'Kabar ini sudah tidak ada. Muat ulang halaman.',
    en: 'This notice is no longer there. Load the page again.',
  })
}

/** Every notice of the person that happened until now is read. */
export async function readAllNotices(db: Db, { personId }: Actor, now: Date): Promise<void> {
  await db
    .updateTable('notice')
    .set({ read_at: now })
    .where('person_id', '=', personId)
    .where('read_at', 'is', null)
    .where('created_at', '<=', now)
    .execute()
}

const daysKept = { notice: 365, mail: 30 }

/** Notices older than a year, and mails done with for a month, are forgotten: nobody asks for them, and they name people. */
export async function forgetOldNotices(db: Db, now: Date): Promise<void> {
  const before = (days: number) => new Date(now.getTime() - days * 86_400_000)
  await db.deleteFrom('notice').where('created_at', '<', before(daysKept.notice)).execute()
  await db
    .deleteFrom('mail')
    .where((eb) => eb(eb.fn.coalesce('sent_at', 'dropped_at'), '<', before(daysKept.mail)))
    .execute()
}
