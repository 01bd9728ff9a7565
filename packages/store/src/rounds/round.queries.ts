import { offeredSteps } from '@semai/domain/lifecycle'
import type { Actor } from '@semai/domain/people/actor'
import { roundLifecycle } from '@semai/domain/rounds/round.lifecycle'
import type { RoundStep } from '@semai/domain/rounds/round.lifecycle'
import { sql } from 'kysely'
import type { Db } from '../db/transaction.ts'
import { isOwn, locusName, visibleLoci } from './loci.ts'
import type { LocusCursor } from './loci.ts'
import { assessorPool, assessorsOf } from './assessors.ts'
import { formOf } from './round-form.ts'
import { publishedResult } from './result.queries.ts'
import { roundResult, undecidedOf } from './result.ts'
import { roundGroups } from './round-groups.ts'
import { roundCounts, roundNamed, visibleRounds } from './rounds.ts'
import type { LoadedRound } from './rounds.ts'

/** Rounds this person may see, the newest year first; at most 100, one a year is usual. One query. */
export function roundList(db: Db, actor: Actor) {
  return visibleRounds(db, actor)
    .select(['r.code', 'r.kind', 'r.name', 'r.year', 'r.state', 'r.answers_until as answersUntil'])
    .select([
      sql<number>`(select count(*)::int from round_locus l where l.round_id = r.id)`.as('loci'),
      sql<number>`(select count(*)::int from round_locus l join round_answer a on a.locus_id = l.id
        where l.round_id = r.id and a.state = 'submitted')`.as('answered'),
    ])
    .orderBy('r.year', 'desc')
    .orderBy('r.made_at', 'desc')
    .orderBy('r.id', 'desc')
    .limit(100)
    .execute()
}
export type RoundRow = Awaited<ReturnType<typeof roundList>>[number]

/**
 * The page of a round: groups, what happened, the loci of it that are this person's to answer or assess; for whoever runs it counts and
 * steps; of a published round its result. Three queries, four for whoever runs it, two more while it is assessed, four once
 * published.
 * @param after where the page of those asked in a published round begins.
 * @throws Refusal not-found.
 */
export async function roundPage(db: Db, actor: Actor, { code, now, after = null }: PageAsked) {
  const round = await roundNamed(db, actor, code)
  const [groups, history, counts, own] = await Promise.all([
    roundGroups(db, round),
    round.mayRun ? roundHistory(db, round) : [],
    round.mayRun ? roundCounts(db, round.id) : null,
    round.mayRun || actor.grants.length === 0 ? null : lociList(db, actor, { code, limit: 100 }),
  ])
  const isDeciding = round.mayRun && (round.state === 'assessing' || round.state === 'presenting')
  const undecided = isDeciding ? undecidedOf(await roundResult(db, round)) : 0
  const result = await publishedResult(db, round, after)
  const subject = counts && { ...round, ...counts, undecided }
  const steps = subject === null ? [] : offeredSteps(roundLifecycle, { subject, actor, now })
  return { round, groups, history, counts, own: own?.rows ?? [], steps, result }
}

type PageAsked = { code: string; now: Date; after?: LocusCursor | null }

/** What the ministry did with a round, oldest first, with its reasons. One query. */
export function roundHistory(db: Db, { id }: Pick<LoadedRound, 'id'>) {
  return db
    .selectFrom('round_step')
    .select(['id', 'reason', 'at', sql<RoundStep>`step`.as('step')])
    .where('round_id', '=', id)
    .orderBy('ordinal')
    .limit(100)
    .execute()
}

/**
 * A round as whoever runs it sets it up: groups, form, counts and steps. Four queries.
 * @throws Refusal not-found.
 */
export async function roundSetup(db: Db, actor: Actor, { code, now }: { code: string; now: Date }) {
  const round = await roundNamed(db, actor, code)
  const [groups, questions, counts] = await Promise.all([
    roundGroups(db, round),
    formOf(db, round),
    roundCounts(db, round.id),
  ])
  const subject = { ...round, ...counts, undecided: 0 }
  return { round, groups, questions, counts, steps: offeredSteps(roundLifecycle, { subject, actor, now }) }
}

type LociAsked = { code: string; group?: string | null; after?: LocusCursor | null; limit?: number }

/** Loci of a round that this person may see, by name, by keyset, with how far each is. One query. */
export async function lociList(
  db: Db,
  actor: Actor,
  { code, group = null, after = null, limit = 50 }: LociAsked,
) {
  const key = sql<string>`lower(${locusName})`
  const rows = await visibleLoci(db, actor)
    .leftJoin('round_answer as a', 'a.locus_id', 'l.id')
    .leftJoin('round_presentation as s', 's.locus_id', 'l.id')
    .select(['l.id', 'l.chosen_why as chosenWhy', 'l.extended_until as extendedUntil', 'a.state'])
    .select([locusName.as('name'), key.as('key'), 'o.name as respondent', 'o.slug as respondentSlug'])
    .select(['g.id as groupId', 'g.name_id as groupNameId', 'g.name_en as groupNameEn'])
    .select([isOwn(actor).as('isOwn')])
    .select([
      'a.submitted_at as submittedAt',
      's.starts_at as startsAt',
      's.place',
      's.link',
      'g.presentation_share as presentationShare',
    ])
    .select([
      sql<number>`(select count(*)::int from round_assessment x where x.locus_id = l.id and x.state <> 'recused')`.as(
        'assessors',
      ),
      sql<number>`(select count(*)::int from round_assessment x where x.locus_id = l.id and x.state = 'sent')`.as(
        'sent',
      ),
    ])
    .where('r.code', '=', code)
    .$if(group !== null, (query) => query.where('l.group_id', '=', group!))
    .$if(after !== null, (query) =>
      query.where(sql<boolean>`(${key}, l.id) > (${after!.name}, ${after!.id}::uuid)`),
    )
    .orderBy(key)
    .orderBy('l.id')
    .limit(limit + 1)
    .execute()
  const last = rows.length > limit ? rows[limit - 1]! : null
  return { rows: rows.slice(0, limit), next: last && { name: last.key, id: last.id } }
}
export type LocusRow = Awaited<ReturnType<typeof lociList>>['rows'][number]

/**
 * The loci of a round as whoever runs it sees them: a page of them, with who assesses each and who else could. Three queries while it
 * is prepared, five then.
 * @throws Refusal not-found.
 */
export async function lociBoard(db: Db, actor: Actor, { now, ...asked }: LociAsked & { now: Date }) {
  const round = await roundNamed(db, actor, asked.code)
  const [groups, list] = await Promise.all([roundGroups(db, round), lociList(db, actor, asked)])
  const isAssigned = round.state !== 'draft'
  const [assessors, pool] = await Promise.all([
    isAssigned
      ? assessorsOf(
          db,
          list.rows.map(({ id }) => id),
        )
      : [],
    isAssigned ? assessorPool(db, { id: round.id, now }) : [],
  ])
  const by = Map.groupBy(assessors, ({ locus }) => locus)
  const rows = list.rows.map((row) => ({ ...row, named: by.get(row.id) ?? [] }))
  return {
    round,
    groups,
    rows,
    next: list.next,
    pool: pool.map(({ id, name, load }) => ({ id, name, load })),
  }
}
