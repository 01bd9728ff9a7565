import type { FacetName, ListQuestion } from './list-question.ts'

/** Puts a value among the parameters of a statement; gives its placeholder. */
export type Bind = (value: unknown) => string

/**
 * `indexed` lets the word index find the rows; `walked` hides the text condition from it, so that rows are read in
 * their order and looked at one by one until the page is full: quicker for words that most records have.
 */
export type Reading = 'indexed' | 'walked'

/** All that a question asks of a row. */
export function allConditions(question: ListQuestion, bind: Bind, reading: Reading): string[] {
  return [...fixedConditions(question, bind, reading), ...facetConditions(question, bind)]
}

/** What must hold of a row whichever facets are counted: text, years, one region, batches, an award of one year. */
export function fixedConditions(question: ListQuestion, bind: Bind, reading: Reading): string[] {
  const { filter, tsquery } = question
  const conditions: string[] = []
  if (tsquery !== null) {
    const words = `${bind(tsquery)}::tsquery`
    conditions.push(reading === 'indexed' ? `l.words @@ ${words}` : `ts_match_vq(l.words, ${words})`)
  }
  if (filter.region !== null) conditions.push(regionCondition(filter.region, bind))
  if (filter.batched !== null) conditions.push(`l.batched = ${bind(filter.batched)}`)
  conditions.push(...yearConditions(question, bind, reading))
  const ofYears = filter.awards.filter((award) => / \d{4}$/.test(award))
  if (ofYears.length > 0) conditions.push(`l.awards && ${bind(filter.awards)}::text[]`)
  return conditions
}

/** What the chosen facets ask of a row, one condition for each. */
export function facetConditions(question: ListQuestion, bind: Bind): string[] {
  return facetColumns.flatMap(([facet, write]) => {
    const chosen = question.filter[facet]
    return chosen.length > 0 ? [write(chosen, bind, question)] : []
  })
}

type Write = (chosen: readonly string[], bind: Bind, question: ListQuestion) => string

/** One value is compared, several are looked up: the comparison can use an order of an index, the list can not. */
const among =
  (column: string): Write =>
  (chosen, bind) =>
    chosen.length === 1 ? `${column} = ${bind(chosen[0])}` : `${column} = any(${bind(chosen)}::text[])`

const facetColumns: readonly (readonly [FacetName, Write])[] = [
  ['provinces', among('l.province_code')],
  ['categories', among('l.category_key')],
  ['institutions', among('l.institution')],
  ['kinds', among('l.kind')],
  ['bases', among('l.basis')],
  ['stages', among('l.stage')],
  ['awards', (chosen, bind) => `l.awards && ${bind(chosen)}::text[]`],
  ['strengths', strengthCondition],
]

function strengthCondition(chosen: readonly string[], bind: Bind, { today }: ListQuestion): string {
  const lapsed = `(c.kind = 'state' and c.valid_until < ${bind(today)}::date)`
  return `exists (select from claim c where c.innovation_id = l.innovation_id and c.withdrawn_at is null
    and c.stopped_on is null
    and case when ${lapsed} is true then 'not_updated' else c.strength end = any(${bind(chosen)}::text[]))`
}

function regionCondition(region: string, bind: Bind): string {
  return `l.region_code = ${bind(region)}`
}

/** Years are days of the sort column while walking, so that the walk stops where they end. */
function yearConditions({ filter }: ListQuestion, bind: Bind, reading: Reading): string[] {
  const { yearFrom, yearTo } = filter
  if (reading === 'indexed') {
    return [
      ...(yearFrom === null ? [] : [`l.started_year >= ${bind(yearFrom)}::integer`]),
      ...(yearTo === null ? [] : [`l.started_year <= ${bind(yearTo)}::integer`]),
    ]
  }
  return [
    ...(yearFrom === null ? [] : [`l.newest_on >= ${bind(`${yearFrom}-01-01`)}::date`]),
    ...(yearTo === null
      ? []
      : [`l.newest_on <= ${bind(`${yearTo}-12-31`)}::date and l.newest_on > '-infinity'`]),
  ]
}
