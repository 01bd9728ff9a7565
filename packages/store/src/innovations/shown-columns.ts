import { dateInterval } from '@semai/domain/claims/claim'
import type { Basis } from '@semai/domain/innovations/innovation'
import { shownValue } from '@semai/domain/innovations/record'
import type { FactField } from '@semai/domain/innovations/record'
import type { Selectable } from 'kysely'
import type { Schema } from '../db/schema.ts'
import type { StatedValue } from './innovation-facts.commands.ts'
import type { InnovationEntry } from './placed-innovation.ts'

/**
 * The columns of an innovation that are shown first, chosen from every value stated for each field: a value read on
 * a page before a merely known one, the one shown now before others, then the oldest.
 */
export function shownColumns(
  one: InnovationEntry,
  {
    before,
    values,
  }: { before: Selectable<Schema['innovation']> | undefined; values: readonly StatedValue[] },
) {
  const shown = (field: FactField, current: string | null = null) =>
    shownValue(
      values.filter((value) => value.field === field),
      current,
    )
  const isOwn = (field: FactField) =>
    before === undefined ||
    shown(field) === (one.record.facts.find((fact) => fact.field === field)?.value ?? null)
  const started = shown('started')
  const interval = started === null ? null : dateInterval(started)
  const summary = shown('summary', before?.summary)
  const problem = shown('problem', before?.problem)
  const basis = basisOf(one, values, [summary, problem])
  const isPlaced = isOwn('region')
  return {
    name: shown('name', before?.name)!,
    expansion: shown('expansion', before?.expansion),
    summary: basis === 'name_only' ? null : summary,
    problem: basis === 'name_only' ? null : problem,
    basis,
    confidence: one.record.confidence,
    organisation_id: isOwn('institution') ? one.organisationId : before!.organisation_id,
    region_code: isPlaced ? one.regionCode : before!.region_code,
    province_code: isPlaced ? one.provinceCode : before!.province_code,
    started_from: interval?.earliest ?? null,
    started_to: interval?.latest ?? null,
    start_unconfirmed: started !== null && !isRead(values, 'started'),
  }
}

function isRead(values: readonly StatedValue[], wanted: FactField): boolean {
  return values.some(({ field, basis }) => field === wanted && basis === 'source')
}

/** General knowledge as soon as any part of the shown narrative is; without a narrative what the file says. */
function basisOf(one: InnovationEntry, values: readonly StatedValue[], narrative: (string | null)[]): Basis {
  const parts = narrative.filter((text) => text !== null)
  if (parts.length === 0) return one.record.basis
  const allRead = parts.every((text) =>
    values.some(({ field, value, basis }) => isNarrative(field) && value === text && basis === 'source'),
  )
  return allRead ? 'source' : 'general_knowledge'
}

function isNarrative(field: string): boolean {
  return field === 'summary' || field === 'problem'
}
