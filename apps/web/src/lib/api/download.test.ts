import type { RequestEvent } from '@sveltejs/kit'
import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { publicActor } from '@semai/domain/people/actor'
import { openDataScene } from '@semai/testkit/open-data-scene'
import { testDb } from '@semai/testkit/test-db'
import { download, type File } from './download.ts'

const { db, owner } = await testDb()
beforeAll(() => openDataScene(owner.db, { general: 'Umum.', inferred: 'Tebakan.' }))

const claims: File = { dataset: 'claims', format: 'csv', name: 'semai-klaim.csv' }

function fetchFile({ search = '', headers = {}, today = '2026-03-01', file = claims } = {}) {
  const url = new URL(`https://contoh.test/data/klaim.csv${search}`)
  const locals = { db, actor: publicActor, now: new Date(`${today}T03:00:00Z`), today }
  const request = new Request(url, { headers })
  const event = { url, locals, request, getClientAddress: () => '203.0.113.9' }
  return download(event as unknown as RequestEvent, file)
}
const lines = async (response: Response) => (await response.text()).trimEnd().split('\r\n')

async function somethingChanges() {
  await owner.db
    .insertInto('audit_event')
    .values({
      at: new Date('2026-02-28T20:00:00Z'),
      what: 'claim.renamed',
      subject_id: randomUUID(),
      detail: '{}',
      actor_id: null,
      actor_label: 'test',
    })
    .execute()
}

describe('a download', () => {
  test('comes as a named file with licence and day of change', async () => {
    const response = await fetchFile()
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'text/csv; charset=utf-8; header=present',
      'content-disposition': 'attachment; filename="semai-klaim.csv"',
      'last-modified': 'Sat, 28 Feb 2026 17:00:00 GMT',
      'access-control-allow-origin': '*',
    })
    expect((await lines(response)).length).toBe(5)
  })

  test('is not sent again while nothing changed, and is after a change or a new day', async () => {
    const etag = (await fetchFile()).headers.get('etag')!
    const held = { 'if-none-match': `W/${etag}` }
    expect((await fetchFile({ headers: held })).status).toBe(304)
    expect((await fetchFile({ headers: held, today: '2026-03-02' })).status).toBe(200)
    await somethingChanges()
    const changed = await fetchFile({ headers: held })
    expect([changed.status, changed.headers.get('last-modified')]).toEqual([
      200,
      'Sat, 28 Feb 2026 20:00:00 GMT',
    ])
  })

  test('can be narrowed to a region or an innovation, and refuses other wishes', async () => {
    expect((await lines(await fetchFile({ search: '?daerah=35' }))).length).toBe(5)
    expect((await lines(await fetchFile({ search: '?daerah=36' }))).length).toBe(1)
    expect((await lines(await fetchFile({ search: '?inovasi=INV-0001' }))).length).toBe(1)
    expect((await fetchFile({ search: '?provinsi=35' })).status).toBe(400)
  })

  test('starts with a byte order mark when asked', async () => {
    const bytes = new Uint8Array(await (await fetchFile({ search: '?bom=1' })).arrayBuffer())
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  })
})
