import type { InnovationFilter } from '@semai/domain/innovations/innovation-filter.form'
import { facetNames } from './list-question.ts'
import type { FacetName } from './list-question.ts'

/** How many rows carry each value of each facet. */
export type FacetCounts = Record<FacetName, ReadonlyMap<string, number>>

/** Counts of a question: facets, and how many rows answer all of it. */
export type Counted = { total: number; facets: FacetCounts }

/** `chosen`: every row answers what is chosen already, so there is nothing to look for. */
export type CountedRows = 'all' | 'chosen'

/**
 * Counts facet texts (`innovation_list.facets`, a line each). A facet counts the rows that answer every other
 * choice, so that its own values stand beside each other; strengths are those that hold on `today`.
 */
export function facetCounts(
  lines: string | null,
  filter: InnovationFilter,
  today: string,
  counted: CountedRows = 'all',
): Counted {
  const tallies = facetNames.map(() => new Map<string, Tally>())
  const chosen = facetNames.map((name) => chosenOf(filter, name))
  const asked = counted === 'chosen' ? [] : facetNames.flatMap((_, facet) => (chosen[facet] ? [facet] : []))
  const read = lines ?? ''
  const total =
    asked.length === 0 ? tallyAll(read, tallies) : tallyFitting(read, tallies, { chosen, asked, today })
  const counts = facetNames.map((name, facet) => [name, countsOf(tallies[facet]!, facet, today)] as const)
  return { total, facets: Object.fromEntries(counts) as unknown as FacetCounts }
}

type Tally = { rows: number }
type Tallies = Map<string, Tally>

/** Rows are tallied by the text of the whole field: far fewer differ than there are rows. */
function tally(tallies: Tallies, field: string, rows = 1): void {
  const known = tallies.get(field)
  if (known === undefined) tallies.set(field, { rows })
  else known.rows += rows
}

/** Where the three parts of a line begin, as facets: what belongs to a place, to a kind, and what is mostly empty. */
const parts = ['provinces', 'institutions', 'awards'] as const satisfies readonly FacetName[]

/**
 * Tallies every line. Few combinations differ within a part of the line, so parts are tallied whole and only what differs
 * is taken apart into fields. @returns the number of lines.
 */
function tallyAll(lines: string, tallies: readonly Tallies[]): number {
  const [places, kinds, rest] = [new Map(), new Map(), new Map()] as [Tallies, Tallies, Tallies]
  let total = 0
  for (let from = 0; from < lines.length; total++) {
    const next = lines.indexOf('\n', from)
    const end = next === -1 ? lines.length : next
    const second = lines.indexOf('|', lines.indexOf('|', from) + 1)
    const sixth = lines.lastIndexOf('|', lines.lastIndexOf('|', end - 1) - 1)
    tally(places, lines.slice(from, second))
    tally(kinds, lines.slice(second + 1, sixth))
    tally(rest, lines.slice(sixth + 1, end))
    from = end + 1
  }
  for (const [i, part] of [places, kinds, rest].entries()) {
    const first = facetNames.indexOf(parts[i]!)
    for (const [fields, { rows }] of part) {
      fields.split('|').forEach((field, facet) => tally(tallies[first + facet]!, field, rows))
    }
  }
  return total
}

/** Tallies the lines that answer what is chosen, and for a facet also those that miss its own choice only. */
function tallyFitting(lines: string, tallies: readonly Tallies[], choices: Choices): number {
  let total = 0
  for (const line of lines === '' ? [] : lines.split('\n')) {
    const fields = line.split('|')
    const missed = onlyMiss(fields, choices)
    if (missed === 'several') continue
    if (missed !== null) {
      tally(tallies[missed]!, fields[missed]!)
      continue
    }
    total += 1
    for (let facet = 0; facet < fields.length; facet++) tally(tallies[facet]!, fields[facet]!)
  }
  return total
}

/** The values in those fields, each with the rows that carry it. */
function countsOf(tallies: ReadonlyMap<string, Tally>, facet: number, today: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const [field, { rows }] of tallies) {
    for (const value of valuesOf(facet, field, today)) counts.set(value, (counts.get(value) ?? 0) + rows)
  }
  return counts
}

type Choices = {
  chosen: readonly (ReadonlySet<string> | null)[]
  /** The facets in which something is chosen. */
  asked: readonly number[]
  today: string
}

const awards = facetNames.indexOf('awards')
const strengths = facetNames.indexOf('strengths')

/** An award of one year is no value of the facet: it is asked in the database, for every count. */
function chosenOf(filter: InnovationFilter, name: FacetName): ReadonlySet<string> | null {
  const values = filter[name]
  const isFixed = name === 'awards' && values.some((value) => / \d{4}$/.test(value))
  return values.length === 0 || isFixed ? null : new Set(values)
}

/** The one facet whose choice a row misses; null when it misses none. */
function onlyMiss(fields: readonly string[], { chosen, asked, today }: Choices): number | null | 'several' {
  let missed: number | null = null
  for (const facet of asked) {
    const wanted = chosen[facet]!
    const field = fields[facet]!
    const answers =
      facet < awards ? wanted.has(field) : valuesOf(facet, field, today).some((value) => wanted.has(value))
    if (answers) continue
    if (missed !== null) return 'several'
    missed = facet
  }
  return missed
}

function valuesOf(facet: number, field: string, today: string): readonly string[] {
  if (field === '') return []
  if (facet === strengths) return heldStrengths(field, today)
  return facet === awards ? field.split(',') : [field]
}

/** `declared:2026-03-31,lapses:2024-03-31` → the strengths of some claim on `today`; `infinity` is after every day. */
function heldStrengths(field: string, today: string): string[] {
  return field.split(',').flatMap((part) => {
    const [strength = '', until = ''] = part.split(':')
    if (strength === 'lapses') return until < today ? ['not_updated'] : []
    return until >= today ? [strength] : []
  })
}
