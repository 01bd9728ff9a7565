import { preferenceFor } from '@semai/domain/notices/preference'
import { noticeNames } from '@semai/domain/notices/notice-kinds'
import type { Actor } from '@semai/domain/people/actor'
import { sql } from 'kysely'
import type { Db } from '../db/transaction.ts'
import type { MailChoice } from '@semai/domain/notices/notice'
import { habitsOf } from './habits.ts'

/** What a person has chosen about every kind, with their language, clock and quiet hours. One query. */
export async function preferencesOf(db: Db, { personId, grants }: Actor) {
  const row = await db
    .selectFrom('person as p')
    .select(['p.lang', 'p.time_zone', 'p.quiet_from', 'p.quiet_until', 'p.email'])
    .select(
      sql<
        Record<string, { inApp: boolean; mail: MailChoice }>
      >`coalesce((select json_object_agg(c.kind, json_build_object('inApp', c.in_app, 'mail', c.mail))
        from notice_preference c where c.person_id = p.id), '{}')`.as('chosen'),
    )
    .where('p.id', '=', personId)
    .executeTakeFirstOrThrow()
  const roles = grants.map(({ role }) => role)
  const kinds = noticeNames.map((kind) => {
    const chosen = row.chosen[kind]
    return {
      kind,
      ...preferenceFor(kind, chosen ? { isInApp: chosen.inApp, mail: chosen.mail } : null, roles),
    }
  })
  return { lang: row.lang, zone: row.time_zone, email: row.email, quiet: habitsOf(row).quiet, kinds }
}
