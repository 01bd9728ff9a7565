import { emptyContent } from '@semai/domain/innovations/innovation-content.form'
import type { InnovationContent } from '@semai/domain/innovations/innovation-content.form'
import type { Actor } from '@semai/domain/people/actor'
import { Refusal } from '@semai/domain/refusal'
import { sql } from 'kysely'
import type { Db } from '../db/transaction.ts'
import { visibleInnovations } from './visible.ts'

/**
 * What is published of an innovation now, as the editor has it: its newest version, or, where its agency has written
 * none, what the catalogue shows.
 * @throws Refusal not-found.
 */
export async function shownContent(
  db: Db,
  actor: Actor,
  innovationId: string,
): Promise<{ content: InnovationContent; version: number | null; organisationId: string }> {
  const row = await contentRows(db, actor).where('i.id', '=', innovationId).executeTakeFirst()
  if (!row)
    throw new Refusal('not-found', { id: 'Inovasi ini tidak ada.', en: 'There is no such innovation.' })
  return { organisationId: row.organisationId, version: row.version, content: contentOf(row) }
}

/** As `shownContent`, of several; those this person may not see are left out. One query. */
export async function shownContents(
  db: Db,
  actor: Actor,
  ids: readonly string[],
): Promise<Map<string, InnovationContent>> {
  const rows = await contentRows(db, actor)
    .where('i.id', '=', sql<string>`any(${ids}::uuid[])`)
    .execute()
  return new Map(rows.map((row) => [row.id, contentOf(row)]))
}

function contentRows(db: Db, actor: Actor) {
  return visibleInnovations(db, actor)
    .leftJoin('innovation_version as v', (join) =>
      join.onRef('v.innovation_id', '=', 'i.id').onRef('v.number', '=', 'i.version'),
    )
    .select(['i.id', 'i.organisation_id as organisationId', 'i.version', 'v.content'])
    .select(['i.name', 'i.expansion', 'i.summary', 'i.problem', 'i.trigger', 'i.is_digital as isDigital'])
    .select(['i.category_key as category', 'i.started_from as startedFrom', 'i.started_to as startedTo'])
    .select(
      sql<number[]>`array(select goal from innovation_sdg g where g.innovation_id = i.id order by goal)`.as(
        'goals',
      ),
    )
}
type ContentRow = Awaited<ReturnType<ReturnType<typeof contentRows>['executeTakeFirstOrThrow']>>

function contentOf({
  content,
  startedFrom,
  startedTo,
  id: _,
  organisationId: __,
  version: ___,
  ...columns
}: ContentRow) {
  const started = startedFrom === null ? null : partialDate(startedFrom, startedTo!)
  return content ?? { ...emptyContent, ...columns, started }
}

/** An interval of days as it would be typed: a year, a month or a day. */
function partialDate(from: string, to: string): string {
  if (from === to) return from
  return from.slice(0, 7) === to.slice(0, 7) ? from.slice(0, 7) : from.slice(0, 4)
}
