import { beforeAll, expect, test } from 'vitest'
import { cast } from '@semai/testkit/cast'
import { aHub, aTeam, anEngagement } from '@semai/testkit/mentored-hub'
import { castAgencies, castPeople } from '@semai/testkit/people'
import { now, today } from '@semai/testkit/scene'
import { testDb } from '@semai/testkit/test-db'
import { mergeOrganisations } from '../organisations/organisation-merge.commands.ts'

const { db, owner } = await testDb()

beforeAll(async () => {
  await castAgencies(owner.db)
  await castPeople(owner.db)
  await aHub(owner.db)
})

test('when an agency is merged its engagements go along, and one of two about the same is ended', async () => {
  const teamId = await aTeam(db)
  const gone = await anEngagement(db, teamId, { organisation: 'puskesmas-sukamaju' })
  const about = await anEngagement(db, teamId)
  const other = await aTeam(db, { name: 'Tim Kedua' })
  const carried = await anEngagement(db, other, { organisation: 'puskesmas-sukamaju' })
  const terms = { day: today, basis: 'Perbup 1 Tahun 2026 (rekaan)', now }
  await mergeOrganisations(db, cast.secretariat, {
    from: 'puskesmas-sukamaju',
    into: 'dinas-kesehatan-sukamaju',
    ...terms,
  })
  const states = await owner.db
    .selectFrom('engagement as e')
    .innerJoin('organisation as o', 'o.id', 'e.organisation_id')
    .select(['e.id', 'e.state', 'o.slug'])
    .where('e.id', 'in', [gone, about, carried])
    .execute()
  expect(Object.fromEntries(states.map(({ id, state, slug }) => [id, `${state} ${slug}`]))).toEqual({
    [gone]: 'ended puskesmas-sukamaju',
    [about]: 'active dinas-kesehatan-sukamaju',
    [carried]: 'active dinas-kesehatan-sukamaju',
  })
})
