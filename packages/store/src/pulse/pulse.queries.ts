import type { Actor } from '@semai/domain/people/actor'
import { answersPulse, asksPulse, pulseState, readsPulse } from '@semai/domain/pulse/pulse'
import type { PulseState } from '@semai/domain/pulse/pulse'
import type { PulseAnswers } from '@semai/domain/pulse/pulse-questions'
import { sql } from 'kysely'
import type { Db } from '../db/transaction.ts'
import { isWithin, scopeIds } from '../organisations/in-scope.ts'
import { loadReplication } from '../replications/replication-record.ts'
import { guidedProvinces } from '../replications/visible-replications.ts'
import { visiblePulses } from './pulse-record.ts'

/**
 * The pulses of a replication, newest first, with what this person may do. How each stands, what was answered and which way
 * is public; who answered, why it stopped and the rest is read by those involved. Two queries.
 * @throws Refusal not-found.
 */
export async function pulsesOf(
  db: Db,
  actor: Actor,
  { code, now, today }: { code: string; now: Date; today: string },
) {
  const replication = await loadReplication(db, actor, { code, now, lock: 'no lock' })
  const sees = readsPulse.allows(actor, replication)
  const rows = await visiblePulses(db, actor)
    .innerJoin('pulse_questions as q', 'q.version', 'u.questions_version')
    .select(['u.id', 'u.round', 'u.due_on as dueOn', 'u.until_on as untilOn', 'u.asked_at as askedAt'])
    .select(['u.answered_at as answeredAt', 'u.answer', 'u.way', 'u.stopped_on as stoppedOn'])
    .select(['u.stop_reason as stopReason', 'u.answers', 'u.note', 'u.name', 'u.post', 'q.questions'])
    .where('r.id', '=', replication.id)
    .orderBy('u.due_on', 'desc')
    .limit(60)
    .execute()
  const pulses = rows.map((row) => ({ ...row, state: pulseState(row, today), ...(sees ? {} : inside) }))
  const { innovation, innovationSlug, localName, adopterName, adopterSlug } = replication
  return {
    replication: { code: replication.code, innovation, innovationSlug, localName, adopterName, adopterSlug },
    pulses,
    sees,
    mayAnswer: answersPulse.allows(actor, replication),
    mayAsk: asksPulse.allows(actor, replication),
  }
}
export type PulseOfPage = Awaited<ReturnType<typeof pulsesOf>>['pulses'][number]

/** What the public is not shown of a pulse. */
const noAnswers: PulseAnswers = {}
const inside = { stopReason: null, answers: noAnswers, note: null, name: null, post: null }

/** Pulses that this person watches over: of an institution, of a hub's scope, or all. */
function watchedPulses(db: Db, actor: Actor) {
  const isNational = actor.grants.some(({ role }) => role === 'co_manager' || role === 'secretariat')
  const provinces = guidedProvinces(actor, ['hub'])
  return visiblePulses(db, actor).$if(!isNational, (query) =>
    query.where((eb) =>
      eb.or([
        isWithin('a.id', scopeIds(actor, 'author', 'local_admin', 'hub')),
        eb('r.province_code', '=', sql<string>`any(${provinces}::text[])`),
      ]),
    ),
  )
}

/** Where a page of the board begins: after the pulse with this last day and id. */
export type PulsePlace = { untilOn: string; id: string }

/** Pulses of this person's scope that wait for an answer, those that lapse first at the top, by keyset. One query. */
export async function waitingPulses(
  db: Db,
  actor: Actor,
  { today, after, limit = 30 }: { today: string; after?: PulsePlace | undefined; limit?: number },
) {
  const rows = await watchedPulses(db, actor)
    .select(['u.id', 'u.round', 'u.due_on as dueOn', 'u.until_on as untilOn', 'u.asked_at as askedAt'])
    .select(['u.answered_at as answeredAt', 'r.code', 'a.name as adopter'])
    .select(sql<string>`coalesce(r.local_name, i.name)`.as('innovation'))
    .where('u.answered_at', 'is', null)
    .where('u.until_on', '>=', today)
    .where('r.state', 'in', ['running', 'institutionalised'])
    .$if(after !== undefined, (query) =>
      query.where(sql<boolean>`(u.until_on, u.id) > (${after!.untilOn}::date, ${after!.id}::uuid)`),
    )
    .orderBy('u.until_on')
    .orderBy('u.id')
    .limit(limit + 1)
    .execute()
  const last = rows.length > limit ? rows[limit - 1]! : null
  return {
    rows: rows.slice(0, limit).map((row) => ({ ...row, state: pulseState(row, today) })),
    next: last && { untilOn: last.untilOn, id: last.id },
  }
}

/** How the pulses of this person's scope that were due within a year stand: silence is a number of its own. One query. */
export async function pulseCounts(
  db: Db,
  actor: Actor,
  { since, today }: { since: string; today: string },
): Promise<Record<PulseState, number> & { stopped: number }> {
  return watchedPulses(db, actor)
    .select([
      sql<number>`count(*) filter (where u.answered_at is not null)`.as('answered'),
      sql<number>`count(*) filter (where u.answer = 'stopped')`.as('stopped'),
      sql<number>`count(*) filter (where u.answered_at is null and u.until_on < ${today})`.as('lapsed'),
      sql<number>`count(*) filter (where u.answered_at is null and u.until_on >= ${today}
        and u.asked_at is not null)`.as('asked'),
      sql<number>`count(*) filter (where u.answered_at is null and u.until_on >= ${today}
        and u.asked_at is null)`.as('due'),
    ])
    .where('u.due_on', '>=', since)
    .executeTakeFirstOrThrow()
}
