import type { OpenedDatabase } from '@semai/store/db/open'

/** One more claim that something runs is there afterwards, and one more quarterly report; another in each round. */
export async function newsArrives(pool: OpenedDatabase['pool'], round: number): Promise<void> {
  await pool.query(
    `insert into claim (id, source_key, innovation_id, organisation_id, region_code, kind, happening, earliest, latest, precision, strength,
      valid_until, source_id, declared_at, recorded_at, updated_at)
    select gen_random_uuid(), 'prove:' || $1::int, innovation_id, organisation_id, region_code, 'state', 'running', '2026-05-01', '2026-05-01', 'day',
      'declared', '2028-03-31', (select id from source limit 1), now(), now(), now()
    from replication where region_code is not null order by id offset $1::int limit 1`,
    [round],
  )
  await pool.query(
    `insert into quarterly_report (id, replication_id, year, quarter, state, content, revision, created_at, saved_at, moved_at)
    select gen_random_uuid(), id, 2020, 1, 'submitted', '{}', 1, now(), now(), now() from replication order by id offset $1::int limit 1`,
    [round],
  )
}
