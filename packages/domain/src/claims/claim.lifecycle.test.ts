import { describe, expect, test } from 'vitest'
import { agencies, cast } from '@semai/testkit/cast'
import type { CastName } from '@semai/testkit/cast'
import { deadEnds, goldenMatrix } from '@semai/testkit/golden-matrix'
import { decide, othersSteps } from '../lifecycle.ts'
import { personActor } from '../people/actor.ts'
import type { Grant } from '../people/actor.ts'
import { claimLifecycle } from './claim.lifecycle.ts'
import type { ClaimLife } from './claim.lifecycle.ts'

const now = new Date('2026-03-02T03:04:05Z')
const side = (...ownerPath: string[]) => ({ ownerPath, provinceCode: '35', institutionId: ownerPath.at(-1)! })
/** The same below the province, which does not make the province its institution. */
const under = (...path: string[]) => ({ ...side(...path, agencies.province), institutionId: path.at(-1)! })

/** An office of one regency runs what an office of another made; the hub is a third institution. */
const claim: ClaimLife = {
  state: 'stands',
  kind: 'state',
  strength: 'declared',
  adopter: under(agencies.healthOffice, agencies.regency),
  origin: under(agencies.otherOffice, agencies.otherRegency),
  sectorIds: [agencies.ministry],
  hasHub: true,
  isDeclaredHere: true,
  disputedBy: null,
}
const holding = (...grants: Partial<Grant>[]) =>
  personActor(
    'p',
    grants.map((grant) => ({ role: 'hub', organisationId: agencies.province, provinceCode: null, ...grant })),
  )
const hub = holding({ provinceCode: '35' })
const may = (
  step: 'verify' | 'settle' | 'uphold' | 'confirm',
  actor = hub,
  given: Partial<ClaimLife> = {},
) => {
  const asked = { subject: { ...claim, ...given }, actor, now, reason: 'Foto loket', day: '2026-03-01' }
  const decision = decide(claimLifecycle, step, asked)
  return decision.ok ? 'yes' : decision.code
}

test('who may do what with a claim, in every state', () => {
  expect(goldenMatrix(claimLifecycle, (state) => ({ ...claim, state }))).toMatchInlineSnapshot(`
    "stands --confirm--> stands: author elsewhere, local admin elsewhere
    stands --verify--> stands: inspectorate, hub, sector ministry
    stands --renew--> stands: author, local admin
    stands --dispute--> disputed: author elsewhere, local admin elsewhere, inspectorate, hub, sector ministry
    stands --stop--> stopped: author, local admin
    stands --withdraw--> withdrawn: command line, author, local admin, administrator
    disputed --answer--> answered: author, local admin
    disputed --settle--> stands: inspectorate, hub, sector ministry
    disputed --uphold--> withdrawn: inspectorate, hub, sector ministry
    disputed --stop--> stopped: author, local admin
    disputed --withdraw--> withdrawn: command line, author, local admin, administrator
    answered --settle--> stands: inspectorate, hub, sector ministry
    answered --uphold--> withdrawn: inspectorate, hub, sector ministry
    answered --stop--> stopped: author, local admin
    answered --withdraw--> withdrawn: command line, author, local admin, administrator
    stopped --resume--> stands: author, local admin"
  `)
})

test('a claim read elsewhere is disputed by the adopter, not withdrawn; and declared once', () => {
  const reported = { isDeclaredHere: false, strength: 'reported' } as const
  expect(
    goldenMatrix(claimLifecycle, (state) => ({ ...claim, ...reported, state }))
      .split('\n')
      .filter((line) => /declare|dispute-|withdraw-/.test(line)),
  ).toMatchInlineSnapshot(`
    [
      "stands --declare--> stands: author, local admin",
      "stands --dispute--> disputed: author, author elsewhere, local admin, local admin elsewhere, inspectorate, hub, sector ministry",
    ]
  `)
})

test('every state can be reached, and left unless it is an end', () => {
  expect(deadEnds(claimLifecycle, ['withdrawn'])).toEqual({ unreachable: [], stuck: [] })
})

describe('who verifies is neither side', () => {
  test('a hub in charge of the adopter does, one of another province does not', () => {
    expect(may('verify')).toBe('yes')
    expect(may('verify', holding({ provinceCode: '36' }))).toBe('forbidden')
  })

  test.each([
    ['the owner of the innovation hosts the hub', { origin: side(agencies.province) }],
    ['an office of the owner made it', { origin: side(agencies.centre, agencies.province) }],
    ['the adopter hosts the hub', { adopter: side(agencies.province) }],
  ])('not where %s', (_, given) => {
    expect(may('verify', hub, given)).toBe('forbidden')
  })

  test('that both regencies belong to the province does not make the province their owner', () => {
    expect(may('verify', cast.hub)).toBe('yes')
  })

  test.each(['author', 'local_admin', 'head'] as const)('not somebody who is also its %s', (role) => {
    const both = holding({ provinceCode: '35' }, { role, organisationId: agencies.regency })
    expect(may('verify', both)).toBe('forbidden')
  })

  test('the inspectorate of the adopter does, that of the owner does not', () => {
    expect(may('verify', cast.inspectorate)).toBe('yes')
    const swapped = { adopter: claim.origin, origin: claim.adopter }
    expect(may('verify', cast.inspectorate, swapped)).toBe('forbidden')
  })

  test('the secretariat stands in only while there is no hub', () => {
    expect(may('verify', cast.secretariat)).toBe('forbidden')
    expect(may('verify', cast.secretariat, { hasHub: false })).toBe('yes')
  })
})

test('evidence has words and a day that has come', () => {
  const asked = { subject: claim, actor: hub, now }
  const says = (given: { reason?: string; day?: string }) => {
    const decision = decide(claimLifecycle, 'verify', { ...asked, ...given })
    return decision.ok ? null : decision.says.en
  }
  expect(says({ day: '2026-03-01' })).toBe('Write the reason.')
  expect(says({ reason: 'Foto loket' })).toBe('Fill in "Day the evidence was seen".')
  expect(says({ reason: 'Foto loket', day: '2026-02-30' })).toBe('Fill in "Day the evidence was seen".')
  expect(says({ reason: 'Foto loket', day: '2026-03-03' })).toBe(
    '"Day the evidence was seen" is still to come.',
  )
  expect(says({ reason: 'Foto loket', day: '2026-03-02' })).toBeNull()
})

test('whoever raised a dispute may take it back, but not decide it', () => {
  const raised = { state: 'answered', disputedBy: 'p' } as const
  expect([may('settle', hub, raised), may('uphold', hub, raised)]).toEqual(['yes', 'forbidden'])
  const other = { ...raised, disputedBy: 'q' }
  expect([may('settle', hub, other), may('uphold', hub, other)]).toEqual(['yes', 'yes'])
})

test('who may not take a step is told who may', () => {
  const name: CastName = 'author elsewhere'
  const steps = othersSteps(claimLifecycle, { subject: claim, actor: cast[name] })
  expect(steps.map(({ step }) => step)).toEqual(['verify', 'declare', 'renew', 'stop', 'withdraw'])
  expect(steps[0]?.says.id).toMatch(/^Hanya: hub yang membina yang menjalankan atau K\/L pengampu/)
})
