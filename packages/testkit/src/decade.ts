import type { OpenedDatabase } from '@semai/store/db/open'
import { decadeMoney } from './decade-money.ts'
import { decadeProgrammes } from './decade-programmes.ts'
import { decadeOutcomes } from './decade-outcomes.ts'
import { decadeReplications } from './decade-replications.ts'
import { columns, syntheticCatalogue } from './synthetic-catalogue.ts'
import type { SyntheticRow } from './synthetic-catalogue.ts'

/** How much a decade holds; `seed` changes every draw, `end` (`YYYY-MM-DD`) is its last day. */
export type Decade = { innovations: number; replications: number; seed?: number; end?: string }

/** The size that boards are proven with. */
export const wholeDecade = { innovations: 3_000, replications: 20_000 } as const
/** The day on which a decade is looked at where nothing else is said: its last. */
export const decadeEnd = '2026-06-30'

const tables = Object.keys(columns) as SyntheticRow['table'][]
const derived = ['innovation', 'innovation_award', 'claim']

/**
 * A migrated, empty database holds ten years of fictitious innovations and their replications afterwards, with steps,
 * milestones, claims and who said what about them, quarterly reports, pulses, hubs, and scaling-up programmes with findings. The
 * same in every run of the same seed. Names say that they are made up. Needs the owner's rights; about half a minute for the whole.
 */
export async function fillDecade(opened: OpenedDatabase, decade: Decade): Promise<void> {
  const { innovations, replications, seed = 1, end = decadeEnd } = decade
  const { pool } = opened
  // Row by row the list would be derived for each claim: once is enough when nobody looks.
  for (const table of derived) await pool.query(`alter table ${table} disable trigger user`)
  await insertCatalogue(opened, innovations, seed)
  const size = { SIZE: replications, SEED: seed, END: end }
  for (const statement of [...decadeReplications, ...decadeOutcomes, ...decadeMoney, ...decadeProgrammes]) {
    await pool.query(
      statement.replaceAll(/SIZE|SEED|END/g, (name) => String(size[name as keyof typeof size])),
    )
  }
  for (const table of derived) await pool.query(`alter table ${table} enable trigger user`)
  await pool.query('select refresh_innovation_list(array(select id from innovation))')
  await pool.query('drop table drawn')
  await pool.query('analyze')
}

/** In the order of `columns`, so that what is referred to comes first. */
async function insertCatalogue({ pool }: OpenedDatabase, size: number, seed: number): Promise<void> {
  const waiting = Map.groupBy(syntheticCatalogue(size, seed), ({ table }) => table)
  for (const table of tables) {
    const names = columns[table].split(',')
    const rows = (waiting.get(table) ?? []).map(({ values }) =>
      Object.fromEntries(names.map((name, i) => [name, values[i]])),
    )
    await pool.query(
      `insert into ${table} (${columns[table]}) select ${columns[table]} from jsonb_populate_recordset(null::${table}, $1::jsonb)`,
      [JSON.stringify(rows)],
    )
  }
  await pool.query(`update organisation set name = name || ' (rekaan)'`)
  await pool.query(`update innovation set name = name || ' (rekaan)'`)
}
