import { createHash } from 'node:crypto'
import { availableParallelism } from 'node:os'
import { CompiledQuery } from 'kysely'
import pg from 'pg'
import type { Pipelines } from './pipelines.ts'
import type { Db } from './transaction.ts'

const mark = '/* prepared */'
const names = new Map<string, string>()
const pipelines = new WeakMap<Db, Pipelines>()

/**
 * For connections that serve prepared statements only: a statement is planned once, without looking at its values.
 * Left to itself PostgreSQL plans some of ours anew for every execution, which takes longer than running them. Other
 * queries need their values looked at, so these connections are not theirs.
 */
export const plannedOnce = '; set plan_cache_mode = force_generic_plan'

/**
 * How many of them one of so many `processes` runs at once. They compute and wait for nothing, so more than keep the
 * processors busy only push each other out of their caches: with 16 on two processors a statement takes a fifth longer.
 */
export function preparedAtOnce(processes: number): number {
  return Math.max(2, Math.ceil((2 * availableParallelism()) / processes))
}

/** Statements of `db` go there as they are; without it they pass through the query builder. */
export function preparesOn(db: Db, on: Pipelines): void {
  pipelines.set(db, on)
}

/** Whether two prepared statements would be answered side by side now: connections of their own, and nobody else is asking. */
export function preparesAside(db: Db): boolean {
  return pipelines.get(db)?.isQuiet ?? false
}

/**
 * Runs SQL written by hand as a prepared statement: each connection parses and plans it once. For the few hot
 * queries whose text takes few shapes; their values are parameters, never part of the text.
 */
export async function runPrepared<Row>(db: Db, text: string, values: readonly unknown[]): Promise<Row[]> {
  const on = pipelines.get(db)
  if (on === undefined) {
    const { rows } = await db.executeQuery<Row>(CompiledQuery.raw(mark + text, [...values]))
    return rows
  }
  return on.query<Row>({ name: nameOf(text), text, values: [...values] })
}

/** A connection that keeps marked statements by name; all else goes on as it came. */
export class PreparingClient extends pg.Client {
  // @ts-expect-error pg declares eight overloads of which a subclass can only pass arguments on
  override query(statement: unknown, ...rest: unknown[]): unknown {
    const pass = super.query.bind(this) as (...given: unknown[]) => unknown
    if (typeof statement !== 'string' || !statement.startsWith(mark)) return pass(statement, ...rest)
    const [values, ...further] = rest
    return pass({ name: nameOf(statement), text: statement, values }, ...further)
  }
}

function nameOf(statement: string): string {
  const known = names.get(statement)
  if (known !== undefined) return known
  const name = `list_${createHash('sha256').update(statement).digest('hex').slice(0, 24)}`
  names.set(statement, name)
  return name
}
