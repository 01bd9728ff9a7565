import { maturityResult } from '@semai/domain/hubs/hub-maturity'
import type { MaturityInstrument } from '@semai/domain/hubs/hub-maturity'
import { runsHub, watchesHubs } from '@semai/domain/hubs/hub-scope'
import { assessesMaturity, maturityLifecycle, reviewsMaturity } from '@semai/domain/hubs/maturity.lifecycle'
import type { MaturityLife } from '@semai/domain/hubs/maturity.lifecycle'
import { offeredSteps, othersSteps } from '@semai/domain/lifecycle'
import type { Actor } from '@semai/domain/people/actor'
import { Refusal } from '@semai/domain/refusal'
import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Db } from '../db/transaction.ts'
import { asInstrument, instrumentColumns } from './maturity-instrument.ts'
import { hubName, hubSlug } from './named-hub.ts'
import type { NamedHub } from './named-hub.ts'

/** What is known of an item: the level a hub gave itself, and the one that was found. */
export type MaturityAnswer = {
  key: string
  level: number | null
  evidence: string | null
  reviewedLevel: number | null
  reviewNote: string | null
}

/** Every read of assessments of a hub starts here: published ones are public; the hub sees all, the ministries what was handed in. */
function visibleAssessments(db: Db, actor: Actor, hub: NamedHub) {
  const isOwn = runsHub.allows(actor, hub)
  const watches = watchesHubs.allows(actor, null)
  return db
    .selectFrom('maturity_assessment as s')
    .innerJoin('maturity_instrument as v', 'v.version', 's.version')
    .where('s.region_code', 'is not distinct from', hub.regionCode)
    .where('s.organisation_id', 'is not distinct from', hub.ownId)
    .where(
      sql<boolean>`(s.state = 'published' or ${isOwn}::boolean or ${watches}::boolean and s.state <> 'draft')`,
    )
}

function answersOf(db: Db) {
  return jsonArrayFrom(
    db
      .selectFrom('maturity_answer as n')
      .select(['n.key', 'n.level', 'n.evidence'])
      .select(['n.reviewed_level as reviewedLevel', 'n.review_note as reviewNote'])
      .where(sql<boolean>`n.assessment_id = s.id`),
  ).$castTo<MaturityAnswer[]>()
}

/** The results of a hub that are public, by year, from the levels that were found. One query. */
export async function publishedMaturity(db: Db, actor: Actor, hub: NamedHub) {
  const rows = await visibleAssessments(db, actor, hub)
    .select(['s.year', answersOf(db).as('answers'), ...instrumentColumns(db)])
    .where('s.state', '=', 'published')
    .orderBy('s.year')
    .limit(50)
    .execute()
  return rows.map((row) => {
    const instrument = asInstrument(row)
    return { year: row.year, version: row.version, note: instrument.note, ...found(instrument, row.answers) }
  })
}
export type PublishedMaturity = Awaited<ReturnType<typeof publishedMaturity>>[number]

function found(instrument: MaturityInstrument, answers: readonly MaturityAnswer[]) {
  return maturityResult(instrument, new Map(answers.map(({ key, reviewedLevel }) => [key, reviewedLevel])))
}

/** The assessments of a hub that this person may see, newest year first, at most 50. One query. */
export function assessmentList(db: Db, actor: Actor, hub: NamedHub) {
  return visibleAssessments(db, actor, hub)
    .select(['s.id', 's.year', 's.state', 's.version', 's.moved_at as movedAt'])
    .orderBy('s.year', 'desc')
    .limit(50)
    .execute()
}

type Asked = { hub: NamedHub; year: number; now: Date }

/**
 * The assessment of a hub for a year with what its life cycle asks.
 * @throws Refusal not-found, also where this person may not see it.
 */
export async function loadAssessment(db: Db, actor: Actor, { hub, year }: Omit<Asked, 'now'>) {
  const row = await visibleAssessments(db, actor, hub)
    .select(['s.id', 's.year', 's.state', 's.revision', 's.reason', 's.reviewed_at as reviewedAt'])
    .select([answersOf(db).as('answers'), ...instrumentColumns(db)])
    .where('s.year', '=', year)
    .executeTakeFirst()
  if (!row) throw noSuchAssessment()
  const instrument = asInstrument(row)
  const answers = new Map(row.answers.map((one) => [one.key, one]))
  const without = (field: 'level' | 'reviewedLevel') =>
    instrument.items.filter(({ key }) => (answers.get(key)?.[field] ?? null) === null).length
  const life: MaturityLife = {
    hub: { provinceCode: hub.provinceCode, ownerPath: hub.ownerPath },
    state: row.state,
    unanswered: without('level'),
    unreviewed: without('reviewedLevel'),
    reviewedAt: row.reviewedAt,
    replyDays: instrument.replyDays,
  }
  return {
    id: row.id,
    year: row.year,
    revision: row.revision,
    reason: row.reason,
    instrument,
    answers: row.answers,
    life,
  }
}
export type LoadedAssessment = Awaited<ReturnType<typeof loadAssessment>>

/**
 * The page of an assessment: items with their levels, both results, and what this reader may do. What was found is seen by the
 * hub once the review is finished. One query.
 * @throws Refusal not-found.
 */
export async function maturityPage(db: Db, actor: Actor, { hub, year, now }: Asked) {
  const { life, ...assessment } = await loadAssessment(db, actor, { hub, year })
  const moment = { subject: life, actor, now }
  const reviews = reviewsMaturity.allows(actor, life)
  const seesFound = reviews || life.state === 'reviewed' || life.state === 'published'
  const { answers, instrument } = assessment
  return {
    ...assessment,
    state: life.state,
    reviewedAt: life.reviewedAt,
    answers: answers.map((one) => (seesFound ? one : { ...one, reviewedLevel: null, reviewNote: null })),
    own: maturityResult(instrument, new Map(answers.map(({ key, level }) => [key, level]))),
    found: seesFound ? found(instrument, answers) : null,
    mayAssess: (life.state === 'draft' || life.state === 'returned') && assessesMaturity.allows(actor, life),
    mayReview: life.state === 'submitted' && reviews,
    steps: offeredSteps(maturityLifecycle, moment),
    others: othersSteps(maturityLifecycle, moment),
  }
}
export type MaturityPage = Awaited<ReturnType<typeof maturityPage>>

/** Assessments that wait for the ministry, longest waiting first, at most 100; none for others. One query, or none. */
export async function waitingAssessments(db: Db, actor: Actor) {
  if (!watchesHubs.allows(actor, null)) return []
  return db
    .selectFrom('maturity_assessment as s')
    .innerJoin('hub as h', (join) =>
      join.on(
        sql<boolean>`h.region_code is not distinct from s.region_code
          and h.organisation_id is not distinct from s.organisation_id`,
      ),
    )
    .leftJoin('region as g', 'g.code', 'h.region_code')
    .leftJoin('organisation as o', 'o.id', 'h.organisation_id')
    .distinctOn(['s.moved_at', 's.id'])
    .select(['s.id', 's.year', 's.state', 's.moved_at as movedAt'])
    .select([hubSlug.as('slug'), hubName.as('name')])
    .where('s.state', 'in', ['submitted', 'reviewed'])
    .orderBy('s.moved_at')
    .orderBy('s.id')
    .limit(100)
    .execute()
}

function noSuchAssessment(): Refusal {
  return new Refusal('not-found', {
    id: 'Penilaian kematangan ini tidak ada, atau belum terbuka bagi Anda.',
    en: 'There is no such assessment, or it is not open to you.',
  })
}
