import type { RequestEvent, RequestHandler } from '@sveltejs/kit'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { datasetNames, datasets } from '@semai/domain/exchange/datasets'
import { publicActor } from '@semai/domain/people/actor'
import { exportDataset } from '@semai/store/exchange/export-dataset'
import { innovationRecords } from '@semai/store/exchange/innovation-records.queries'
import { readSheetFile } from '@semai/store/exchange/read-sheet'
import { loadShippedData } from '@semai/store/exchange/shipped-data'
import { testDb } from '@semai/testkit/test-db'

const { db, owner } = await testDb()
beforeAll(() => loadShippedData(owner.db, () => undefined))

const locals = { db, actor: publicActor, now: new Date('2026-03-01T00:00:00Z'), today: '2026-03-01' }
const file = join(import.meta.dirname, '../../../../../data/catalogue/innovations.csv')

/** Every summary and problem of the shipped file that was inferred from a name or is only generally known. */
async function withheldTexts(): Promise<string[]> {
  const { sheet } = await readSheetFile(file)
  const cell = (cells: readonly string[], column: string) => cells[sheet!.header.indexOf(column)] ?? ''
  return sheet!.rows.flatMap(({ cells }) =>
    cell(cells, 'detail_basis') === 'sumber'
      ? []
      : [cell(cells, 'summary_id'), cell(cells, 'problem_id')].filter((text) => text.length > 20),
  )
}

const found = (text: string, withheld: readonly string[]) =>
  withheld.filter(
    (narrative) => text.includes(narrative) || text.includes(JSON.stringify(narrative).slice(1, -1)),
  )

async function ask(path: string, params: Record<string, string> = {}): Promise<string> {
  const { GET } = (await import(join(import.meta.dirname, '../../routes/api', path, '+server.ts'))) as {
    GET: RequestHandler
  }
  let text = ''
  for (let search = '?limit=200'; search !== '';) {
    const url = new URL(`https://contoh.test/api/${path}${search}`)
    const client = () => `203.0.113.${url.search.length % 250}`
    const event = { url, params, locals, request: new Request(url), getClientAddress: client }
    const response = await GET(event as unknown as RequestEvent)
    expect(response.status).toBe(200)
    text += await response.text()
    search = /\?[^>]*/.exec(response.headers.get('link') ?? '')?.[0] ?? ''
  }
  return text
}

test('no export holds a narrative that was inferred or is not confirmed', async () => {
  const withheld = await withheldTexts()
  expect(withheld.length).toBeGreaterThan(150)
  for (const dataset of datasetNames) {
    for (const format of datasets[dataset].formats.filter((each) => each !== 'xlsx')) {
      const chunks: Uint8Array[] = []
      for await (const chunk of exportDataset(db, publicActor, { dataset, format, today: locals.today })) {
        chunks.push(chunk)
      }
      const text = Buffer.concat(chunks).toString().replaceAll('""', '"')
      expect([dataset, format, text.length > 100, found(text, withheld)]).toEqual([dataset, format, true, []])
    }
  }
})

test('no list and no record of the API holds one either', async () => {
  const withheld = await withheldTexts()
  for (const path of ['inovasi', 'klaim'])
    expect([path, found(await ask(path), withheld)]).toEqual([path, []])
  const records = await innovationRecords(db, publicActor, { after: null, limit: 1_000 })
  expect(records.length).toBe(202)
  expect(found(JSON.stringify(records), withheld)).toEqual([])
  const sourced = records.find(({ record }) => record.narrative.summary !== null)
  expect(found(JSON.stringify(records), [sourced!.record.narrative.summary!]).length).toBe(1)
})
