import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { silent } from '@semai/store/db/environment'
import { migrate, readMigrations } from '@semai/store/db/migrate'
import { openDatabase } from '@semai/store/db/open'

type Column = { name: string; type: string; needed: boolean; says: string | null; points_to: string | null }
type Table = { name: string; says: string | null; columns: Column[] }

/** Every table with its columns and comments, as an empty database has them after all migrations. */
export async function tablesPage(): Promise<string> {
  const tables = await migratedTables()
  return [
    '# Tables',
    '',
    'Made by `npm run docs` from a freshly migrated database; not edited by hand. What a table or column means is said by',
    'its comment in the migration.',
    '',
    ...tables.map(({ name }) => `- [${name}](#${name})`),
    '',
    ...tables.flatMap(section),
  ].join('\n')
}

function section({ name, says, columns }: Table): string[] {
  const rows = columns.map(({ name: column, type, needed, points_to: target, says: meaning }) => {
    const points = target ? `→ [${target}](#${target})` : ''
    return `| ${column} | ${type} | ${needed ? 'yes' : ''} | ${[points, escaped(meaning ?? '')].filter(Boolean).join(' ')} |`
  })
  return [
    `## ${name}`,
    '',
    ...(says ? [says, ''] : []),
    '| column | type | needed | meaning |',
    '| --- | --- | --- | --- |',
    ...rows,
    '',
  ]
}

async function migratedTables(): Promise<Table[]> {
  const folder = mkdtempSync(join(tmpdir(), 'semai-docs-'))
  try {
    const { pool, close } = await openDatabase({ role: 'owner', poolSize: 1 }, { SEMAI_DATA: folder })
    try {
      const client = await pool.connect()
      await migrate(client, await readMigrations(), silent)
      const { rows } = await client.query<Table>(catalogue)
      client.release()
      return rows
    } finally {
      await close()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function escaped(text: string): string {
  return text.replaceAll('|', '\\|')
}

const catalogue = `
  select c.relname as name, obj_description(c.oid) as says,
         json_agg(json_build_object(
           'name', a.attname,
           'type', format_type(a.atttypid, a.atttypmod),
           'needed', a.attnotnull,
           'says', col_description(c.oid, a.attnum),
           'points_to', (select min(k.confrelid::regclass::text) from pg_constraint k
                          where k.conrelid = c.oid and k.contype = 'f' and k.conkey = array[a.attnum])
         ) order by a.attnum) as columns
    from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
   where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm')
   group by c.oid, c.relname
   order by c.relname`
