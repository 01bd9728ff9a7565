import { daysBetween, dayIn } from '@semai/domain/time/clock'
import { soonDays } from '@semai/domain/duties/adopters-duties'
import { sql } from 'kysely'
import type { Db } from '../db/transaction.ts'
import { inTransaction } from '../db/transaction.ts'
import { notify } from '../notices/notify.ts'
import { respondents } from './round-news.ts'
import { isSubmitted } from './rounds.ts'

/**
 * Whoever did not submit was told that the deadline, or the later moment they were given, is within a week: once of each moment. Once a day
 * is enough. A query, and a few for each moment.
 */
export async function warnOfRounds(db: Db, now: Date): Promise<void> {
  const near = await db
    .selectFrom('round as r')
    .innerJoin('round_locus as l', 'l.round_id', 'r.id')
    .select(['r.id', 'r.code', 'r.name', sql<Date>`greatest(r.answers_until, l.extended_until)`.as('until')])
    .distinct()
    .where('r.state', '=', 'answering')
    .where(sql<boolean>`greatest(r.answers_until, l.extended_until) > ${now}`)
    .where(
      sql<boolean>`greatest(r.answers_until, l.extended_until) <= ${new Date(now.getTime() + soonDays * 86_400_000)}`,
    )
    .orderBy('until')
    .orderBy('r.id')
    .execute()
  for (const { id, code, name, until } of near) {
    await inTransaction(db, async (db) => {
      const to = await respondents(db, { round: id, now, closing: until })
      const detail = { code, round: name, until: until.toISOString() }
      const once = `round ${id} ${detail.until} near`
      await notify(db, { kind: 'round_near', detail, to, at: now, once })
    })
  }
}

/**
 * Assessors who did not send all of theirs are told within the week before the day by which assessing ends, and on that day: once
 * each, and nothing where nothing is left. Once a day is enough. A query, and a few for each person.
 */
export async function remindAssessors(db: Db, now: Date): Promise<void> {
  const today = dayIn(now)
  const open = await db
    .selectFrom('round as r')
    .innerJoin('round_locus as l', 'l.round_id', 'r.id')
    .innerJoin('round_assessment as x', 'x.locus_id', 'l.id')
    .select(['r.id', 'r.code', 'r.name', 'r.assess_until as until', 'x.person_id as person'])
    .select(sql<number>`count(*)::int`.as('count'))
    .where('r.state', '=', 'assessing')
    .where('x.state', '=', 'open')
    .where(isSubmitted)
    .where(sql<boolean>`r.assess_until between ${today}::date and ${today}::date + ${soonDays}::int`)
    .groupBy(['r.id', 'x.person_id'])
    .orderBy('r.id')
    .orderBy('x.person_id')
    .execute()
  for (const { id, code, name, until, person, count } of open) {
    const which = daysBetween(today, until!) === 0 ? 'today' : 'near'
    await inTransaction(db, async (db) => {
      const detail = { code, round: name, count, until: until! }
      const once = `round ${id} ${until} assess ${which}`
      await notify(db, { kind: 'round_assess_near', detail, to: [person], at: now, once })
    })
  }
}
