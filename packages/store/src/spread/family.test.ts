import { publicActor } from '@semai/domain/people/actor'
import { aClaim, anInnovation, anOrganisation, aRegion, aSource, now } from '@semai/testkit/scene'
import { testDb } from '@semai/testkit/test-db'
import { beforeEach, expect, test } from 'vitest'
import { familyClaims, relatives } from './family.queries.ts'

const { db, owner, clear } = await testDb()
let place: { organisation_id: string; source_id: string; region_code: string }
const record = (code: string) => anInnovation(owner.db, { code, organisation_id: place.organisation_id })

beforeEach(async () => {
  await clear()
  await aRegion(owner.db, { code: '35' })
  await aRegion(owner.db, { code: '35.10' })
  const { id: organisation_id } = await anOrganisation(owner.db)
  const { id: source_id } = await aSource(owner.db)
  place = { organisation_id, source_id, region_code: '35.10' }
})

test('a form of it and what followed it are children; what it is a form of and what it followed are parents', async () => {
  const [own, form, heir, whole, before, other] = await Promise.all(
    ['INV-1', 'INV-2', 'INV-3', 'PRG-4', 'INV-5', 'INV-6'].map(record),
  )
  const link = (
    from: { id: string },
    kind: 'instance_of' | 'predecessor_of' | 'related',
    to: { id: string },
  ) => owner.db.insertInto('innovation_link').values({ from_id: from.id, to_id: to.id, kind }).execute()
  await link(form!, 'instance_of', own!)
  await link(own!, 'predecessor_of', heir!)
  await link(own!, 'instance_of', whole!)
  await link(before!, 'predecessor_of', own!)
  await link(own!, 'related', other!)
  const kin = await relatives(db, publicActor, own!.id)
  expect(kin.map(({ code, relation }) => [code, relation])).toEqual([
    ['INV-2', 'child'],
    ['INV-3', 'child'],
    ['INV-5', 'parent'],
    ['PRG-4', 'parent'],
  ])
})

test('claims of several records come at once, oldest first, without those withdrawn', async () => {
  const [one, two] = await Promise.all(['INV-1', 'INV-2'].map(record))
  const on = (day: string) => ({ ...place, earliest: day, latest: day })
  await aClaim(owner.db, { ...on('2022-01-01'), innovation_id: one!.id, local_name: 'Jaga' })
  await aClaim(owner.db, { ...on('2020-01-01'), innovation_id: two!.id })
  await aClaim(owner.db, { ...place, innovation_id: two!.id, withdrawn_at: now })
  const claims = await familyClaims(db, publicActor, [one!.id, two!.id])
  expect(
    claims.map(({ innovationCode, localName, version }) => [innovationCode, localName, version]),
  ).toEqual([
    ['INV-2', null, null],
    ['INV-1', 'Jaga', null],
  ])
})
