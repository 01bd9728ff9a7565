import { expect, test } from 'vitest'
import { agencies } from '@semai/testkit/cast'
import { deadEnds, goldenMatrix } from '@semai/testkit/golden-matrix'
import { milestoneWarnings } from './milestone-warnings.ts'
import { forumForm, startForm } from './replication.form.ts'
import { replicationLifecycle } from './replication.lifecycle.ts'
import type { ReplicationLife } from './replication.lifecycle.ts'

const adopter = {
  ownerPath: [agencies.healthOffice, agencies.regency, agencies.province],
  institutionId: agencies.regency,
  provinceCode: '35',
}
const origin = {
  ownerPath: [agencies.otherOffice, agencies.otherRegency, agencies.province],
  institutionId: agencies.otherRegency,
  provinceCode: '35',
}
const life = (state: ReplicationLife['state']): ReplicationLife => ({
  state,
  adopter,
  origin,
  hasHub: true,
  hasRun: true,
  legalBasis: 'Perbup 1/2026',
  budgetLine: '1.02.02',
  procedure: 'SOP 3/2026',
})

test('who may do what with a replication, in every state', () => {
  expect(goldenMatrix(replicationLifecycle, life)).toMatchInlineSnapshot(`
    "proposed --accept--> preparing: author, local admin
    proposed --decline--> declined: author, local admin
    preparing --begin--> implementing: author, local admin
    preparing --run--> running: author, local admin
    preparing --cancel--> cancelled: author, local admin, hub, mentor
    implementing --run--> running: author, local admin
    implementing --stop--> stopped: author, local admin
    running --institutionalise--> institutionalised: hub
    running --stop--> stopped: author, local admin
    institutionalised --reopen--> running: hub
    institutionalised --stop--> stopped: author, local admin
    stopped --resume--> running: author, local admin
    stopped --restart--> implementing: author, local admin
    declined --accept--> preparing: author, local admin
    cancelled --revive--> preparing: author, local admin"
  `)
})

test('without a hub the secretariat stands in for it, and still not for the adopter', () => {
  const matrix = goldenMatrix(replicationLifecycle, (state) => ({ ...life(state), hasHub: false }))
  expect(matrix.split('\n').filter((line) => line.includes('secretariat'))).toMatchInlineSnapshot(`
    [
      "preparing --cancel--> cancelled: author, local admin, hub, mentor, secretariat",
      "running --institutionalise--> institutionalised: hub, secretariat",
      "institutionalised --reopen--> running: hub, secretariat",
    ]
  `)
})

test('every state can be reached and left', () => {
  expect(deadEnds(replicationLifecycle, [])).toEqual({ unreachable: [], stuck: [] })
})

test('institutionalised is what has a legal basis, a budget line and a procedure', () => {
  const { needs } = replicationLifecycle.steps.institutionalise
  const holds = (given: Partial<ReplicationLife>) =>
    needs!.every((need) => need.holds({ ...life('running'), ...given }, new Date()))
  expect([{}, { legalBasis: null }, { budgetLine: null }, { procedure: null }].map(holds)).toEqual([
    true,
    false,
    false,
    false,
  ])
})

test('milestones warn of what is late, out of order or missing, and hold nothing up', () => {
  const said = (state: ReplicationLife['state']) =>
    milestoneWarnings(
      [
        { kind: 'study_visit', plannedOn: '2026-03-01', reachedOn: null },
        { kind: 'commitment', plannedOn: null, reachedOn: '2026-02-20' },
      ],
      { state, today: '2026-03-04' },
    ).map(({ says }) => says.en)
  expect(said('preparing')).toEqual([
    'Study visit: 3 days behind its plan.',
    'Commitment signed is there, but not yet: action plan.',
  ])
  expect(said('implementing')).toEqual([
    'The work has begun, but not yet recorded: choice and its minute.',
    'Study visit: 3 days behind its plan.',
    'The work has begun, but not yet recorded: action plan.',
    'Commitment signed is there, but not yet: action plan.',
  ])
  expect(said('running')).toEqual([])
})

test('what already runs names since when', () => {
  const said = { organisation: 'dinas', route: 'running', start: '' }
  expect(startForm.safeParse(said).success).toBe(false)
  expect(startForm.parse({ ...said, start: '2024-05' })).toMatchObject({
    start: '2024-05',
    year: null,
    form: null,
  })
})

test('the decisions of a forum are lines of organisation, innovation and local name', () => {
  const said = {
    hub: 'hub',
    title: 'Forum triwulan',
    heldOn: '2026-02-03',
    minuteNumber: 'BA/1/2026',
    minute: 'Disepakati bersama.',
  }
  const read = (decisions: string) => {
    const parsed = forumForm.safeParse({ ...said, decisions })
    return parsed.success ? parsed.data.decisions : null
  }
  expect(read('Kab. A | antar-obat | KILAT\n\n Kab. B|antar-obat')).toEqual([
    { organisation: 'Kab. A', innovation: 'antar-obat', localName: 'KILAT' },
    { organisation: 'Kab. B', innovation: 'antar-obat', localName: null },
  ])
  expect([read(''), read('Kab. A'), read('a|b|c|d'), read('|b')]).toEqual([null, null, null, null])
})
