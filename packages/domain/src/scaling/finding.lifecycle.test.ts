import { expect, test } from 'vitest'
import { agencies, cast } from '@semai/testkit/cast'
import { deadEnds, goldenMatrix } from '@semai/testkit/golden-matrix'
import { now } from '@semai/testkit/scene'
import { decide } from '../lifecycle.ts'
import { readsFinding } from './finding-parties.ts'
import { findingLifecycle } from './finding.lifecycle.ts'
import type { FindingLife } from './finding.lifecycle.ts'

const finding = (state: FindingLife['state'], given: Partial<FindingLife> = {}): FindingLife => ({
  state,
  ministry: { ownerPath: [agencies.ministry], provinceCode: null },
  unit: { ownerPath: [agencies.healthOffice, agencies.regency, agencies.province], provinceCode: '35' },
  dueOn: '2026-06-30',
  ...given,
})

test('who may do what with a finding, in every state', () => {
  expect(goldenMatrix(findingLifecycle, finding)).toMatchInlineSnapshot(`
    "found --recommend--> recommended: sector ministry, secretariat
    found --withdraw--> withdrawn: sector ministry, secretariat
    recommended --follow_up--> followed_up: author, local admin
    recommended --extend--> recommended: sector ministry, secretariat
    recommended --withdraw--> withdrawn: sector ministry, secretariat
    followed_up --close--> closed: sector ministry, secretariat
    followed_up --return--> recommended: sector ministry, secretariat
    closed --reopen--> found: sector ministry, secretariat
    withdrawn --reopen--> found: sector ministry, secretariat"
  `)
})

test('every state can be reached, and each can be left again', () => {
  expect(deadEnds(findingLifecycle, [])).toEqual({ unreachable: [], stuck: [] })
})

test.each([
  [null, 'invalid'],
  ['2026-02-30', 'invalid'],
  ['2026-03-01', 'invalid'],
  ['2026-03-02', 'done'],
])('a recommendation with the deadline %s on 2 March is %s', (dueOn, answer) => {
  const decision = decide(findingLifecycle, 'recommend', {
    subject: finding('found', { dueOn }),
    actor: cast['sector ministry'],
    now,
    reason: 'Lengkapi SOP',
  })
  expect(decision.ok ? 'done' : decision.code).toBe(answer)
})

test('the unit has to say what it did, and cannot close what it answered', () => {
  const subject = finding('recommended')
  const asked = { subject, actor: cast.author, now }
  expect(decide(findingLifecycle, 'follow_up', asked)).toMatchObject({ ok: false, code: 'invalid' })
  expect(decide(findingLifecycle, 'follow_up', { ...asked, reason: 'SOP terbit' })).toMatchObject({
    ok: true,
  })
  expect(decide(findingLifecycle, 'close', { ...asked, subject: finding('followed_up') })).toMatchObject({
    ok: false,
    code: 'forbidden',
  })
})

test('who reads a finding', () => {
  const readers = Object.entries(cast).flatMap(([name, actor]) =>
    readsFinding.allows(actor, finding('found')) ? [name] : [],
  )
  expect(readers).toEqual([
    'author',
    'local admin',
    'head',
    'inspectorate',
    'hub',
    'sector ministry',
    'co-manager',
    'secretariat',
    'auditor',
  ])
})
