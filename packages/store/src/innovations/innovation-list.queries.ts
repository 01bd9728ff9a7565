import type { Actor } from '@semai/domain/people/actor'
import { preparesAside, runPrepared } from '../db/prepared.ts'
import type { Db } from '../db/transaction.ts'
import { facetCounts } from './facet-counts.ts'
import type { FacetCounts } from './facet-counts.ts'
import { countedRows, listPlan } from './list-plan.ts'
import type { ListPlan } from './list-plan.ts'
import type { ListQuestion, Place } from './list-question.ts'
import type { Audience, ShownListRow } from './list-row.ts'
import { facetStatement, listStatement } from './list-sql.ts'
import { listStatistics } from './list-statistics.ts'

/** One page of the catalogue with its counts. */
export type InnovationList = {
  rows: ShownListRow[]
  /** Where the next page begins; null on the last. */
  next: Place | null
  /** Rows that answer the whole question; when `capped`, at least this many. */
  total: number
  capped: boolean
  /**
   * Rows per value of each facet. With `facetsLifted` a facet is counted as if nothing were chosen in it; otherwise
   * (too many rows answer) only rows of the whole question count. When `capped` they are counts of `total` rows.
   */
  facets: FacetCounts
  facetsLifted: boolean
}

/**
 * A page of the catalogue by keyset, its total and facets: one query whatever the rows, or two side by side where the page is walked
 * in a large catalogue and nobody else asks (and one a minute for sizes). Total and facets are exact up to 10,000 rows.
 */
export async function innovationList(
  db: Db,
  actor: Actor,
  question: ListQuestion,
  now: Date,
): Promise<InnovationList> {
  const { rows, next, facets, plan } = await readList({ db, actor, now }, question, 'page', true)
  const answers = plan === 'lifted' ? 'all' : 'chosen'
  const counted = facetCounts(facets, question.filter, question.today, answers)
  const capped = counted.total > countedRows
  return {
    rows: JSON.parse(rows) as ShownListRow[],
    next,
    total: capped ? countedRows : counted.total,
    capped,
    facets: counted.facets,
    facetsLifted: plan === 'lifted',
  }
}

/**
 * A page of the catalogue as open data: texts that are not read on a source page are absent. `rows` is the JSON
 * text of an array of `InnovationListRow`, written by the database and ready to send. One query, no counts.
 */
export async function openInnovationList(
  db: Db,
  actor: Actor,
  question: ListQuestion,
  now: Date,
): Promise<{ rows: string; next: Place | null }> {
  const { rows, next } = await readList({ db, actor, now }, question, 'open', false)
  return { rows, next }
}

type Asking = { db: Db; actor: Actor; now: Date }
type Read = { rows: string; next: Place | null; facets: string | null }

async function readList(
  { db, actor, now }: Asking,
  question: ListQuestion,
  audience: Audience,
  facets: boolean,
): Promise<Read & { plan: ListPlan }> {
  const statistics = await listStatistics(db, now)
  const plan = listPlan(question, statistics, facets)
  const textShare = question.tsquery === null ? 1 : statistics.textShare(question.tsquery)
  const isApart = facets && plan === 'walk' && preparesAside(db)
  const page = listStatement(actor, question, { plan, facets: facets && !isApart, textShare, audience })
  const counted = isApart ? facetStatement(actor, question, textShare) : null
  const [[read], beside] = await Promise.all([
    runPrepared<Read>(db, page.text, page.values),
    counted && runPrepared<Pick<Read, 'facets'>>(db, counted.text, counted.values),
  ])
  return { ...read!, ...beside?.[0], plan }
}
