import type { RequestEvent } from '@sveltejs/kit'
import { beforeAll, expect, test } from 'vitest'
import { regionSheets } from '@semai/domain/boards/region-sheets'
import type { Actor } from '@semai/domain/people/actor'
import { cast } from '@semai/testkit/cast'
import { castAgencies, castPeople } from '@semai/testkit/people'
import { aRegion, anOrganisation, now, today } from '@semai/testkit/scene'
import { testDb } from '@semai/testkit/test-db'
import { GET as regionSheet } from '../../routes/daerah/[slug]/papan/[sheet].csv/+server.ts'
import { GET as regionBrief } from '../../routes/daerah/[slug]/papan/ringkasan.pdf/+server.ts'
import { GET as countryBrief } from '../../routes/papan/ringkasan.pdf/+server.ts'

const { db, owner } = await testDb()

beforeAll(async () => {
  for (const code of ['35', '35.10']) await aRegion(owner.db, { code })
  await castAgencies(owner.db)
  await castPeople(owner.db)
  await anOrganisation(owner.db, { region_code: '35.10', kind: 'government' })
})

type Asked = { actor?: Actor; sheet?: string; month?: string; lang?: 'id' | 'en' }
type Handler = (event: never) => Promise<Response> | Response

/** What a file answers: its status and where it leads, or its type and text. */
async function answerOf(handler: Handler, { actor = cast.secretariat, sheet, month, lang = 'id' }: Asked) {
  const url = new URL(`https://contoh.test/papan${month === undefined ? '' : `?bulan=${month}`}`)
  const locals = { db, actor, now, today, lang, origin: url.origin }
  const event = { url, params: { slug: 'daerah-35-10', sheet }, locals } as unknown as RequestEvent
  try {
    const response = await handler(event as never)
    return { type: response.headers.get('content-type'), text: (await response.text()).slice(0, 60) }
  } catch (problem) {
    const { status, location } = problem as { status: number; location?: string }
    return location ?? status
  }
}

test('the board of a region hands out four sheets to those who read it, and no other', async () => {
  const types = []
  for (const sheet of regionSheets) {
    const answer = await answerOf(regionSheet, { sheet })
    types.push(typeof answer === 'object' ? answer.type : answer)
  }
  expect(types).toEqual(regionSheets.map(() => 'text/csv; charset=utf-8'))
  expect(await answerOf(regionSheet, { sheet: 'lain' })).toBe(404)
  expect(await answerOf(regionSheet, { sheet: 'tahun', actor: cast.author })).toBe(403)
})

test('a brief is a PDF; of a region only for those who read its board', async () => {
  const pdf = { type: 'application/pdf', text: expect.stringMatching(/^%PDF-/) as string }
  expect(await answerOf(countryBrief, { actor: cast.public })).toEqual(pdf)
  expect(await answerOf(countryBrief, { actor: cast.public, lang: 'en', month: '2026-01' })).toEqual(pdf)
  expect(await answerOf(regionBrief, { month: '2026-02' })).toEqual(pdf)
  expect(await answerOf(regionBrief, { actor: cast.author })).toBe(403)
})

test('a month that has not begun, or is none, leads back to the choice in the same language', async () => {
  expect(await answerOf(countryBrief, { month: '2026-04' })).toBe('/papan?bulan=2026-04#ringkasan')
  expect(await answerOf(regionBrief, { month: 'x"<', lang: 'en' })).toBe(
    '/en/daerah/daerah-35-10/papan?bulan=x%22%3C#ringkasan',
  )
})
