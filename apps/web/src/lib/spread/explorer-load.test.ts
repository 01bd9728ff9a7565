import { publicActor } from '@semai/domain/people/actor'
import { mostTogether } from '@semai/domain/claims/spread-scope'
import { aClaim, anInnovation, anOrganisation, aRegion, aSource, today } from '@semai/testkit/scene'
import { testDb } from '@semai/testkit/test-db'
import { beforeAll, expect, test } from 'vitest'
import { load } from '../../routes/penyebaran/+page.server.ts'

const { db, owner } = await testDb()

beforeAll(async () => {
  for (const code of ['35', '35.10', '35.12']) await aRegion(owner.db, { code })
  const { id: organisation_id } = await anOrganisation(owner.db)
  const { id: source_id } = await aSource(owner.db)
  for (const code of ['INV-A', 'INV-B']) {
    const { id: innovation_id } = await anInnovation(owner.db, { code, organisation_id })
    await aClaim(owner.db, { innovation_id, organisation_id, source_id, region_code: '35.10' })
  }
})

/** What the page is given for an address: whose figures, beside what, and what was asked for in vain. */
async function loaded(query: string) {
  const url = new URL(`/penyebaran${query}`, 'https://contoh.test')
  const event = { url, locals: { db, actor: publicActor, today } } as unknown as Parameters<typeof load>[0]
  const { explored, second, unknown, isAllInstead, view, listed } = (await load(event)) as Exclude<
    Awaited<ReturnType<typeof load>>,
    void
  >
  const codes = explored.found.innovations?.map(({ code }: { code: string }) => code) ?? 'all'
  const beside = second?.found.innovations?.[0]?.code ?? null
  expect(listed.map(({ code }: { code: string }) => code)).toEqual(['INV-A', 'INV-B'])
  return { codes, beside, unknown, isAllInstead, leftOut: view.leftOut.length }
}
const plain = { beside: null, unknown: [], isAllInstead: false, leftOut: 0 }

test.each([
  ['', { codes: 'all' }],
  ['?inovasi=INV-A', { codes: ['INV-A'] }],
  ['?inovasi=INV-B&inovasi=INV-A', { codes: ['INV-B', 'INV-A'] }],
  ['?inovasi=INV-A&banding=INV-B', { codes: ['INV-A'], beside: 'INV-B' }],
  ['?instansi=kementerian-contoh', { codes: ['INV-A', 'INV-B'] }],
])('%s shows what it asks for', async (query, shown) => {
  expect(await loaded(query)).toEqual({ ...plain, ...shown })
})

test('what is not known is named, and all is shown in its place only where nothing is left', async () => {
  const unknown = ['x']
  expect(await loaded('?inovasi=x')).toEqual({ ...plain, codes: 'all', unknown, isAllInstead: true })
  expect(await loaded('?program=x')).toEqual({ ...plain, codes: 'all', unknown, isAllInstead: true })
  expect(await loaded('?inovasi=INV-A&inovasi=x')).toEqual({ ...plain, codes: ['INV-A'], unknown })
  expect(await loaded('?inovasi=INV-A&banding=x')).toEqual({ ...plain, codes: ['INV-A'], unknown })
})

test('an address that asks for too many says how many were left out', async () => {
  const many = Array.from({ length: mostTogether + 3 }, (_, i) => `inovasi=N-${i}`).join('&')
  expect((await loaded(`?${many}`)).leftOut).toBe(3)
})
