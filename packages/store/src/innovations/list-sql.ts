import { allConditions, facetConditions, fixedConditions } from './list-conditions.ts'
import type { Bind, Reading } from './list-conditions.ts'
import { commonShare, countedRows } from './list-plan.ts'
import type { ListPlan } from './list-plan.ts'
import { orderColumns } from './list-question.ts'
import type { ListQuestion } from './list-question.ts'
import { listRows } from './list-row.ts'
import type { Audience } from './list-row.ts'
import { visibleInList } from './visible.ts'
import type { Actor } from '@semai/domain/people/actor'

export type ListStatement = { text: string; values: readonly unknown[] }

type Making = {
  question: ListQuestion
  bind: Bind
  /** Conditions of what this person may see. */
  scope: readonly string[]
}

/** How a list is to be read and for whom its rows are written. */
export type ListReading = { plan: ListPlan; facets: boolean; textShare: number; audience: Audience }

/**
 * One statement that gives one row: `rows` (the page as JSON text), `next` (sort key and id of its last row when
 * there is a further page) and `facets` (the facet texts of what is counted, a line each; null when not wanted).
 * The text depends on which questions are asked, not on their values, so it has few shapes.
 */
export function listStatement(actor: Actor, question: ListQuestion, reading: ListReading): ListStatement {
  const values: unknown[] = []
  const bind: Bind = (value) => `$${values.push(value)}`
  const making = { question, bind, scope: visibleInList(actor, bind) }
  const sets = reading.plan === 'lifted' ? liftedSets(making) : directSets(making, reading)
  const rows = listRows(reading.audience, bind(question.today), bind(question.limit))
  const text = `with ${[...sets.ctes, numberedPage(making)].join(',\n')}
select ${rows} as rows,
  (select json_build_array(page.key::text, page.innovation_id) from page
    where page.n = ${bind(question.limit)}::integer and exists (select from page further where further.n > page.n)) as next,
  ${reading.facets ? sets.facets : 'null'} as facets`
  return { text, values }
}

type Sets = { ctes: string[]; facets: string }

/** Everything that answers the text, read once; `fits` says which of it answers the chosen facets too. */
function liftedSets({ question, bind, scope }: Making): Sets {
  const fits = facetConditions(question, bind)
  const fixed = [...scope, ...fixedConditions(question, bind, 'indexed')]
  return {
    ctes: [
      `answer as materialized (select l.innovation_id, ${key(question)} as key, l.award, l.facets,
  ${fits.join(' and ') || 'true'} as fits from ${source(question, bind)}${where(fixed)})`,
      `hit as (select innovation_id, key, award from answer where fits)`,
    ],
    facets: `(select string_agg(facets, E'\\n') from answer)`,
  }
}

/** Rows that answer the whole question: all of them, or as far as the page needs; facets are then counted on a reading of their own. */
function directSets(making: Making, { plan, textShare, facets }: ListReading): Sets {
  const { question, bind, scope } = making
  const reading = plan === 'walk' ? 'walked' : scanOf(textShare)
  const conditions = where([...scope, ...allConditions(question, bind, reading)])
  const selected = `select l.innovation_id, ${key(question)} as key, l.award, l.facets from ${source(question, bind)}${conditions}`
  return plan === 'narrow'
    ? { ctes: [`hit as materialized (${selected})`], facets: facetsOf('select facets from hit') }
    : { ctes: [`hit as (${selected})`], facets: facets ? facetsAgain(making, textShare) : 'null' }
}

/** What a walk counts, by itself: one row with `facets`, for a statement beside that of the page (without its facets). */
export function facetStatement(actor: Actor, question: ListQuestion, textShare: number): ListStatement {
  const values: unknown[] = []
  const bind: Bind = (value) => `$${values.push(value)}`
  const making = { question, bind, scope: visibleInList(actor, bind) }
  return { text: `select ${facetsAgain(making, textShare)} as facets`, values }
}

function facetsAgain({ question, bind, scope }: Making, textShare: number): string {
  const conditions = where([...scope, ...allConditions(question, bind, scanOf(textShare))])
  return facetsOf(`select l.facets from innovation_list l${conditions}`)
}

function facetsOf(rows: string): string {
  return `(select string_agg(facets, E'\\n') from (${rows} limit ${countedRows + 1}) counted)`
}

function scanOf(textShare: number): Reading {
  return textShare >= commonShare ? 'walked' : 'indexed'
}

/** The page with one row more, which tells that there is a further page; numbered in its order. */
function numberedPage({ question, bind }: Making): string {
  const { type, descending } = orderColumns[question.filter.order]
  const direction = descending ? 'desc' : 'asc'
  const order = `key ${direction}, innovation_id ${direction}`
  const after = question.after
    ? ` where (key, innovation_id) ${descending ? '<' : '>'} (${bind(question.after[0])}::${type}, ${bind(question.after[1])}::uuid)`
    : ''
  return `page as materialized (select innovation_id, key, award, row_number() over (order by ${order}) as n
  from (select innovation_id, key, award from hit${after} order by ${order} limit ${bind(question.limit + 1)}::integer) first_ones)`
}

function key({ filter }: ListQuestion): string {
  return orderColumns[filter.order].column
}

function source({ filter, ranked }: ListQuestion, bind: Bind): string {
  if (filter.order !== 'relevan') return 'innovation_list l'
  return `innovation_list l left join (select known.id, place from unnest(${bind(ranked)}::text[]) with ordinality as best (code, place)
    join innovation known on known.code = best.code) ranked on ranked.id = l.innovation_id`
}

function where(conditions: readonly string[]): string {
  return conditions.length === 0 ? '' : ` where ${conditions.join(' and ')}`
}
