import { sql } from 'kysely'
import type { Db } from '../db/transaction.ts'

export { dataVersion } from './data-version.ts'

/** Rows of each dataset, counted. One query; the tables are small beside their files. */
export function datasetSizes(db: Db) {
  return db
    .selectNoFrom((eb) => [
      eb
        .selectFrom('innovation')
        .select(sql<number>`count(*)::int`.as('n'))
        .as('innovations'),
      eb
        .selectFrom('claim')
        .where('withdrawn_at', 'is', null)
        .select(sql<number>`count(*)::int`.as('n'))
        .as('claims'),
      eb
        .selectFrom('region')
        .select(sql<number>`count(*)::int`.as('n'))
        .as('regions'),
      eb
        .selectFrom('organisation')
        .select(sql<number>`count(*)::int`.as('n'))
        .as('agencies'),
      eb
        .selectFrom('region_attribute')
        .select(sql<number>`count(*)::int`.as('n'))
        .as('attributes'),
      eb
        .selectFrom('published_figure')
        .select(sql<number>`count(*)::int`.as('n'))
        .as('figures'),
      sql<number>`((select count(*) from programme_event)
        + (select count(*) from hub where region_code is not null))::int`.as('events'),
    ])
    .executeTakeFirstOrThrow()
}

/** Files imported after the shipped ones: the last import of each, with its fingerprint. */
export function importedFiles(db: Db) {
  return db
    .selectFrom('import_run')
    .distinctOn(['kind', 'file_name'])
    .select(['kind', 'file_name as fileName', 'sha256', 'rows_read as rows', 'finished_at as finishedAt'])
    .where('kind', '<>', 'shipped')
    .orderBy('kind')
    .orderBy('file_name')
    .orderBy('finished_at', 'desc')
    .execute()
}
