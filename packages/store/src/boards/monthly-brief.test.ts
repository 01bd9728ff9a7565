import { briefMonth } from '@semai/domain/boards/brief-month'

import { milestoneForm, startForm } from '@semai/domain/replications/replication.form'
import { agencies, cast } from '@semai/testkit/cast'
import { countedQueries } from '@semai/testkit/counted-queries'
import { castAgencies, castPeople, castPlaces } from '@semai/testkit/people'
import { aRegion, anInnovation, now, today } from '@semai/testkit/scene'
import { testDb } from '@semai/testkit/test-db'
import { beforeEach, expect, test } from 'vitest'
import { briefRuns } from '../continuity/brief-runs.queries.ts'
import { saveMilestone } from '../replications/milestone.commands.ts'
import { startReplication } from '../replications/replication-start.commands.ts'
import { takeReplicationStep } from '../replications/take-replication-step.ts'
import type { BriefScope } from './brief-scope.ts'
import { begunRuns, briefCounts } from './monthly-brief.queries.ts'

const { db, owner, clear } = await testDb()
const { author, secretariat } = cast
const country: BriefScope = { kind: 'country' }
let code: string

beforeEach(async () => {
  await clear()
  for (const place of ['35', '35.09', '35.10', '35.78']) await aRegion(owner.db, { code: place })
  await castAgencies(owner.db)
  await castPlaces(owner.db)
  await castPeople(owner.db)
  const { id: innovationId } = await anInnovation(owner.db, {
    code: 'INV-8101',
    organisation_id: agencies.otherOffice,
  })
  const said = startForm.parse({ organisation: 'dinas-kesehatan-sukamaju', route: 'letter', region: '35.10' })
  const started = new Date('2025-11-10T03:00:00Z')
  code = await startReplication(db, author, { innovationId, said, now: started, updateMonth: 3 })
  const plan = { kind: 'plan', plannedOn: '2025-12-20', reachedOn: '2026-01-10' }
  await saveMilestone(db, author, { code, said: milestoneForm.parse(plan), now })
  for (const [step, day] of [
    ['begin', '2026-01-20'],
    ['run', '2026-02-03'],
  ] as const) {
    await takeReplicationStep(db, author, {
      code,
      step,
      day,
      now: new Date(`${day}T03:00:00Z`),
      updateMonth: 3,
    })
  }
})

const counts = (month: string, scope: BriefScope = country) =>
  briefCounts(db, secretariat, { scope, month: briefMonth(month, today) })

test('each month tells what began in it, and a milestone is late until the day it was reached', async () => {
  const told = []
  for (const month of ['2025-11', '2025-12', '2026-01', '2026-02']) {
    const { began, behind } = await counts(month)
    told.push([
      month,
      Object.entries(began).flatMap(([state, n]) => (n > 0 ? [state] : [])),
      behind.milestones,
    ])
  }
  expect(told).toEqual([
    ['2025-11', ['preparing'], 0],
    ['2025-12', [], 1],
    ['2026-01', ['implementing'], 0],
    ['2026-02', ['running'], 0],
  ])
})

test('a brief of a place tells of that place only, of a hub of all in it', async () => {
  const scopes: BriefScope[] = [
    { kind: 'region', code: '35.10' },
    { kind: 'region', code: '35' },
    { kind: 'hub', hub: { provinceCode: null, organisationId: agencies.province } },
    { kind: 'region', code: '35.09' },
    { kind: 'hub', hub: { provinceCode: null, organisationId: agencies.ministry } },
  ]
  const running = []
  for (const scope of scopes) {
    const { began } = await counts('2026-02', scope)
    const begun = await begunRuns(db, secretariat, { scope, month: briefMonth('2026-02', today) })
    running.push([began.running, begun.map(({ path, on }) => [path, on])])
  }
  const found = [1, [[`/replikasi/${code}`, '2026-02-03']]]
  expect(running).toEqual([found, found, found, [0, []], [0, []]])
})

test('what runs stands as it did on the last day of the month', async () => {
  const states = async (month: string) =>
    (await briefRuns(db, secretariat, { scope: country, month: briefMonth(month, today) })).states.running
  expect([await states('2026-01'), await states('2026-02')]).toEqual([0, 1])
})

test('each read of a brief is one question', async () => {
  const asked = { scope: country, month: briefMonth('2026-02', today) }
  for (const read of [briefCounts, begunRuns, briefRuns]) {
    expect(await countedQueries(db, (counting) => read(counting, secretariat, asked))).toBe(1)
  }
})
