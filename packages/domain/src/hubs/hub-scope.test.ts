import { expect, test } from 'vitest'
import { agencies, cast } from '@semai/testkit/cast'
import { personActor } from '../people/actor.ts'
import { readsHubBoard, watchesHubs } from './hub-scope.ts'

const through = (scope: Parameters<typeof readsHubBoard.allows>[1]) =>
  Object.entries(cast).flatMap(([label, actor]) => (readsHubBoard.allows(actor, scope) ? [label] : []))

test('the board of a hub is read by the hub, its mentors and those who watch all hubs', () => {
  const own = { provinceCode: null, ownerPath: [agencies.province] }
  expect(through(own)).toEqual(['hub', 'mentor', 'co-manager', 'secretariat'])
  expect(through({ provinceCode: '35', ownerPath: [agencies.ministry] })).toEqual([
    'co-manager',
    'secretariat',
  ])
})

test('a hub of a province reads the board of that province only', () => {
  const actor = personActor('p', [{ role: 'hub', organisationId: agencies.province, provinceCode: '35' }])
  const reads = (provinceCode: string) =>
    readsHubBoard.allows(actor, { provinceCode, ownerPath: [agencies.province] })
  expect([reads('35'), reads('51')]).toEqual([true, false])
})

test('all hubs are watched by the ministries', () => {
  const watching = Object.entries(cast).flatMap(([label, actor]) =>
    watchesHubs.allows(actor, null) ? [label] : [],
  )
  expect(watching).toEqual(['co-manager', 'secretariat'])
})
