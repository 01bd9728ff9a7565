import type { Component } from '@semai/domain/blueprints/blueprint'
import { shippedFormRule } from '@semai/domain/replications/form-rule'
import type { FormRule } from '@semai/domain/replications/form-rule'
import { sql } from 'kysely'
import type { Db } from '../db/transaction.ts'

/**
 * The components of each origin version that the text in `content` took from, in the text's own order; an empty list for a
 * text that is no fork. For a query in which `content` is a column.
 */
export function originComponents(content: string) {
  return sql<
    Component[][]
  >`coalesce((select jsonb_agg(coalesce(w.content -> 'components', '[]') order by t.place)
    from jsonb_array_elements(${sql.ref(content)} #> '{fork,origins}') with ordinality as t (origin, place)
    left join blueprint_version w on w.blueprint_id = (t.origin ->> 'blueprint')::uuid
      and w.number = (t.origin ->> 'version')::int), '[]')`
}

/** The rule in force, as a column of any query; null where it is the one that comes with the product. */
export const ruleColumn = sql<FormRule | null>`(select f.rule from form_rule f order by f.in_force_from desc, f.version desc limit 1)`

/** The rule by which forms are measured now. One query. */
export async function formRuleInForce(db: Db): Promise<FormRule> {
  const row = await db
    .selectFrom('form_rule')
    .select('rule')
    .orderBy('in_force_from', 'desc')
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.rule ?? shippedFormRule
}
