import { expect, test } from 'vitest'
import { needContent } from '@semai/domain/needs/need.form'
import { publicActor } from '@semai/domain/people/actor'
import { agencies, cast } from '@semai/testkit/cast'
import { castAgencies, castPeople } from '@semai/testkit/people'
import { now } from '@semai/testkit/scene'
import { testDb } from '@semai/testkit/test-db'
import { sitemapCounts, sitemapSlugs } from './sitemap.queries.ts'
import { startNeed, takeNeedStep } from '../needs/need.commands.ts'

const { db, owner } = await testDb()

test('search engines are told of stated needs, and not of drafts', async () => {
  await castAgencies(owner.db)
  await castPeople(owner.db, ['author'])
  const content = needContent.parse({
    title: 'Obat kosong',
    sector: 'health',
    statement: 'Obat habis tiap akhir bulan.',
    evidence: 'Laporan 2025',
    urgency: 4,
    impact: 4,
    authority: 4,
    readiness: 4,
  })
  const given = { organisationId: agencies.healthOffice, content, now }
  const [, id] = [await startNeed(db, cast.author, given), await startNeed(db, cast.author, given)]
  await takeNeedStep(db, cast.author, { id, step: 'state', now })
  expect((await sitemapCounts(db, publicActor)).needs).toBe(1)
  const rows = await sitemapSlugs(db, publicActor, { kind: 'needs', part: 1, size: 10 })
  expect(rows.map(({ slug }) => slug)).toEqual([id])
})
