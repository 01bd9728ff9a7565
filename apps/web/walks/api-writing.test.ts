import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { agencies } from '@semai/testkit/cast'
import { castAgencies, castEmail, castPassword, castPeople } from '@semai/testkit/people'
import { anInnovation } from '@semai/testkit/scene'
import { openDatabase } from '@semai/store/db/open'
import { axeFindings } from './axe-findings.ts'
import { serveSite } from './served-site.ts'
import type { OwnSite } from './served-site.ts'
import { newPage, sql, walkOn } from './walk.ts'

let site: OwnSite
let token: string
let readOnly: string

beforeAll(async () => {
  site = await serveSite()
  walkOn(site)
  const { db, close } = await openDatabase({ role: 'app', poolSize: 1 }, { SEMAI_DATA: site.data })
  await castAgencies(db)
  await castPeople(db, ['author', 'author elsewhere'], { is_demonstration: true })
  const innovation = { code: 'INV-W0', slug: 'antar-obat', stage: 'implemented' as const }
  await anInnovation(db, { ...innovation, organisation_id: agencies.healthOffice })
  await close()
  token = await tokenFor(['read', 'texts', 'life'])
  readOnly = await tokenFor(['read'])
})

afterAll(() => site.stop())

/** Makes a token on the page, as a person does. */
async function tokenFor(scopes: readonly string[]): Promise<string> {
  const page = await newPage()
  await page.goto('/masuk')
  await page.fill('[name=email]', castEmail('author'))
  await page.fill('[name=password]', castPassword)
  await page.click('main form button')
  await page.waitForURL('**/kerja')
  await page.goto('/akun/token')
  await page.fill('[name=name]', `Program ${scopes.join(' ')}`)
  for (const scope of scopes) await page.check(`[name=scopes][value=${scope}]`)
  await page.click('section[aria-labelledby=make] button')
  const made = page.locator('input[name=made]')
  await made.waitFor()
  expect(await axeFindings(page)).toEqual([])
  return made.inputValue()
}

type Asked = {
  method?: string
  body?: unknown
  key?: string
  as?: string | null
  headers?: Record<string, string>
}

async function ask(path: string, { method = 'GET', body, key, as = token, headers = {} }: Asked = {}) {
  const response = await fetch(site.url + path, {
    method,
    headers: {
      ...(as !== null && { authorization: `Bearer ${as}` }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(key !== undefined && { 'idempotency-key': key }),
      ...headers,
    },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
  return { status: response.status, answer: (await response.json()) as Record<string, unknown> }
}

const unit = 'dinas-kesehatan-sukamaju'

test('a program writes a text, saves it, submits it; a request sent twice is done once', async () => {
  const start = { method: 'POST', body: { unit }, key: 'mulai-1' }
  const first = await ask('/api/naskah', start)
  expect([first.status, first.answer['state'], first.answer['revision']]).toEqual([201, 'draft', 0])
  expect(await ask('/api/naskah', start)).toEqual(first)
  const { status: other } = await ask('/api/naskah', { ...start, body: { innovation: 'INV-W0' } })
  expect(other).toBe(409)

  const id = String(first.answer['id'])
  const words = (count: number) => Array.from({ length: count }, () => 'kata').join(' ')
  const content = { name: 'Dari Program', summary: words(8), problem: words(30), solution: words(50) }
  const saved = await ask(`/api/naskah/${id}`, { method: 'PUT', body: { revision: 0, content } })
  expect([saved.status, saved.answer['revision']]).toEqual([200, 1])
  const late = await ask(`/api/naskah/${id}`, {
    method: 'PUT',
    body: { revision: 0, content: { name: 'Telat' } },
  })
  const { kind, copyId, detail } = late.answer
  expect([late.status, kind, typeof copyId, typeof detail]).toEqual([409, 'conflict', 'string', 'string'])
  const submit = { method: 'POST', body: { step: 'submit' } }
  expect((await ask(`/api/naskah/${id}/langkah`, submit)).status).toBe(422) // something needed is missing
  const whole = { ...content, users: words(3), started: '2023', category: 'kesehatan' }
  await ask(`/api/naskah/${id}`, { method: 'PUT', body: { revision: 1, content: whole } })
  expect(await ask(`/api/naskah/${id}/langkah`, submit)).toMatchObject({
    status: 200,
    answer: { to: 'submitted' },
  })
  const trail = await sql<{ what: string }>(
    'select what from audit_event where subject_id = $1 order by id',
    [id],
  )
  expect(trail.map(({ what }) => what)).toEqual([
    'innovation_edit.start',
    'innovation_edit.save',
    'innovation_edit.copy',
    'innovation_edit.submit',
  ])
})

test('it answers "still running?" and tells the life of an innovation', async () => {
  const kabar = await ask('/api/inovasi/INV-W0/kabar', { method: 'POST', body: { answer: 'grown' } })
  expect(kabar).toEqual({ status: 200, answer: { done: true } })
  const stop = { method: 'POST', body: { step: 'stop', code: 'budget' } }
  expect((await ask('/api/inovasi/INV-W0/langkah', stop)).status).toBe(200)
  expect(await sql('select stage, confirmed_way from innovation where code = $1', ['INV-W0'])).toEqual([
    { stage: 'stopped', confirmed_way: 'account' },
  ])
})

describe('what is not allowed', () => {
  test.each([
    ['no token', { as: null }, 401],
    ['a token that never was', { as: `semai_${'x'.repeat(43)}` }, 401],
    ['a token cut short', { as: 'semai_' }, 401],
    ['a text that is no token', { as: '' }, 401],
  ] as const)('%s', async (_, asked, status) => {
    expect((await ask('/api/naskah', asked)).status).toBe(status)
    expect((await ask('/api/naskah', { ...asked, method: 'POST', body: { unit } })).status).toBe(status)
  })

  test.each([
    [
      'a scope the token was not made for',
      '/api/naskah',
      { method: 'POST', body: { unit }, as: 'read' },
      403,
    ],
    ['another agency', '/api/naskah', { method: 'POST', body: { unit: 'dinas-sosial-tirtasari' } }, 403],
    ['a unit that does not exist', '/api/naskah', { method: 'POST', body: { unit: 'tidak-ada' } }, 404],
    ['a body that is no JSON', '/api/naskah', { method: 'POST', body: '{"unit":' }, 422],
    ['a field nobody knows', '/api/naskah', { method: 'POST', body: { unit, more: 1 } }, 422],
    [
      'a step nobody knows',
      '/api/inovasi/INV-W0/langkah',
      { method: 'POST', body: { step: 'constructor' } },
      422,
    ],
    ['an id that is none', '/api/naskah/x', {}, 404],
    ['a key with spaces', '/api/naskah', { method: 'POST', body: { unit }, key: 'a b' }, 422],
    [
      'a page of another site',
      '/api/naskah',
      { method: 'POST', body: { unit }, headers: { origin: 'https://x.test' } },
      403,
    ],
  ] as const)('%s', async (_, path, asked, status) => {
    const as = 'as' in asked ? readOnly : token
    const { status: said, answer } = await ask(path, { ...asked, as })
    expect([said, typeof (answer['detail'] ?? answer['message'])]).toEqual([status, 'string'])
  })

  test('a token after it was revoked', async () => {
    const page = await newPage()
    await page.goto('/masuk')
    await page.fill('[name=email]', castEmail('author'))
    await page.fill('[name=password]', castPassword)
    await page.click('main form button')
    await page.waitForURL('**/kerja')
    await page.goto('/akun/token')
    const row = page.locator('li', { has: page.getByText('Program read', { exact: true }) })
    await row.locator('button').click()
    await row.waitFor({ state: 'detached' })
    expect((await ask('/api/naskah', { as: readOnly })).status).toBe(401)
    expect((await ask('/api/naskah')).status).toBe(200)
  })
})

test('a category that is not in the list is a problem with the field, and nothing is stored', async () => {
  const { answer } = await ask('/api/naskah', { method: 'POST', body: { unit } })
  const address = `/api/naskah/${String(answer['id'])}`
  const body = { revision: 0, content: { name: 'Antar Obat', category: 'angkasa' } }
  const refused = await ask(address, { method: 'PUT', body })
  const faults = refused.answer['faults'] as { where: string; says: string }[]
  expect([refused.status, faults.map(({ where }) => where)]).toEqual([422, ['category']])
  expect(faults[0]!.says).toMatch(
    /^Kategori ini tidak ada di daftar\. Pilih salah satu: Pengentasan kemiskinan;/,
  )
  expect((await ask(address)).answer['revision']).toBe(0)
})
