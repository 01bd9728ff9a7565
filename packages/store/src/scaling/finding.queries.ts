import { offeredSteps, othersSteps } from '@semai/domain/lifecycle'
import type { Actor } from '@semai/domain/people/actor'
import { findingLifecycle } from '@semai/domain/scaling/finding.lifecycle'
import type { FindingState, FindingStep } from '@semai/domain/scaling/finding.lifecycle'
import { sql } from 'kysely'
import type { Db } from '../db/transaction.ts'
import { loadFinding, visibleFindings } from './findings.ts'

type Asked = { slug: string; state?: FindingState | null; after?: string | null; limit?: number }

/** Findings of a programme this person may see, written last first, by keyset; those in a state where asked. One query. */
export async function findingList(
  db: Db,
  actor: Actor,
  { slug, state = null, after = null, limit = 50 }: Asked,
) {
  const rows = await visibleFindings(db, actor)
    .select(['f.id', 'f.kind', 'f.finding', 'f.found_on as foundOn', 'f.due_on as dueOn'])
    .select([sql<FindingState>`f.state`.as('state'), 'u.name as unit'])
    .where('p.slug', '=', slug)
    .$if(state !== null, (query) => query.where('f.state', '=', state!))
    .$if(after !== null, (query) => query.where('f.id', '<', after!))
    .orderBy('f.id', 'desc')
    .limit(limit + 1)
    .execute()
  return { rows: rows.slice(0, limit), next: rows.length > limit ? rows[limit - 1]!.id : null }
}
/** A finding as lists show it. */
export type FindingRow = Awaited<ReturnType<typeof findingList>>['rows'][number]

/** How many findings of a programme stand where, and how many of those recommended are late; of units nobody is named. One query. */
export async function findingCounts(db: Db, { slug, today }: { slug: string; today: string }) {
  return db
    .selectFrom('programme_finding as f')
    .innerJoin('scaling_programme as p', 'p.id', 'f.programme_id')
    .select([
      sql<number>`count(*) filter (where f.state <> 'withdrawn')::int`.as('all'),
      sql<number>`count(*) filter (where f.state = 'closed')::int`.as('closed'),
      sql<number>`count(*) filter (where f.state = 'recommended' and f.due_on < ${today}::date)::int`.as(
        'late',
      ),
    ])
    .where('p.slug', '=', slug)
    .executeTakeFirstOrThrow()
}

/**
 * The page of a finding: both sides' words, what happened, and what this person may do. Two queries.
 * @throws Refusal not-found.
 */
export async function findingPage(
  db: Db,
  actor: Actor,
  { slug, id, now }: { slug: string; id: string; now: Date },
) {
  const { ministry, unit, ...finding } = await loadFinding(db, actor, { slug, id })
  const history = await db
    .selectFrom('programme_finding_step')
    .select(['id', 'words', 'at', 'due_on as dueOn', sql<FindingStep | 'find'>`step`.as('step')])
    .where('finding_id', '=', id)
    .orderBy('ordinal')
    .limit(200)
    .execute()
  // The deadline comes with the step: that none is set yet is nothing to wait for.
  const life = { ministry, unit, state: finding.state, dueOn: '9999-12-31' }
  return {
    ...finding,
    history,
    steps: offeredSteps(findingLifecycle, { subject: life, actor, now }),
    others: othersSteps(findingLifecycle, { subject: life, actor }),
  }
}
export type FindingPage = Awaited<ReturnType<typeof findingPage>>
