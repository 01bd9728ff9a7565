import { invitationLetter, noticeLetter } from '@semai/domain/notices/letter'
import type { Letter } from '@semai/domain/notices/letter'
import { noticeKinds } from '@semai/domain/notices/notice-kinds'
import type { AnyNotice } from '@semai/domain/notices/notice-words'
import { roleNames } from '@semai/domain/people/granting'
import { zoneOfProvince } from '@semai/domain/time/zone-of-province'
import { sql } from 'kysely'
import type { Db } from '../db/transaction.ts'
import { unseal } from '../people/sealing.ts'
import { habitsOf } from './habits.ts'
import { invitationSeal } from './invitation-mail.ts'
import type { NoticeTables } from './schema.ts'
import { stopPath } from './stop-link.ts'
import type { Selectable } from 'kysely'

/** A letter and to whom it goes; or why there is none. */
export type Addressed =
  | { to: { name: string; address: string }; letter: Letter }
  | { dropped: 'nobody to send to' | 'nothing left to say' }

export type MailRow = Selectable<NoticeTables['mail']>
type Asked = { siteUrl: string; now: Date }

/** What a mail says, from what holds now: an account that was closed gets none, what was read is not said again. */
export function letterOf(db: Db, mail: MailRow, asked: Asked): Promise<Addressed> {
  return mail.person_id === null ? invitationOf(db, mail, asked) : noticesOf(db, mail, asked)
}

async function noticesOf(db: Db, mail: MailRow, { siteUrl, now }: Asked): Promise<Addressed> {
  const personId = mail.person_id!
  const person = await db
    .selectFrom('person')
    .select(['name', 'email', 'lang', 'time_zone', 'quiet_from', 'quiet_until'])
    .where('id', '=', personId)
    .where('deactivated_at', 'is', null)
    .executeTakeFirst()
  if (!person) return { dropped: 'nobody to send to' }
  const rows = await db
    .selectFrom('notice')
    .select(['kind', 'detail', 'created_at as at', 'read_at'])
    .where('mail_id', '=', mail.id)
    .orderBy('created_at')
    .orderBy('id')
    .limit(200)
    .execute()
  const unsaid = rows.filter(({ kind, read_at: readAt }) => {
    const entry = Object.hasOwn(noticeKinds, kind) ? noticeKinds[kind] : null
    return entry !== null && (readAt === null || !entry.maySwitchOff)
  })
  if (unsaid.length === 0) return { dropped: 'nothing left to say' }
  const letter = noticeLetter({
    name: person.name,
    lang: person.lang,
    zone: habitsOf(person).zone,
    notices: unsaid as unknown as (AnyNotice & { at: Date })[],
    stopPath: await stopPath(db, { personId, kinds: unsaid.map(({ kind }) => kind), now }),
    siteUrl,
  })
  return { to: { name: person.name, address: person.email }, letter }
}

async function invitationOf(db: Db, mail: MailRow, { siteUrl, now }: Asked): Promise<Addressed> {
  const invitation = await db
    .selectFrom('invitation as i')
    .leftJoin('organisation as o', 'o.id', 'i.organisation_id')
    .leftJoin('region as r', 'r.code', 'i.province_code')
    .select(['i.name', 'i.email', 'i.role', 'i.expires_at', 'o.name as organisation', 'r.name as province'])
    .select(['i.letter_number', 'i.letter_date'])
    .select(
      sql<
        string | null
      >`(select left(above.region_code, 2) from organisation_above a join organisation above on above.id = a.above_id
        where a.organisation_id = o.id and above.region_code is not null order by a.depth limit 1)`.as(
        'provinceCode',
      ),
    )
    .where('i.id', '=', mail.invitation_id)
    .where('i.accepted_at', 'is', null)
    .where('i.withdrawn_at', 'is', null)
    .where('i.expires_at', '>', now)
    .executeTakeFirst()
  const token = mail.sealed && (await unseal(db, invitationSeal(mail.id), mail.sealed, now))
  if (!invitation || token === null) return { dropped: 'nothing left to say' }
  const letter = invitationLetter({
    name: invitation.name,
    lang: mail.lang ?? 'id',
    zone: zoneOfProvince(invitation.provinceCode),
    role: roleNames[invitation.role],
    where: invitation.province ?? invitation.organisation,
    letter:
      [invitation.letter_number, invitation.letter_date].filter((part) => part !== null).join(', ') || null,
    expiresAt: invitation.expires_at,
    path: `/undangan/${token.toString()}`,
    siteUrl,
  })
  return { to: { name: invitation.name, address: invitation.email }, letter }
}
