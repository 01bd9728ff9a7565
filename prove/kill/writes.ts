import { join } from 'node:path'
import { writeFile } from 'node:fs/promises'
import { saveClaims } from '@semai/store/claims/claim.commands'
import type { PlacedClaim } from '@semai/store/claims/claim.commands'
import type { OpenedDatabase } from '@semai/store/db/open'
import { inTransaction } from '@semai/store/db/transaction'
import { importFile } from '@semai/store/exchange/import'
import { silent } from '@semai/store/db/environment'

type Database = Pick<OpenedDatabase, 'db' | 'pool'>

/** Connections that change a claim each, one change after the other; one more imports files. */
export const LANES = 4
const actor = { personId: null, label: 'kill' }

/** A claim for each lane, whose note counts its changes. */
export async function makeLanes({ db, pool }: Database): Promise<void> {
  for (let lane = 0; lane < LANES; lane++) {
    const claims = [await laneClaim(pool, lane, 0)]
    await inTransaction(db, (db) => saveClaims(db, { claims, silentOn: [], actor, now: new Date() }))
  }
}

/** One change and its audit event, in one transaction. */
export async function writeChange({ db, pool }: Database, lane: number, n: number): Promise<void> {
  const claims = [await laneClaim(pool, lane, n)]
  await inTransaction(db, (db) => saveClaims(db, { claims, silentOn: [], actor, now: new Date() }))
}

/** One import: claim, act, search, run and audit event, in one transaction. */
export async function writeImport({ db }: Database, folder: string, name: string): Promise<void> {
  const file = join(folder, `${name}.csv`)
  const header = 'id,innovation,region_code,date,happening,strength,local_name,source'
  await writeFile(file, `${header}\n${name},PRG-MPP,35.10,2024-05-01,opened,reported,${name},A test\n`)
  const request = { kind: 'claims', file, dryRun: false, actor, now: new Date(), progress: silent } as const
  const { created, problems } = await importFile(db, request)
  if (created !== 1) throw new Error(`writeImport: created ${created} claims: ${JSON.stringify(problems)}`)
}

/** What is in the database of the two kinds of writes, and whatever is only half there (nothing should be). */
export type Written = { changes: number[]; imports: string[]; halves: string[] }

/** Reads it all back. */
export async function readWritten({ pool }: Pick<Database, 'pool'>): Promise<Written> {
  const { rows: lanes } = await pool.query<{ changes: number; events: number }>(
    `select c.note::int as changes,
       (select count(*) from audit_event e where e.what = 'claim.update' and e.subject_id = c.id::text) as events
     from claim c where c.source_key like 'kill-lane-%' order by c.source_key`,
  )
  const { rows: imports } = await pool.query<{ name: string }>(
    `select replace(file_name, '.csv', '') as name from import_run where file_name like 'kill-%' order by id`,
  )
  const { rows: halves } = await pool.query<{ what: string }>(HALVES)
  return {
    changes: lanes.map(({ changes }) => changes),
    imports: imports.map(({ name }) => name),
    halves: [
      ...lanes.flatMap(({ changes, events }, lane) =>
        changes === events ? [] : [`lane ${lane}: ${changes} changes, ${events} events`],
      ),
      ...halves.map(({ what }) => what),
    ],
  }
}

const HALVES = `
  select 'import without its event: ' || file_name as what from import_run r
  where not exists (select 1 from audit_event e where e.what = 'import.finish' and e.subject_id = r.id::text)
  union all
  select 'event without its import: ' || subject_id from audit_event e
  where e.what = 'import.finish' and not exists (select 1 from import_run r where r.id::text = e.subject_id)
  union all
  select 'import without its claim: ' || file_name from import_run r
  where file_name like 'kill-%' and not exists (select 1 from claim c where c.local_name || '.csv' = r.file_name)
  union all
  select 'claim without its import: ' || local_name from claim c
  where local_name like 'kill-%' and not exists (select 1 from import_run r where c.local_name || '.csv' = r.file_name)
  union all
  select 'claim without an act: ' || id from claim c where not exists (select 1 from claim_act a where a.claim_id = c.id)
  union all
  select 'replicas not as counted: ' || code from innovation i
  where replicas <> (select count(distinct organisation_id) from claim c where c.innovation_id = i.id
    and withdrawn_at is null and stopped_on is null and happening <> 'stopped' and precision <> 'by')
  union all
  select 'not in the list: ' || code from innovation i
  where not exists (select 1 from innovation_list l where l.innovation_id = i.id)`

async function laneClaim(pool: Database['pool'], lane: number, n: number): Promise<PlacedClaim> {
  const { rows } = await pool.query<{ innovation_id: string; organisation_id: string; source_id: string }>(
    `select i.id as innovation_id, i.organisation_id, (select id from source order by id limit 1) as source_id
     from innovation i where kind = 'innovation' order by code limit 1 offset $1`,
    [lane],
  )
  const { source_id, ...subject } = rows[0]!
  const day = '2024-05-01'
  return {
    claim: {
      ...subject,
      source_key: `kill-lane-${lane}`,
      unit_id: null,
      region_code: '35.10',
      local_name: null,
      kind: 'event',
      happening: 'opened',
      earliest: day,
      latest: day,
      precision: 'day',
      strength: 'reported',
      valid_until: null,
      batch: null,
      note: String(n),
      source_id,
      stopped_on: null,
      stop_reason: null,
      withdrawn_at: null,
    },
    act: { act: 'reported', organisation_id: null, acted_on: null, source_id, note: null },
  }
}
