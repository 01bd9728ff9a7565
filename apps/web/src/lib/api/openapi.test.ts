import type { RequestEvent, RequestHandler } from '@sveltejs/kit'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { beforeAll, describe, expect, test } from 'vitest'
import { publicActor } from '@semai/domain/people/actor'
import { openDataScene } from '@semai/testkit/open-data-scene'
import { testDb } from '@semai/testkit/test-db'
import { openApi } from './openapi.ts'
import { operations } from './operations.ts'
import { writeOperations } from './writes.ts'

const { db, owner } = await testDb()
const texts = {
  general: 'Uraian dari pengetahuan umum yang belum dikonfirmasi.',
  inferred: 'Uraian tebakan dari nama.',
}
beforeAll(() => openDataScene(owner.db, texts))

const routes = join(import.meta.dirname, '../../routes')
const files = readdirSync(join(routes, 'api'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('+server.ts'))
  .map((file) => `/api/${file.replace(/\/?\+server\.ts$/, '')}`)
  .filter((path) => !['/api/openapi.json', '/api/[...path]'].includes(path))

/** A record of the scene for each parameter of a path. */
const examples: Record<string, string> = { code: 'PRG-UJI', slug: 'kementerian-uji' }
const exampleOf = (path: string, name: string) =>
  path.startsWith('/api/daerah') ? '35.10' : (examples[name] ?? '')

async function ask(path: string, search = '', given: Record<string, string> = {}) {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!)
  const params = Object.fromEntries(names.map((name) => [name, given[name] ?? exampleOf(path, name)]))
  const plain = path.replace(/\{(\w+)\}/g, (_, name: string) => params[name]!)
  const url = new URL(`https://contoh.test${plain}${search}`)
  const file = join(routes, path.replace(/\{(\w+)\}/g, '[$1]'), '+server.ts')
  const { GET } = (await import(file)) as { GET: RequestHandler }
  const locals = { db, actor: publicActor, now: new Date('2026-03-01T00:00:00Z'), today: '2026-03-01' }
  const event = { url, params, locals, request: new Request(url), getClientAddress: () => '203.0.113.8' }
  return GET(event as unknown as RequestEvent)
}

type Described = { get: { responses: { 200: { content: { 'application/json': { schema: object } } } } } }
const reads = operations.map(({ path }) => path)
const document = openApi({ reads: operations, writes: writeOperations }, 'https://contoh.test') as {
  openapi: string
  paths: Record<string, Described>
}

describe('the OpenAPI document', () => {
  test('describes every route of the API, and no other', () => {
    const described = Object.keys(document.paths).map((path) => path.replace(/\{(\w+)\}/g, '[$1]'))
    expect(files.length).toBeGreaterThan(8)
    expect(described.toSorted()).toEqual(files.toSorted())
  })

  test.each(reads)('%s answers as described, and gives no withheld text', async (path) => {
    const ajv = new Ajv2020({ strict: true })
    addFormats.default(ajv)
    const holds = ajv.compile(document.paths[path]!.get.responses[200].content['application/json'].schema)
    const response = await ask(path)
    const body = await response.text()
    expect([response.status, holds(JSON.parse(body)), holds.errors]).toEqual([200, true, null])
    expect([body.includes(texts.general), body.includes(texts.inferred)]).toEqual([false, false])
  })

  test.each(reads.filter((path) => path.includes('{')))('%s says what is missing', async (path) => {
    const given = { code: path.startsWith('/api/daerah') ? '99.99' : 'INV-9999', slug: 'tidak-ada' }
    expect((await ask(path, '', given)).status).toBe(404)
  })

  test.each(reads)('%s refuses a parameter it does not know', async (path) => {
    expect((await ask(path, '?tidak_dikenal=1')).status).toBe(400)
  })
})

describe('claims', () => {
  const keys = async (search: string) => {
    const { rows, next } = await (await ask('/api/klaim', search)).json()
    return { keys: rows.map((row: { source_key: string }) => row.source_key), next }
  }

  test.each([
    ['?dari=2023-01-01', ['opened']],
    ['?sampai=2020-12-31', ['stopped']],
    ['?kekuatan=not_updated', ['lapsed']],
    ['?kekuatan=verified', ['stopped']],
    ['?daerah=35', ['opened', 'known by', 'lapsed', 'stopped']],
    ['?daerah=36', []],
    ['?inovasi=INV-0001', []],
  ])('%s gives %j', async (search, expected) => {
    expect((await keys(search)).keys).toEqual(expected)
  })

  test('go on from page to page without a gap or a double', async () => {
    const first = await keys('?limit=3')
    const second = await keys(`?limit=3&cursor=${first.next}`)
    expect([...first.keys, ...second.keys, second.next]).toEqual([
      'opened',
      'known by',
      'lapsed',
      'stopped',
      null,
    ])
  })
})

test('the spread is counted up to a year, with what has no date apart', async () => {
  const {
    dated,
    undated,
    by_year: years,
  } = await (await ask('/api/inovasi/{code}/sebaran', '?sampai=2022')).json()
  expect([
    dated,
    undated,
    years.map((row: { year: number; cumulative: number }) => [row.year, row.cumulative]),
  ]).toEqual([
    2,
    1,
    [
      [2020, 1],
      [2021, 2],
    ],
  ])
})

test('the unconfirmed record keeps its text to itself', async () => {
  const { narrative } = await (await ask('/api/inovasi/{code}', '', { code: 'INV-0002' })).json()
  expect(narrative).toEqual({
    basis: 'general_knowledge',
    summary: null,
    problem: null,
    withheld: 'unconfirmed',
  })
})
