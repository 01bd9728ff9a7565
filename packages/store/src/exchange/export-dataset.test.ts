import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import readXlsxFile from 'read-excel-file/node'
import { beforeAll, describe, expect, test } from 'vitest'
import { claimRecord } from '@semai/domain/exchange/claim-record'
import { datasetNames, datasets, exportFormats, type DatasetName } from '@semai/domain/exchange/datasets'
import { innovationRecord } from '@semai/domain/exchange/innovation-record'
import {
  agencyRecord,
  attributeRecord,
  figureRecord,
  regionRecord,
} from '@semai/domain/exchange/region-record'
import { programmeEventRecord } from '@semai/domain/exchange/programme-event-record'
import { publicActor } from '@semai/domain/people/actor'
import { openDataScene } from '@semai/testkit/open-data-scene'
import { testDb } from '@semai/testkit/test-db'
import { exportDataset, type ExportOptions } from './export-dataset.ts'
import { fileSizes } from './file-sizes.ts'

const { db, owner } = await testDb()

/** Two narratives of the shipped catalogue that must stay inside. */
const shipped = parse(readFileSync(join(import.meta.dirname, '../../../../data/catalogue/innovations.csv')), {
  columns: true,
}) as { summary_id: string; detail_basis: string }[]
const narrativeOf = (basis: string) =>
  shipped.find((row) => row.detail_basis === basis && row.summary_id !== '')!.summary_id
const texts = {
  general: narrativeOf('pengetahuan umum'),
  inferred: narrativeOf('ditafsirkan dari nama/kategori'),
}

async function bytes(options: Omit<ExportOptions, 'today'>): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  for await (const chunk of exportDataset(db, publicActor, { today: '2026-03-01', ...options }))
    chunks.push(chunk)
  return Buffer.concat(chunks)
}
const csvRows = async (dataset: DatasetName) =>
  parse(await bytes({ dataset, format: 'csv' }), { columns: true }) as Record<string, string>[]

beforeAll(() => openDataScene(owner.db, texts))

describe('narratives', () => {
  const all = datasetNames.flatMap((dataset) =>
    datasets[dataset].formats.map((format) => ({ dataset, format })),
  )

  test('the two that must stay inside are real ones, and stored', async () => {
    expect([texts.general.length > 40, texts.inferred.length > 40]).toEqual([true, true])
    const kept = await db
      .selectFrom('innovation')
      .select('summary')
      .where('code', '=', 'INV-0002')
      .executeTakeFirst()
    expect(kept).toEqual({ summary: texts.general })
  })

  test.each(all.filter(({ format }) => format !== 'xlsx'))(
    'stay out of $dataset as $format',
    async (options) => {
      const text = (await bytes(options)).toString()
      expect([text.includes(texts.general), text.includes(texts.inferred)]).toEqual([false, false])
    },
  )

  test('stay out of the workbook', async () => {
    const sheets = await readXlsxFile(await bytes({ dataset: 'innovations', format: 'xlsx' }))
    const text = JSON.stringify(sheets)
    expect([
      text.includes(texts.general),
      text.includes(texts.inferred),
      text.includes('Ringkasan bersumber.'),
    ]).toEqual([false, false, true])
  })

  test('with a source go out, and the others say why they are absent', async () => {
    const rows = await csvRows('innovations')
    expect(rows.map((row) => [row.code, row.summary, row.narrative_withheld])).toEqual([
      ['INV-0001', 'Ringkasan bersumber.', ''],
      ['INV-0002', '', 'unconfirmed'],
      ['INV-0003', '', 'awaiting_agency'],
      ['PRG-UJI', '', ''],
    ])
  })
})

describe('records', () => {
  const shapes = {
    innovations: innovationRecord,
    claims: claimRecord,
    regions: regionRecord,
    agencies: agencyRecord,
    attributes: attributeRecord,
    figures: figureRecord,
    events: programmeEventRecord,
  }
  test.each(datasetNames)('of %s follow their published shape, in JSON and line by line', async (dataset) => {
    const lines = (await bytes({ dataset, format: 'jsonl' })).toString().trim().split('\n')
    const records = lines.map((line) => JSON.parse(line) as unknown)
    expect(records.map((record) => shapes[dataset].safeParse(record).error ?? null)).toEqual(
      records.map(() => null),
    )
    const document = JSON.parse((await bytes({ dataset, format: 'json' })).toString())
    expect([document.rows, document.dataset, document.as_of]).toEqual([records, dataset, '2026-03-01'])
  })

  test('keep conflicting values side by side', async () => {
    const [first] = (await bytes({ dataset: 'innovations', format: 'jsonl' })).toString().split('\n')
    expect(JSON.parse(first!).facts.map((fact: { value: string }) => fact.value)).toEqual(['2009', '2014'])
  })
})

describe('claims', () => {
  test('tell date, strength on the day and batch; a withdrawn one is gone, a reason without consent too', async () => {
    const rows = await csvRows('claims')
    expect(
      rows.map((row) => [row.source_key, row.earliest, row.latest, row.precision, row.strength]),
    ).toEqual([
      ['opened', '2024-10-08', '2024-10-08', 'day', 'confirmed'],
      ['known by', '', '2022-07-13', 'by', 'reported'],
      ['lapsed', '2021-01-01', '2021-12-31', 'year', 'not_updated'],
      ['stopped', '2020-05-01', '2020-05-31', 'month', 'verified'],
    ])
    expect(rows.map((row) => [row.stopped_on, row.stop_reason]).at(-1)).toEqual(['2023-01-01', ''])
  })

  test('are drawn at the seat, longitude first', async () => {
    const map = JSON.parse((await bytes({ dataset: 'claims', format: 'geojson' })).toString())
    expect([map.type, map.features.length, map.features[0].geometry.coordinates]).toEqual([
      'FeatureCollection',
      4,
      [114.37, -8.2],
    ])
    expect(map.note).toContain('seat of government')
  })

  test('of another innovation are left out', async () => {
    expect(
      (await bytes({ dataset: 'claims', format: 'jsonl', claims: { innovation: 'INV-0001' } })).toString(),
    ).toBe('')
  })
})

describe('files', () => {
  test('a workbook opens with the same rows, codes as text and numbers as numbers', async () => {
    const sheets = await readXlsxFile(await bytes({ dataset: 'regions', format: 'xlsx' }))
    const [data, notes] = sheets
    const [header, , regency] = data!.data
    const cell = (name: string) => regency![header!.indexOf(name)]
    expect([
      sheets.map(({ sheet }) => sheet),
      cell('code'),
      cell('population'),
      cell('has_government'),
    ]).toEqual([['data', 'notes'], '35.10', 1_781_379, true])
    expect(notes!.data.find(([what]) => what === 'GeoNames')?.[1]).toBe(
      'CC BY 4.0 https://creativecommons.org/licenses/by/4.0/',
    )
  })

  test('CSV ends its lines as RFC 4180 asks and takes a byte order mark when wanted', async () => {
    const plain = await bytes({ dataset: 'agencies', format: 'csv' })
    const marked = await bytes({ dataset: 'agencies', format: 'csv', bom: true })
    expect(plain.toString().split('\r\n')[1]).toBe('kementerian-uji,Kementerian Uji,ministry,,,,')
    expect(marked.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]))
    expect(marked.subarray(3)).toEqual(plain)
  })

  test('the same data gives the same bytes in every format', async () => {
    for (const format of exportFormats) {
      expect(await bytes({ dataset: 'claims', format })).toEqual(await bytes({ dataset: 'claims', format }))
    }
  })

  test('are as large as announced', async () => {
    for (const { name, rows, files } of await fileSizes(db, publicActor, '2026-03-01')) {
      const lines = (await bytes({ dataset: name, format: 'jsonl' })).toString().trim().split('\n').length
      const lengths = await Promise.all(
        files.map(async ({ format }) => (await bytes({ dataset: name, format })).length),
      )
      expect([name, rows, files.map((file) => file.bytes)]).toEqual([name, lines, lengths])
    }
  })
})
