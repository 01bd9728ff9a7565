import { agencies, cast } from '@semai/testkit/cast'
import { expect, test } from 'vitest'
import { personActor } from '../people/actor.ts'
import { readsRegionBoard } from './region-board.ts'

const scope = {
  provinceCode: '35',
  ownerPath: [agencies.regency],
  ownIds: [agencies.regency, agencies.healthOffice],
}

test('the board of a region is read by its own people, by whoever guides it, and by the ministries', () => {
  const readers = Object.entries(cast).flatMap(([name, actor]) =>
    readsRegionBoard.allows(actor, scope) ? [name] : [],
  )
  expect(readers).toEqual(['author', 'local admin', 'head', 'inspectorate', 'co-manager', 'secretariat'])
  const hubOf = (provinceCode: string) =>
    personActor('00000000-0000-4000-8000-000000000001', [
      { role: 'hub', organisationId: agencies.province, provinceCode },
    ])
  expect([readsRegionBoard.allows(hubOf('35'), scope), readsRegionBoard.allows(hubOf('33'), scope)]).toEqual([
    true,
    false,
  ])
})
