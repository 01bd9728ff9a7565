import type { Component } from '@semai/domain/blueprints/blueprint'
import type { PlanIndicator } from '@semai/domain/action-plans/plan-indicators'
import { indicatorsOf } from '@semai/domain/monitoring/measured-indicator'
import type { MeasuredIndicator } from '@semai/domain/monitoring/measured-indicator'
import type { ReportedValues, TypedValue } from '@semai/domain/monitoring/reported-value'
import { Refusal } from '@semai/domain/refusal'
import type { FieldFault } from '@semai/domain/refusal'
import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Db } from '../db/transaction.ts'

/**
 * The indicator components that a replication measures, for a query over `replication r`: of its own published blueprint,
 * which keeps the keys of what it took over; else of its origin's. Empty where neither has published one.
 */
export const indicatorComponents: RawBuilder<Component[]> = sql`coalesce(
  (select jsonb_path_query_array(w.content, '$.components[*] ? (@.kind == "indicator")')
    from blueprint b join blueprint_version w on w.blueprint_id = b.id and w.number = b.version
    where (b.replication_id = r.id and b.innovation_id is null)
      or (b.innovation_id = r.innovation_id and b.replication_id is null)
    order by b.replication_id is null limit 1), '[]')`

/** An indicator as the form of a report shows it: with what the plan says, as typed there. */
export type AskedIndicator = MeasuredIndicator & {
  planned: { baseline: string | null; target: string | null }
}

/** What a report of a replication is asked for, in the order of its blueprint. One query. */
export async function askedIndicators(db: Db, replicationId: string): Promise<AskedIndicator[]> {
  const row = await db
    .selectFrom('replication as r')
    .leftJoin('action_plan as p', 'p.replication_id', 'r.id')
    .select(indicatorComponents.as('components'))
    .select(sql<PlanIndicator[]>`coalesce(p.content -> 'indicators', '[]')`.as('planned'))
    .where('r.id', '=', replicationId)
    .executeTakeFirstOrThrow()
  const planned = new Map(row.planned.flatMap((one) => (one.key ? [[one.key, one] as const] : [])))
  return indicatorsOf(row.components).map((one) => {
    const { baseline = null, target = null } = planned.get(one.key) ?? {}
    return { ...one, planned: { baseline, target } }
  })
}

/**
 * Values with the name and the unit that the blueprint gives them now.
 * @throws Refusal invalid for a key that the blueprint does not have. One query where there are values, else none.
 */
export async function namedValues(
  db: Db,
  replicationId: string,
  values: Readonly<Record<string, TypedValue>>,
): Promise<ReportedValues> {
  if (Object.keys(values).length === 0) return {}
  const known = new Map((await askedIndicators(db, replicationId)).map((one) => [one.key, one]))
  const faults: FieldFault[] = []
  const named = Object.entries(values).flatMap(([key, value]) => {
    const indicator = known.get(key)
    if (!indicator) faults.push({ field: `values.${key}.value`, says: noSuchIndicator })
    return indicator ? [[key, { ...value, name: indicator.name, unit: indicator.unit }] as const] : []
  })
  if (faults.length > 0) throw new Refusal('invalid', noSuchIndicator, faults)
  return Object.fromEntries(named)
}

const noSuchIndicator = {
  id: 'Rancang bangun tidak lagi memuat indikator ini. Muat ulang halaman, lalu tulis nilainya sebagai indikator lain.',
  en: 'The blueprint no longer has this indicator. Load the page again and write its value as another indicator.',
}
