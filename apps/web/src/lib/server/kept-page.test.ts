import type { RequestEvent } from '@sveltejs/kit'
import { publicActor } from '@semai/domain/people/actor'
import { audit } from '@semai/store/db/audit'
import { inTransaction } from '@semai/store/db/transaction'
import { uuidv7 } from '@semai/store/db/uuid'
import { testDb } from '@semai/testkit/test-db'
import { expect, test } from 'vitest'
import { keptPage } from './kept-page.ts'

const { db, owner } = await testDb()
const now = new Date('2026-03-02T03:04:05Z')

type Given = { address?: string; route?: string; method?: string; session?: object | null; today?: string }

let drawn = 0
/** What a request gets, each drawing numbered. */
async function answered(given: Given = {}): Promise<string> {
  const {
    address = '/penyebaran',
    route = '/penyebaran',
    method = 'GET',
    session = null,
    today = '2026-03-02',
  } = given
  const event = {
    url: new URL(address, 'https://contoh.test'),
    route: { id: route },
    request: new Request('https://contoh.test', { method }),
    locals: { db, today, session, origin: 'https://contoh.test' },
  } as unknown as RequestEvent
  const response = await keptPage(event, () =>
    Promise.resolve(new Response(`page ${++drawn}`, { headers: { etag: '"a"' } })),
  )
  return `${await response.text()} ${response.headers.get('etag')}`
}

test('an address is drawn once, until something is written', async () => {
  const first = await answered()
  expect([await answered(), await answered()]).toEqual([first, first])
  await inTransaction(owner.db, (tx) =>
    audit(tx, publicActor, { what: 'claim.declare', subjectId: uuidv7(), at: now }),
  )
  const second = await answered()
  expect(second).not.toBe(first)
  expect(await answered()).toBe(second)
})

test.each<Given>([
  { address: '/en/penyebaran' },
  { address: '/penyebaran?inovasi=PRG-MPP' },
  { today: '2026-03-03' },
])('%j is a page of its own', async (given) => {
  const plain = await answered()
  expect(await answered(given)).not.toBe(plain)
  expect(await answered()).toBe(plain)
})

test.each<Given>([{ session: {} }, { route: '/katalog' }, { method: 'POST' }])(
  '%j is never kept',
  async (given) => {
    const once = await answered(given)
    expect(await answered(given)).not.toBe(once)
  },
)
