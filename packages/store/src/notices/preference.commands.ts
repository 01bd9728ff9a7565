import { noticeKinds } from '@semai/domain/notices/notice-kinds'
import type { NoticeKind } from '@semai/domain/notices/notice-kinds'
import { usualPreference } from '@semai/domain/notices/preference'
import type { Preference } from '@semai/domain/notices/preference'
import type { QuietHours } from '@semai/domain/notices/mail-time'
import { personActor } from '@semai/domain/people/actor'
import type { Actor } from '@semai/domain/people/actor'
import type { Says } from '@semai/domain/text/says'
import type { ZoneName } from '@semai/domain/time/zone-of-province'
import { audit } from '../db/audit.ts'
import type { Db, Tx } from '../db/transaction.ts'
import { inTransaction } from '../db/transaction.ts'
import { readLink } from '../people/signed-link.ts'
import { stopPurpose, stopSubject } from './stop-link.ts'

/** What a person chooses about notices. */
export type Choices = {
  lang: keyof Says
  zone: ZoneName
  quiet: QuietHours | null
  kinds: readonly { kind: NoticeKind; preference: Preference }[]
}

/** The person is told as they chose, from the next notice on. Kinds that leave no choice are passed over. */
export function choosePreferences(
  db: Db,
  actor: Actor,
  { choices, now }: { choices: Choices; now: Date },
): Promise<void> {
  return inTransaction(db, async (db) => {
    const { lang, zone, quiet } = choices
    await db
      .updateTable('person')
      .set({ lang, time_zone: zone, quiet_from: quiet?.from ?? null, quiet_until: quiet?.until ?? null })
      .where('id', '=', actor.personId)
      .execute()
    const chosen = choices.kinds.filter(({ kind }) => noticeKinds[kind].maySwitchOff)
    await writePreferences(db, actor.personId!, chosen)
    await audit(db, actor, { what: 'person.choose_notices', subjectId: actor.personId!, at: now })
  })
}

async function writePreferences(
  db: Tx,
  personId: string,
  chosen: readonly { kind: NoticeKind; preference: Preference }[],
): Promise<void> {
  if (chosen.length === 0) return
  await db
    .insertInto('notice_preference')
    .values(
      chosen.map(({ kind, preference }) => ({
        person_id: personId,
        kind,
        in_app: preference.isInApp,
        mail: preference.mail,
      })),
    )
    .onConflict((conflict) =>
      conflict
        .columns(['person_id', 'kind'])
        .doUpdateSet((eb) => ({ in_app: eb.ref('excluded.in_app'), mail: eb.ref('excluded.mail') })),
    )
    .execute()
}

/**
 * The kinds that the signed link of a mail stops: its own, or those that were gathered. Opening it changes nothing.
 * @throws Refusal not-found for a link that is not ours or past its time.
 */
export async function stoppedKinds(db: Db, link: string, now: Date): Promise<NoticeKind[]> {
  return stopSubject((await readLink(db, stopPurpose, link, now)).subject).kinds
}

/**
 * The kinds of the link are no longer mailed to its person; in the inbox they go on. Asked for twice, it is done once.
 * Needs no session: whoever reads the mail may stop it.
 * @returns the kinds.
 * @throws Refusal not-found as `stoppedKinds`.
 */
export async function stopMail(db: Db, link: string, now: Date): Promise<NoticeKind[]> {
  const { personId, kinds } = stopSubject((await readLink(db, stopPurpose, link, now)).subject)
  return inTransaction(db, async (db) => {
    const rows = await db
      .selectFrom('notice_preference')
      .select(['kind', 'in_app as inApp', 'mail'])
      .where('person_id', '=', personId)
      .execute()
    const before = new Map(rows.map((row) => [row.kind, row]))
    const toStop = kinds.filter((kind) => before.get(kind)?.mail !== 'off')
    await writePreferences(
      db,
      personId,
      toStop.map((kind) => {
        const isInApp = before.get(kind)?.inApp ?? usualPreference(kind).isInApp
        return { kind, preference: { isInApp, mail: 'off' as const } }
      }),
    )
    if (toStop.length > 0) {
      const detail = { kinds: toStop }
      await audit(db, personActor(personId, []), {
        what: 'person.stop_mail',
        subjectId: personId,
        at: now,
        detail,
      })
    }
    return kinds
  })
}
