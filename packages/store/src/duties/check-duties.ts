import type { Duty } from '@semai/domain/duties/duty'
import type { Actor } from '@semai/domain/people/actor'
import { checksReplication, guidesReplication } from '@semai/domain/replications/replication-parties'
import { dayIn } from '@semai/domain/time/clock'
import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import { hubsOf, withHub } from '../claims/claim-sides.ts'
import type { Db } from '../db/transaction.ts'
import { isWithin, scopeIds } from '../organisations/in-scope.ts'
import { lifeColumns } from '../replications/replication-record.ts'
import { guidedProvinces, visibleReplications } from '../replications/visible-replications.ts'
import type { DutyQuestion } from './duty.queries.ts'
import { mostRecords } from './own-duties.ts'

/**
 * What waits for whoever guides or checks: submitted reports, declared forms, replications with a footing of their own, and
 * recommendations that nobody answered in time. Two queries, none for who guides nothing.
 */
export async function checkDuties(db: Db, actor: Actor, asked: DutyQuestion): Promise<Duty[]> {
  const roles = ['hub', 'mentor', 'secretariat', 'sector_ministry'] as const
  if (!actor.grants.some(({ role }) => roles.some((one) => one === role))) return []
  const found = await Promise.all([reportChecks(db, actor, asked), recordChecks(db, actor, asked)])
  return found.flat()
}

async function reportChecks(db: Db, actor: Actor, { now }: DutyQuestion): Promise<Duty[]> {
  const rows = await visibleReplications(db, actor)
    .innerJoin('quarterly_report as q', 'q.replication_id', 'r.id')
    .select(lifeColumns(now))
    .select(['a.name as adopterName', sql<string>`coalesce(r.local_name, i.name)`.as('innovation')])
    .select(['q.id as report', 'q.year', 'q.quarter', 'q.saved_at as savedAt'])
    .where('q.state', '=', 'submitted')
    .where(isGuided(actor, now))
    .orderBy('q.saved_at')
    .limit(mostRecords)
    .execute()
  return rows
    .filter((row) => guidesReplication.allows(actor, withHub(row)))
    .map(({ code, adopterName: adopter, innovation, report, year, quarter, savedAt }) => ({
      kind: 'report_check',
      on: dayIn(savedAt),
      detail: { code, adopter, innovation, report, year, quarter },
    }))
}

/** The form that is declared was published with a blueprint and nobody confirmed it. */
const isUnconfirmed = sql<boolean>`(r.declared_form is not null
  and exists (select from blueprint b where b.replication_id = r.id and b.version > 0)
  and not exists (select from form_confirmation f where f.replication_id = r.id and f.form = r.declared_form))`
const isReady = sql<boolean>`(r.state = 'running' and num_nonnulls(r.legal_basis, r.budget_line, r.procedure) = 3)`

async function recordChecks(db: Db, actor: Actor, { now, today }: DutyQuestion): Promise<Duty[]> {
  const isOverdue = sql<boolean>`(r.state = 'proposed' and r.answer_by < ${today}::date and ${isRecommended(actor)})`
  const rows = await visibleReplications(db, actor)
    .select(lifeColumns(now))
    .select(['a.name as adopterName', sql<string>`coalesce(r.local_name, i.name)`.as('innovation')])
    .select(['r.answer_by as answerBy', 'r.updated_at as updatedAt', 'r.moved_at as movedAt'])
    .select([isUnconfirmed.as('isUnconfirmed'), isReady.as('isReady'), isOverdue.as('isOverdue')])
    .where('r.state', 'in', ['proposed', 'preparing', 'implementing', 'running'])
    // In this order: who guides is the dear question, and few wait for a check.
    .where(
      sql<boolean>`(${isOverdue} or case when ${isReady} or ${isUnconfirmed} then ${isGuided(actor, now)} else false end)`,
    )
    .orderBy('r.moved_at')
    .limit(mostRecords)
    .execute()
  return rows.flatMap((row): Duty[] => {
    const parties = withHub(row)
    const detail = { code: row.code, adopter: row.adopterName, innovation: row.innovation }
    const duties: Duty[] = []
    if (row.isOverdue) duties.push({ kind: 'answer_awaited', on: row.answerBy!, detail })
    if (row.isUnconfirmed && guidesReplication.allows(actor, parties)) {
      duties.push({ kind: 'form_check', on: dayIn(row.updatedAt), detail })
    }
    if (row.isReady && checksReplication.allows(actor, parties)) {
      duties.push({ kind: 'footing_check', on: dayIn(row.movedAt), detail })
    }
    return duties
  })
}

/** In the care of a hub or a mentor, or of nobody's and so of the secretariat; the rules decide, this narrows. */
function isGuided(actor: Actor, now: Date): RawBuilder<boolean> {
  const standsIn = actor.grants.some(({ role }) => role === 'secretariat')
  return sql<boolean>`(${isWithin('a.id', scopeIds(actor, 'hub', 'mentor'))}
    or r.province_code = any(${guidedProvinces(actor)}::text[])
    or (${standsIn}::boolean and ${hubsOf(now)} = '[]'))`
}

/** Recommended in the name of an organisation of the actor's, or by the secretariat where the actor is of it. */
function isRecommended(actor: Actor): RawBuilder<boolean> {
  const isSecretariat = actor.grants.some(({ role }) => role === 'secretariat')
  const provinces = guidedProvinces(actor)
  return sql<boolean>`(r.recommended_by = any(${scopeIds(actor, 'hub', 'sector_ministry')}::uuid[])
    or (r.recommended_as = 'hub' and r.recommended_by is null and r.province_code = any(${provinces}::text[]))
    or (${isSecretariat}::boolean and r.recommended_as = 'secretariat'))`
}
