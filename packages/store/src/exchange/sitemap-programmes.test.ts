import { beforeAll, expect, test } from 'vitest'
import { publicActor } from '@semai/domain/people/actor'
import { testDb } from '@semai/testkit/test-db'
import { silent } from '../db/environment.ts'
import { loadShippedData } from './shipped-data.ts'
import { sitemapCounts, sitemapSlugs } from './sitemap.queries.ts'

const { db, owner } = await testDb()
beforeAll(() => loadShippedData(owner.db, silent))

const all = (kind: 'programmes' | 'innovations' | 'agencies') =>
  sitemapSlugs(db, publicActor, { kind, part: 1, size: 10_000 })

test('programmes, the ministries in charge of them, and what they take to scale are listed', async () => {
  const programmes = await all('programmes')
  expect((await sitemapCounts(db, publicActor)).programmes).toBe(programmes.length)
  expect(programmes.map(({ slug }) => slug)).toContain('mal-pelayanan-publik')
  const { rows } = await owner.pool.query<{ slug: string }>(
    'select distinct o.slug from scaling_programme p join organisation o on o.id = p.owner_id',
  )
  const agencies = new Set((await all('agencies')).map(({ slug }) => slug))
  expect(rows.filter(({ slug }) => !agencies.has(slug))).toEqual([])
  const withDossier = (await all('innovations')).filter(({ hasProgramme }) => hasProgramme)
  expect(withDossier).toHaveLength(12)
})
