import { statesSeenBy } from '@semai/domain/lifecycle'
import type { Actor } from '@semai/domain/people/actor'
import { Refusal } from '@semai/domain/refusal'
import { roundLifecycle } from '@semai/domain/rounds/round.lifecycle'
import { runsRounds } from '@semai/domain/rounds/round-parties'
import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Db } from '../db/transaction.ts'
import { isWithin, scopeIds } from '../organisations/in-scope.ts'

const publicStates = statesSeenBy(roundLifecycle, 'public')
const involvedStates = statesSeenBy(roundLifecycle, 'involved')

/**
 * Every read of rounds starts here, as rows `r`: the ministry sees all, those who are asked or assess see it once it is open,
 * everyone what is published.
 */
export function visibleRounds(db: Db, actor: Actor) {
  return db
    .selectFrom('round as r')
    .$if(!runsRounds.allows(actor, null), (query) =>
      query.where((eb) =>
        eb.or([
          eb('r.state', 'in', publicStates),
          eb.and([eb('r.state', 'in', involvedStates), eb.or([isAsked(actor), isAssessor(actor)])]),
        ]),
      ),
    )
}

/** The organisations for which somebody reads what was asked. */
export function askedIds(actor: Actor): string[] {
  return scopeIds(actor, 'author', 'local_admin', 'head', 'inspectorate')
}

/** Who this person assesses as, or null. */
export function assessorId({ personId, grants }: Actor): string | null {
  return grants.some(({ role }) => role === 'evaluator') ? personId : null
}

function isAsked(actor: Actor): RawBuilder<boolean> {
  const ids = askedIds(actor)
  return ids.length === 0
    ? sql<boolean>`false`
    : sql<boolean>`exists (select from round_locus mine where mine.round_id = r.id and ${isWithin('mine.organisation_id', ids)})`
}

function isAssessor(actor: Actor): RawBuilder<boolean> {
  const id = assessorId(actor)
  return id === null
    ? sql<boolean>`false`
    : sql<boolean>`exists (select from round_assessment x join round_locus of_it on of_it.id = x.locus_id
        where of_it.round_id = r.id and x.person_id = ${id} and x.state <> 'recused')`
}

/** The columns of a round that pages and rules use. */
const columns = [
  'r.id',
  'r.code',
  'r.kind',
  'r.name',
  'r.year',
  'r.state',
  'r.opens_on as opensOn',
  'r.answers_until as answersUntil',
  'r.assess_until as assessUntil',
  'r.assessors_per_locus as assessors',
  'r.combining',
  'r.basis',
  'r.basis_link as basisLink',
  'r.form_version as formVersion',
  'r.revision',
  'r.published_at as publishedAt',
] as const

/**
 * A round by its code, as this person may see it. One query.
 * @throws Refusal not-found.
 */
export async function roundNamed(
  db: Db,
  actor: Actor,
  code: string,
  lock: 'for update' | 'no lock' = 'no lock',
) {
  const row = await visibleRounds(db, actor)
    .select(columns)
    .where('r.code', '=', code)
    .$if(lock === 'for update', (query) => query.forUpdate('r'))
    .executeTakeFirst()
  if (!row) throw noSuchRound()
  return { ...row, mayRun: runsRounds.allows(actor, null) }
}
export type LoadedRound = Awaited<ReturnType<typeof roundNamed>>

function noSuchRound(): Refusal {
  return new Refusal('not-found', {
    id: 'Putaran ini tidak ada, atau belum terbuka bagi Anda.',
    en: 'There is no such round, or it is not open to you.',
  })
}

/** What the life cycle asks of a round and its own row does not say, but for undecided awards. One query. */
export function roundCounts(db: Db, id: string) {
  return db
    .selectFrom('round as r')
    .select([
      sql<number>`(select coalesce(min(asked.n), 0)::int from round_group g cross join lateral (select count(q.*) as n
        from round_form f left join lateral jsonb_array_elements(f.questions) q on (q ->> 'isRequired')::boolean
          and (coalesce(q -> 'askedOf', 'null') = 'null' or q -> 'askedOf' ? g.objects)
        where f.round_id = r.id and f.version = r.form_version) asked where g.round_id = r.id)`.as(
        'questions',
      ),
      sql<number>`(select count(*)::int from round_group g where g.round_id = r.id)`.as('groups'),
      sql<number>`(select count(*)::int from round_group g where g.round_id = r.id
        and not exists (select from round_locus l where l.group_id = g.id))`.as('emptyGroups'),
      sql<Date>`greatest(r.answers_until, (select max(l.extended_until) from round_locus l where l.round_id = r.id))`.as(
        'lastUntil',
      ),
      sql<number>`(select count(*)::int from round_locus l where l.round_id = r.id and not ${isSubmitted})`.as(
        'waiting',
      ),
      sql<number>`(select count(*)::int from round_locus l where l.round_id = r.id and ${isSubmitted}
        and (select count(*) from round_assessment x where x.locus_id = l.id and x.state = 'sent') < r.assessors_per_locus)`.as(
        'underRead',
      ),
      sql<number>`(select count(*)::int from round_presentation s join round_locus l on l.id = s.locus_id
        join round_group g on g.id = l.group_id where l.round_id = r.id and g.presentation_share > 0
          and not exists (select from round_assessment x where x.locus_id = l.id and x.presentation_sent_at is not null))`.as(
        'unscored',
      ),
    ])
    .where('r.id', '=', id)
    .executeTakeFirstOrThrow()
}

/** True in SQL where a locus `l` submitted its answers. */
export const isSubmitted = sql<boolean>`exists (select from round_answer a where a.locus_id = l.id and a.state = 'submitted')`
