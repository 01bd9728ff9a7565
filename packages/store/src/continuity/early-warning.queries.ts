import { lapsesWithinDays, silentQuarters, warningSigns } from '@semai/domain/continuity/early-warning'
import type { WarningCursor, WarningSign } from '@semai/domain/continuity/early-warning'
import type { Actor } from '@semai/domain/people/actor'
import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Db } from '../db/transaction.ts'
import { isInScope } from '../hubs/board-scope.ts'
import type { BoardScope } from '../hubs/board-scope.ts'
import { visibleReplications } from '../replications/visible-replications.ts'

export type Warning = {
  code: string
  name: string
  adopter: string
  adopterSlug: string
  signs: WarningSign[]
}

type Asked = { scope: BoardScope; today: string }

/** When each sign is there, in SQL over replication `r` and what `watched` joins to it. */
function conditions(today: string): Record<WarningSign, RawBuilder<boolean>> {
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))]
  const quarter = year * 4 + Math.ceil(month / 3)
  return {
    weakened: sql`u.answer = 'weakened'`,
    unanswered: sql`n.answered_at is null and n.until_on < ${today}`,
    nobody: sql`exists (select from handover_alarm h where h.replication_id = r.id and h.settled_at is null)`,
    no_budget: sql`u.answers ->> 'budget' = 'no'`,
    lapsing: sql`c.valid_until < ${today}::date + ${lapsesWithinDays}::int`,
    silent_reports: sql`q.newest <= ${quarter - silentQuarters}::int`,
  }
}

/** Replications that run in scope, with the signs that each of them shows. */
function watched(db: Db, actor: Actor, { scope, today }: Asked) {
  const signs = Object.entries(conditions(today)).map(
    ([sign, holds]) => sql`case when ${holds} then ${sign} end`,
  )
  return visibleReplications(db, actor)
    .leftJoin('claim as c', 'c.id', 'r.claim_id')
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('pulse')
          .select(['answered_at', 'until_on'])
          .whereRef('replication_id', '=', 'r.id')
          .orderBy('due_on', 'desc')
          .limit(1)
          .as('n'),
      (join) => join.onTrue(),
    )
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('pulse')
          .select(['answer', 'answers'])
          .whereRef('replication_id', '=', 'r.id')
          .where('answered_at', 'is not', null)
          .orderBy('due_on', 'desc')
          .limit(1)
          .as('u'),
      (join) => join.onTrue(),
    )
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('quarterly_report')
          .select(sql<number | null>`max(year * 4 + quarter)`.as('newest'))
          .whereRef('replication_id', '=', 'r.id')
          .where('state', 'in', ['submitted', 'verified'])
          .as('q'),
      (join) => join.onTrue(),
    )
    .select(['r.code', 'a.name as adopter', 'a.slug as adopterSlug'])
    .select(sql<string>`coalesce(r.local_name, i.name)`.as('name'))
    .select(sql<WarningSign[]>`array_remove(array[${sql.join(signs)}]::text[], null)`.as('signs'))
    .where('r.state', 'in', ['running', 'institutionalised'])
    .where(isInScope(scope))
}

/** How many show a sign at all, and how many each. */
export type WarningCounts = Record<'all' | WarningSign, number>

/**
 * Replications that run and show signs that have come before stopping, those with most signs first, and how many show each.
 * A list of places to look, not a verdict: for those who read the board of the hub. One query.
 */
export async function earlyWarnings(
  db: Db,
  actor: Actor,
  { after, limit = 30, ...asked }: Asked & { after?: WarningCursor | undefined; limit?: number },
) {
  const isAfter =
    after === undefined
      ? sql<boolean>`true`
      : sql<boolean>`(-cardinality(w.signs), w.code) > (${-after.signs}::int, ${after.code})`
  const ofSign = warningSigns.map(
    (sign) => sql`${sql.lit(sign)}, count(*) filter (where ${sign} = any(w.signs))`,
  )
  const { rows: found } = await sql<{ counts: WarningCounts; rows: Warning[] }>`
    with w as materialized (select * from ${watched(db, actor, asked).as('one')} where cardinality(one.signs) > 0)
    select (select jsonb_build_object('all', count(*), ${sql.join(ofSign)}) from w) as counts,
      coalesce((select jsonb_agg(to_jsonb(page) order by cardinality(page.signs) desc, page.code) from (
        select * from w where ${isAfter} order by cardinality(w.signs) desc, w.code limit ${limit + 1}) page), '[]') as rows`.execute(
    db,
  )
  const { counts, rows } = found[0]!
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    rows: shown,
    counts,
    next: rows.length > limit && last ? { signs: last.signs.length, code: last.code } : null,
  }
}
