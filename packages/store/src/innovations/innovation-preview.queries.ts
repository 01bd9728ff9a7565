import type { InnovationContent } from '@semai/domain/innovations/innovation-content.form'
import type { EditState } from '@semai/domain/innovations/innovation-edit.lifecycle'
import type { Actor } from '@semai/domain/people/actor'
import { dayIn } from '@semai/domain/time/clock'
import { currentCategoryScheme } from '@semai/domain/innovations/category'
import { sql } from 'kysely'
import type { Db } from '../db/transaction.ts'
import { isUuid } from '../db/uuid.ts'
import { noSuchEdit, visibleEdits } from './innovation-edit.queries.ts'
import { innovationRecord } from './innovation-page.queries.ts'
import type { InnovationPage } from './innovation-page.queries.ts'
import { publishedColumns, statedFacts, statementOf } from './published-text.ts'

/** A working text as the page of its record will show it; `code` and `slug` are empty until a new one is published. */
export type InnovationPreview = { editId: string; state: EditState; innovation: InnovationPage }

/**
 * A working text, laid out as its public page will be if it is published now: the record there is with what the text
 * changes, or a new one. Nothing is written. Two queries for a changed record, one for a new one.
 * @throws Refusal not-found for whoever may not read the text.
 */
export async function innovationPreview(
  db: Db,
  actor: Actor,
  { id, now }: { id: string; now: Date },
): Promise<InnovationPreview> {
  const edit = await loadText(db, actor, id)
  const known =
    edit.innovationId === null
      ? undefined
      : await innovationRecord(db, actor).where('i.id', '=', edit.innovationId).executeTakeFirst()
  if (edit.innovationId !== null && known === undefined) throw noSuchEdit()
  const innovation = withText(known ?? newRecord(edit), edit, now)
  return { editId: id, state: edit.state, innovation }
}

type Text = Awaited<ReturnType<typeof loadText>>

async function loadText(db: Db, actor: Actor, id: string) {
  if (!isUuid(id)) throw noSuchEdit()
  const row = await visibleEdits(db, actor)
    .leftJoin('organisation as parent', 'parent.id', 'o.parent_id')
    .leftJoin('region as r', (join) =>
      join.on(
        sql<boolean>`r.code = (select above.region_code from organisation_above a join organisation above on above.id = a.above_id
          where a.organisation_id = o.id and above.region_code is not null order by a.depth limit 1)`,
      ),
    )
    .leftJoin('region as p', (join) => join.on(sql<boolean>`p.code = left(r.code, 2)`))
    .leftJoin('category as k', (join) =>
      join.on(sql<boolean>`k.key = e.content->>'category'`).on('k.scheme', '=', currentCategoryScheme),
    )
    .select(['e.state', 'e.content', 'e.innovation_id as innovationId'])
    .select(['o.id as organisationId', 'o.name as origin', 'o.slug as originSlug', 'o.kind as originKind'])
    .select(['parent.name as originParent', 'parent.slug as originParentSlug'])
    .select(['r.code as regionCode', 'r.name as region', 'r.slug as regionSlug'])
    .select(['p.name as province', 'p.slug as provinceSlug'])
    .select(['k.name_id as categoryNameId', 'k.name_en as categoryNameEn'])
    .where('e.id', '=', id)
    .executeTakeFirst()
  if (!row) throw noSuchEdit()
  return row
}

/** The record with what publishing the text would change of it. */
function withText(record: InnovationPage, text: Text, now: Date): InnovationPage {
  const { content } = text
  const columns = publishedColumns(content)
  const started = columns.started_from
  return {
    ...record,
    name: content.name ?? '',
    expansion: columns.expansion,
    summary: columns.summary,
    problem: columns.problem,
    basis: columns.basis,
    confidence: columns.confidence,
    trigger: columns.trigger,
    isDigital: columns.is_digital,
    category: columns.category_key,
    categoryNameId: text.categoryNameId,
    categoryNameEn: text.categoryNameEn,
    startedFrom: started,
    startedTo: columns.started_to,
    startedYear: started === null ? null : Number(started.slice(0, 4)),
    startUnconfirmed: columns.start_unconfirmed,
    lastConfirmedOn: dayIn(now),
    updatedAt: now,
    publishedAt: now,
    version: (record.version ?? 0) + 1,
    content,
    goals: content.goals.toSorted((a, b) => a - b).map((goal) => ({ goal })),
    facts: factsWith(record.facts, text, now),
  }
}

/** Facts of other sources stay; those the agency stated before are the ones of the text. In the order of the page. */
function factsWith(before: InnovationPage['facts'], { origin, content }: Text, now: Date) {
  const source = statementOf(origin)
  const own = statedFacts(content).map(({ field, value }) => ({
    field,
    value,
    basis: 'source' as const,
    confidence: 'high' as const,
    statedOn: dayIn(now),
    note: null,
    source,
    sourceUrl: null,
  }))
  return [...before.filter((fact) => fact.source !== source), ...own].toSorted((a, b) =>
    a.field === b.field ? inOrder(a.value, b.value) : inOrder(a.field, b.field),
  )
}

function inOrder(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}

/** A record nobody has published anything of. */
function newRecord({ content: _, state: __, innovationId: ___, ...origin }: Text): InnovationPage {
  return {
    ...origin,
    id: '',
    hasVisitDays: false,
    code: '',
    slug: '',
    kind: 'innovation',
    name: '',
    expansion: null,
    summary: null,
    problem: null,
    basis: 'source',
    confidence: 'high',
    stage: null,
    trigger: null,
    isDigital: null,
    batched: false,
    replicas: 0,
    startedFrom: null,
    startedTo: null,
    startedYear: null,
    startUnconfirmed: false,
    lastConfirmedOn: null,
    confirmedWay: null,
    updatedAt: new Date(0),
    category: null,
    blueprintVersion: null,
    content: null as InnovationContent | null,
    version: null,
    publishedAt: null,
    facts: [],
    awards: [],
    parties: [],
    identifiers: [],
    aliases: [],
    goals: [],
    links: [],
  }
}
