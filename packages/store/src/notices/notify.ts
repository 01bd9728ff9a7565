import { mailTime } from '@semai/domain/notices/mail-time'
import { noticeKinds } from '@semai/domain/notices/notice-kinds'
import type { NoticeKind } from '@semai/domain/notices/notice-kinds'
import type { AnyNotice } from '@semai/domain/notices/notice-words'
import { preferenceFor } from '@semai/domain/notices/preference'
import type { Preference } from '@semai/domain/notices/preference'
import { sql } from 'kysely'
import type { Db, Tx } from '../db/transaction.ts'
import { uuidv7 } from '../db/uuid.ts'
import { addMailJobs } from '../jobs/add-job.ts'
import { emptyMail } from './empty-mail.ts'
import { habitsOf } from './habits.ts'

/** What is told, to whom, and when it happened. */
export type News = AnyNotice & {
  to: readonly string[]
  at: Date
  /** Told one time only under this word, for each person. */
  once?: string
}

/**
 * Each of these people is told, where they want to be: in the inbox from the commit on, by mail when it is due. Takes
 * `Tx`: what is told and the telling stand or fall together. Accounts of a demonstration get no mail, closed accounts
 * nothing. Up to five queries, however many people.
 */
export async function notify(db: Tx, { kind, detail, to, at, once }: News): Promise<void> {
  const people = await readersOf(db, kind, [...new Set(to)])
  const told = people.flatMap(({ id, isDemonstration, preference, habits }) => {
    const mail = isDemonstration ? 'off' : preference.mail
    const dueAt = mailTime(mail, noticeKinds[kind].isUrgent, habits, at)
    if (!preference.isInApp && dueAt === null) return []
    return [{ personId: id, isInApp: preference.isInApp, dueAt, isGathered: mail !== 'now' }]
  })
  if (told.length === 0) return
  const rows = told.map(({ personId, isInApp }) => ({
    id: uuidv7(),
    person_id: personId,
    kind,
    detail: JSON.stringify(detail),
    in_app: isInApp,
    mail_id: null,
    once: once === undefined ? null : `${once} ${personId}`,
    created_at: at,
    read_at: null,
  }))
  const inserted = await db
    .insertInto('notice')
    .values(rows)
    .onConflict((conflict) => conflict.column('once').doNothing())
    .returning(['id', 'person_id'])
    .execute()
  const noticeOf = new Map(inserted.map(({ id, person_id }) => [person_id, id]))
  const mailed = told.flatMap(({ personId, dueAt, isGathered }) => {
    const noticeId = noticeOf.get(personId) // none: this person was told before
    return dueAt === null || noticeId === undefined ? [] : [{ personId, noticeId, dueAt, isGathered }]
  })
  await mailThem(db, mailed, at)
}

/** The people among these with an open account, with what they chose for the kind. One query. */
async function readersOf(db: Db, kind: NoticeKind, ids: readonly string[]) {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('person as p')
    .leftJoin('notice_preference as c', (join) =>
      join.onRef('c.person_id', '=', 'p.id').on('c.kind', '=', kind),
    )
    .select(['p.id', 'p.is_demonstration as isDemonstration', 'p.time_zone', 'p.quiet_from', 'p.quiet_until'])
    .select(['c.in_app as inApp', 'c.mail'])
    .where('p.id', 'in', [...ids])
    .where('p.deactivated_at', 'is', null)
    .orderBy('p.id')
    .execute()
  return rows.map((row) => {
    const chosen: Preference | null =
      row.inApp === null || row.mail === null ? null : { isInApp: row.inApp, mail: row.mail }
    return { ...row, preference: preferenceFor(kind, chosen), habits: habitsOf(row) }
  })
}

type Mailed = { personId: string; noticeId: string; dueAt: Date; isGathered: boolean }

/** A mail for each of these notices, or its place in the digest that is open for the person. */
async function mailThem(db: Tx, mailed: readonly Mailed[], at: Date): Promise<void> {
  if (mailed.length === 0) return
  const rows = mailed.map(({ personId, dueAt, isGathered }) => ({
    ...emptyMail,
    id: uuidv7(),
    kind: isGathered ? ('digest' as const) : ('notice' as const),
    person_id: personId,
    due_at: dueAt,
    created_at: at,
  }))
  const mails = await db
    .insertInto('mail')
    .values(rows)
    // Written, not skipped: the row is then locked, and a digest about to be sent waits for this notice.
    .onConflict((conflict) =>
      conflict
        .columns(['person_id', 'due_at'])
        .where(sql<boolean>`kind = 'digest' and begun_at is null and dropped_at is null`)
        .doUpdateSet((eb) => ({ due_at: eb.ref('excluded.due_at') })),
    )
    .returning(['id', 'due_at as dueAt'])
    .execute()
  await sql`update notice n set mail_id = m.id from mail m
    where m.id = any(${mails.map(({ id }) => id)}::uuid[]) and m.person_id = n.person_id
      and n.id = any(${mailed.map(({ noticeId }) => noticeId)}::uuid[])`.execute(db)
  await addMailJobs(db, mails)
}
