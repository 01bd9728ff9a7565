import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { datasetNames, datasets } from '@semai/domain/exchange/datasets'
import { readSheetFile } from '@semai/store/exchange/read-sheet'
import { at, countOf, fetchText, newPage } from './walk.ts'

/** How many rows each dataset must hold, asked of the database. */
const rowsOf: Record<(typeof datasetNames)[number], string> = {
  innovations: 'innovation',
  claims: 'claim where withdrawn_at is null',
  regions: 'region',
  agencies: 'organisation',
  attributes: 'region_attribute',
  figures: 'published_figure',
  events: '(select id from programme_event union all select id from hub where region_code is not null) as e',
}

/** Reads a file as a spreadsheet does and returns its number of rows. */
async function sheetRows(name: string, bytes: ArrayBuffer): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'semai-download-'))
  try {
    writeFileSync(join(folder, name), Buffer.from(bytes))
    const { sheet, problem } = await readSheetFile(join(folder, name))
    expect(problem).toBeNull()
    return sheet!.rows.length
  } finally {
    rmSync(folder, { recursive: true })
  }
}

test.each(datasetNames)(
  '%s: every format holds the rows of the database, a map those with a place',
  async (name) => {
    const { path, formats } = datasets[name]
    const all = await countOf(rowsOf[name])
    const placed = name === 'innovations' ? await countOf('innovation where region_code is not null') : all
    for (const format of formats) {
      const response = await fetch(at(`/data/${path}.${format}`))
      const bytes = await response.arrayBuffer()
      const text = () => new TextDecoder().decode(bytes)
      const rows =
        format === 'csv' || format === 'xlsx'
          ? await sheetRows(`${path}.${format}`, bytes)
          : format === 'geojson'
            ? (JSON.parse(text()) as { features: unknown[] }).features.length
            : format === 'json'
              ? (JSON.parse(text()) as { rows: unknown[] }).rows.length
              : text().trimEnd().split('\n').length
      expect([name, format, rows]).toEqual([name, format, format === 'geojson' ? placed : all])
    }
  },
)

test('the data catalogue is JSON-LD that names every file, and each of them is there', async () => {
  const { type, text } = await fetchText('/data/katalog.jsonld')
  expect(type).toBe('application/ld+json; charset=utf-8')
  const named = [...text.matchAll(/"(https?:[^"]*\/data\/[^"]+\.(?:csv|xlsx|geojson|json|jsonl))"/g)]
  const addresses = [...new Set(named.map(([, address]) => new URL(address!).pathname))].sort()
  const files = datasetNames.flatMap((name) =>
    datasets[name].formats.map((format) => `/data/${datasets[name].path}.${format}`),
  )
  expect(JSON.parse(text)).toHaveProperty('@context')
  expect(addresses).toEqual(files.toSorted())
})

test('a reader who clicks a file gets it under its name, scripts or not', async () => {
  for (const scripts of [true, false]) {
    const page = await newPage({ scripts })
    await page.goto('/data')
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('a[href="/data/inovasi.csv"]').first().click(),
    ])
    expect(download.suggestedFilename()).toBe('semai-inovasi.csv')
  }
})
