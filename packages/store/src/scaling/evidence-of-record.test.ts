import { beforeAll, expect, test } from 'vitest'
import { publicActor } from '@semai/domain/people/actor'
import type { EvidenceKind } from '@semai/domain/scaling/readiness-checklist'
import { agencies } from '@semai/testkit/cast'
import { aCategory } from '@semai/testkit/complete-content'
import { demonstrateBlueprint } from '@semai/testkit/demonstration'
import { castAgencies, castPeople } from '@semai/testkit/people'
import { anInnovation, aRegion, aSource, now, today } from '@semai/testkit/scene'
import { testDb } from '@semai/testkit/test-db'
import { uuidv7 } from '../db/uuid.ts'
import { readinessOf } from './readiness.queries.ts'

const { db, owner } = await testDb()
let slug: string

beforeAll(async () => {
  for (const region of ['35', '35.10']) await aRegion(owner.db, { code: region })
  await castAgencies(owner.db)
  await castPeople(owner.db)
  await aCategory(owner.db)
  slug = await demonstrateBlueprint(owner.db, now)
})

const links = async (of: string) => {
  const { dossier } = await readinessOf(db, publicActor, { slug: of, today })
  const found = dossier.answers.flatMap(({ key, records }) =>
    records.length === 0 ? [] : [[key, [...new Set(records.map(({ link }) => link))]] as const],
  )
  return Object.fromEntries(found) as Partial<Record<EvidenceKind, string[]>>
}

const ofBlueprint: readonly EvidenceKind[] = [
  'legal_basis',
  'blueprint',
  'core',
  'staff',
  'lessons',
  'indicators',
  'inclusion',
  'cost',
]

test('a published blueprint answers what it holds, and nothing once it is published no more', async () => {
  const found = await links(slug)
  const page = `/inovasi/${slug}`
  expect(found).toEqual({
    problem: [page],
    ...Object.fromEntries(ofBlueprint.map((kind) => [kind, [`${page}/rancang-bangun`]])),
  })
  await owner.db.updateTable('blueprint').set({ version: null }).execute()
  expect(await links(slug)).toEqual({ problem: [page] })
})

test('of a record from a file, awards count, and a problem only where a source states it', async () => {
  const source_id = (await aSource(owner.db)).id
  const given = { organisation_id: agencies.healthOffice, problem: 'Antrean panjang.' }
  const { id } = await anInnovation(owner.db, { code: 'INV-7001', ...given })
  await anInnovation(owner.db, { code: 'INV-7002', ...given, basis: 'general_knowledge' })
  const award = { innovation_id: id, label: 'Top 99 2019', competition: 'KIPP' as const, year: 2019 }
  await owner.db
    .insertInto('innovation_award')
    .values([
      { id: uuidv7(), ...award, source_id },
      // To be named for scaling up is a plan, which programmes tell.
      { id: uuidv7(), ...award, label: 'Scaling-up nasional 2019', competition: 'scaling_up', source_id },
    ])
    .execute()
  expect(await links('inv-7001')).toEqual({ problem: ['/inovasi/inv-7001'], award: ['/inovasi/inv-7001'] })
  const { dossier } = await readinessOf(db, publicActor, { slug: 'inv-7001', today })
  expect(dossier.answers.find(({ key }) => key === 'award')!.records).toHaveLength(1)
  expect(await links('inv-7002')).toEqual({})
  await owner.db.deleteFrom('innovation_award').execute()
  expect(await links('inv-7001')).toEqual({ problem: ['/inovasi/inv-7001'] })
})
