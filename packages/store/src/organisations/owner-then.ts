import type { MoveKind } from '@semai/domain/organisations/restructuring'
import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'

/** A record as a query names it: its id, and the column that says to which organisation it belongs now. */
type Belonging = { kind: MoveKind; id: string; owner: string }

/**
 * To which organisation a record belonged on a day: the one it was first carried away from after that day, else the present
 * one. Without a day the present one.
 */
export function ownerThen({ kind, id, owner }: Belonging, day: string | null): RawBuilder<string> {
  if (day === null) return sql<string>`${sql.ref(owner)}`
  return sql<string>`coalesce((select h.organisation_id from organisation_move m
    join organisation_history h on h.id = m.history_id
    where m.kind = ${kind} and m.record_id = ${sql.ref(id)} and h.valid_from > ${day}::date
    order by h.valid_from, h.id limit 1), ${sql.ref(owner)})`
}

/** What an organisation was called on a day; without a day what it is called. */
export function nameThen(organisation: string, day: string | null): RawBuilder<string> {
  const name = sql.ref(`${organisation}.name`)
  if (day === null) return sql<string>`${name}`
  return sql<string>`coalesce((select h.former_name from organisation_history h
    where h.organisation_id = ${sql.ref(`${organisation}.id`)} and h.change = 'renamed' and h.valid_from > ${day}::date
    order by h.valid_from limit 1), ${name})`
}

/** Whether an organisation was there on a day; without a day whether it is. */
export function wasThere(organisation: string, day: string | null): RawBuilder<boolean> {
  const [began, ended] = ['began_on', 'ended_on'].map((column) => sql.ref(`${organisation}.${column}`))
  if (day === null) return sql<boolean>`${ended} is null`
  return sql<boolean>`(${began} is null or ${began} <= ${day}::date) and (${ended} is null or ${ended} > ${day}::date)`
}
