import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { beforeAll, describe, expect, test } from 'vitest'
import { testDb } from '@semai/testkit/test-db'
import { wholeDatabase } from '@semai/testkit/whole-database'
import { silent } from '../db/environment.ts'
import { loadShippedData } from './shipped-data.ts'

const { owner } = await testDb()
beforeAll(() => loadShippedData(owner.db, silent))

async function rowsOf<Row extends object = Record<string, unknown>>(
  query: string,
  values: unknown[] = [],
): Promise<Row[]> {
  return (await owner.pool.query<Row>(query, values)).rows
}
const numberOf = async (query: string) =>
  Number(Object.values((await rowsOf(`select count(*) from ${query}`))[0]!)[0])

async function fileRows(file: string): Promise<Record<string, string>[]> {
  const path = join(import.meta.dirname, '../../../../data', file)
  return parse(await readFile(path), { columns: true, bom: true }) as Record<string, string>[]
}

describe('what the files hold is what the database holds', () => {
  test('innovations, programmes, claims', async () => {
    expect({
      innovations: await numberOf(`innovation where kind = 'innovation'`),
      programmes: await numberOf(`innovation where kind = 'programme'`),
      dated: await numberOf(`claim where precision <> 'by'`),
      upperBounds: await numberOf(`claim where precision = 'by'`),
      states: await numberOf(`claim where kind <> 'event' or valid_until is not null`),
    }).toEqual({ innovations: 198, programmes: 4, dated: 332, upperBounds: 23, states: 0 })
  })

  test('claims of each programme by strength, precision and ceremony', async () => {
    expect(
      await rowsOf(
        `select i.code, c.strength, c.happening, count(*)::int as claims, count(c.batch)::int as in_batches
         from claim c join innovation i on i.id = c.innovation_id where precision <> 'by'
         group by 1, 2, 3 order by 1, 2, 3`,
      ),
    ).toEqual([
      { code: 'PRG-112', strength: 'reported', happening: 'launched', claims: 2, in_batches: 0 },
      { code: 'PRG-112', strength: 'reported', happening: 'opened', claims: 28, in_batches: 0 },
      { code: 'PRG-MPP', strength: 'confirmed', happening: 'inaugurated', claims: 242, in_batches: 200 },
      { code: 'PRG-MPP', strength: 'declared', happening: 'inaugurated', claims: 1, in_batches: 0 },
      { code: 'PRG-MPP', strength: 'declared', happening: 'launched', claims: 6, in_batches: 0 },
      { code: 'PRG-MPP', strength: 'declared', happening: 'opened', claims: 2, in_batches: 0 },
      { code: 'PRG-MPP', strength: 'reported', happening: 'opened', claims: 3, in_batches: 0 },
      { code: 'PRG-MPPDIGITAL', strength: 'confirmed', happening: 'launched', claims: 21, in_batches: 21 },
      { code: 'PRG-SMARTCITY', strength: 'confirmed', happening: 'selected', claims: 25, in_batches: 25 },
      { code: 'PRG-SMARTCITY', strength: 'reported', happening: 'selected', claims: 2, in_batches: 2 },
    ])
    expect(
      await rowsOf(`select precision, count(*)::int as n from claim c join innovation i on i.id = c.innovation_id
        where i.code = 'PRG-MPP' group by 1 order by 1`),
    ).toEqual([
      { precision: 'by', n: 23 },
      { precision: 'day', n: 243 },
      { precision: 'month', n: 6 },
      { precision: 'year', n: 5 },
    ])
  })

  test('a start is marked as unconfirmed where all that states it is general knowledge', async () => {
    const marked = await rowsOf(`select code from innovation where start_unconfirmed order by code`)
    const stated = `select innovation_id, bool_and(basis = 'general_knowledge') as general
      from innovation_fact where field = 'started' group by 1`
    expect(marked).toEqual(
      await rowsOf(
        `select code from innovation i join (${stated}) s on s.innovation_id = i.id where general order by code`,
      ),
    )
    expect([marked.length, ...marked.slice(0, 2)]).toEqual([16, { code: 'INV-0001' }, { code: 'INV-0002' }])
  })

  test('replicas count governments with a dated claim, not upper bounds', async () => {
    expect(await rowsOf(`select code, replicas from innovation where replicas > 0 order by code`)).toEqual([
      { code: 'PRG-112', replicas: 30 },
      { code: 'PRG-MPP', replicas: 254 },
      { code: 'PRG-MPPDIGITAL', replicas: 21 },
      { code: 'PRG-SMARTCITY', replicas: 27 },
    ])
  })

  test('regions and their governments', async () => {
    expect({
      provinces: await numberOf(`region where kind = 'province'`),
      others: await numberOf(`region where kind <> 'province'`),
      autonomous: await numberOf(`region where kind <> 'province' and has_government`),
      governments: await numberOf(`organisation where kind = 'government'`),
      figures: await numberOf(`region_attribute where attribute <> 'underdeveloped'`),
      underdeveloped: await numberOf(`region_attribute where attribute = 'underdeveloped' and value = 1`),
      moved: await numberOf('region_history'),
      hubs: await numberOf('hub'),
    }).toEqual({
      provinces: 38,
      others: 514,
      autonomous: 508,
      governments: 546,
      figures: 3144,
      underdeveloped: 62,
      moved: 26,
      hubs: 20,
    })
  })

  test('every institution of the file is the origin of its innovation', async () => {
    const origins = new Map(
      (
        await rowsOf<{ code: string; names: string[] }>(
          `select i.code, array_agg(distinct n.name) as names from innovation i join organisation o on o.id = i.organisation_id
           cross join lateral (select o.name union select a.name from organisation_alias a where a.organisation_id = o.id) n
           group by i.code`,
        )
      ).map((row) => [row.code, row.names]),
    )
    const wrong = (await fileRows('catalogue/innovations.csv')).filter(
      (row) => !origins.get(row['id']!)!.includes(row['institution']!),
    )
    expect(wrong).toEqual([])
  })
})

describe('nothing is said without a source', () => {
  test('claims, facts, awards and figures each name one', async () => {
    expect(await numberOf(`source where name = ''`)).toBe(0)
    expect(
      await numberOf(
        `innovation i where not exists (select from innovation_fact f where f.innovation_id = i.id)`,
      ),
    ).toBe(0)
    expect(
      await numberOf(
        'claim c where not exists (select from claim_act a where a.claim_id = c.id and a.source_id = c.source_id)',
      ),
    ).toBe(0)
    expect(
      await rowsOf(`select table_name from information_schema.columns where column_name = 'source_id' and is_nullable = 'NO'
        and table_schema = 'public' order by 1`),
    ).toEqual(
      [
        'claim',
        'hub',
        'innovation_award',
        'innovation_fact',
        'programme_event',
        'published_figure',
        'region_attribute',
      ].map((table_name) => ({ table_name })),
    )
  })

  test('every claim keeps the source and address of its row', async () => {
    const files = [
      'mpp-adoptions',
      'mpp-known-by',
      'mpp-digital-adoptions',
      'smartcity100-adoptions',
      'call112-adoptions',
    ]
    const kept = new Map(
      (
        await rowsOf<{ source_key: string; said: string }>(
          `select c.source_key, concat_ws(' ', s.name, s.url, c.region_code) as said from claim c join source s on s.id = c.source_id`,
        )
      ).map((row) => [row.source_key, row.said]),
    )
    for (const file of files) {
      for (const row of await fileRows(`catalogue/${file}.csv`)) {
        expect(kept.get(`${file}:${row['region_code']}`)).toBe(
          `${row['source']} ${row['source_url']} ${row['region_code']}`,
        )
      }
    }
    expect(kept.size).toBe(355)
  })

  test('conflicting values stand side by side', async () => {
    expect(
      await rowsOf(`select f.value, s.name, f.note from innovation_fact f join innovation i on i.id = f.innovation_id
        join source s on s.id = f.source_id where i.code = 'INV-0013' and f.field = 'started' and f.note is not null order by 1`),
    ).toEqual([
      { value: '2009', name: 'metrotvnews.com 2015', note: 'berlaku sejak Desember 2009' },
      {
        value: '2014',
        name: 'Radarsuara.com, Pameran Pelayanan Publik Jawa Timur, 14 Nov 2024',
        note: 'menyebut penerapan pertama 2014',
      },
    ])
    expect(await rowsOf(`select started_year from innovation where code = 'INV-0013'`)).toEqual([
      { started_year: 2009 },
    ])
  })

  test('a category is ours unless a source states it', async () => {
    expect(
      await rowsOf(`select i.code from innovation_category c join innovation i on i.id = c.innovation_id
        where assigned_by = 'source' order by 1`),
    ).toEqual([{ code: 'INV-0038' }, { code: 'INV-0072' }])
    expect(await numberOf(`innovation where kind = 'innovation' and category_key is null`)).toBe(0)
  })
})

test('narratives that were only inferred are in no table but the hidden words', async () => {
  const inferred = (await fileRows('catalogue/innovations.csv'))
    .filter((row) => row['detail_basis'] === 'ditafsirkan dari nama/kategori')
    .map((row) => row['summary_id']!)
  expect(inferred).toHaveLength(60)
  expect(inferred.filter((text) => /["\\]/.test(text))).toEqual([]) // else a row's text would show them escaped
  const found: string[] = []
  const tables = await rowsOf<{ name: string }>(
    `select quote_ident(tablename) as name from pg_tables where schemaname = 'public' order by 1`,
  )
  for (const { name } of tables) {
    const hits = await rowsOf(
      `select 1 from ${name} t, unnest($1::text[]) x where position(x in t::text) > 0 limit 1`,
      [inferred],
    )
    if (hits.length > 0) found.push(name)
  }
  expect(found).toEqual(['innovation_hidden_words'])
  expect(await numberOf(`innovation where basis = 'name_only' and kind = 'innovation'`)).toBe(60)
})

test('known replications are text, never claims', async () => {
  const told = (await fileRows('catalogue/innovations.csv')).filter((row) => row['known_replications'] !== '')
  expect(await numberOf(`innovation_fact where field = 'known_replications'`)).toBe(told.length)
  expect(
    await numberOf(`claim c join innovation i on i.id = c.innovation_id where i.kind = 'innovation'`),
  ).toBe(0)
})

test('loading again changes nothing, also when the files are taken for new', async () => {
  const before = await wholeDatabase(owner.pool)
  await loadShippedData(owner.db, silent)
  expect(await wholeDatabase(owner.pool)).toEqual(before)
  await owner.pool.query(`update import_run set sha256 = 'an older version' where kind = 'shipped'`)
  await loadShippedData(owner.db, silent)
  const rerun = await rowsOf(
    `select created, updated from import_run where kind = 'shipped' order by finished_at desc limit 1`,
  )
  expect(rerun).toEqual([{ created: 0, updated: 0 }])
  const { import_run: _, audit_event: __, search_index: ___, ...after } = await wholeDatabase(owner.pool)
  expect(after).toEqual(Object.fromEntries(Object.entries(before).filter(([name]) => name in after)))
})
