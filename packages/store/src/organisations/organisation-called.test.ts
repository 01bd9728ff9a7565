import { beforeEach, expect, test } from 'vitest'
import type { Refusal } from '@semai/domain/refusal'
import { agencies, cast } from '@semai/testkit/cast'
import { castAgencies, castPeople } from '@semai/testkit/people'
import { now } from '@semai/testkit/scene'
import { testDb } from '@semai/testkit/test-db'
import { addOrganisation } from './organisation-change.commands.ts'
import { organisationIdOf } from './owner-path.ts'

const { db, owner, clear } = await testDb()

beforeEach(async () => {
  await clear()
  await castAgencies(owner.db)
  await castPeople(owner.db)
})

const called = (typed: string) =>
  organisationIdOf(db, typed).catch((problem: Refusal) => problem.faults[0]?.says.en)

test('an organisation that a person names is found by its whole name, whatever the case', async () => {
  expect(await called(' dinas kesehatan SUKAMAJU ')).toBe(agencies.healthOffice)
})

test('it is asked about where the name only resembles one, or nothing does', async () => {
  expect(await called('Dinas Kesehatan Sukamaja')).toMatch(
    /^Did you mean one of these\? Dinas Kesehatan Sukamaju \(dinas-kesehatan-sukamaju\)/,
  )
  expect(await called('%')).toBe('Choose an organisation from the list.')
})

test('it is asked about by address where two share the name', async () => {
  const unit = { kind: 'unit' as const, regionCode: null, now, name: 'Bagian Organisasi' }
  for (const parent of ['pemerintah-kabupaten-sukamaju', 'pemerintah-kabupaten-tirtasari']) {
    await addOrganisation(db, cast.secretariat, { ...unit, parent })
  }
  expect(await called('Bagian Organisasi')).toMatch(
    /^Did you mean one of these\? Bagian Organisasi \(bagian-organisasi[a-z-]*\); Bagian Organisasi \(/,
  )
})
