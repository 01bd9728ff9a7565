import { beforeEach, expect, test } from 'vitest'
import { dutyWords, isLate } from '@semai/domain/duties/duty'
import { milestoneForm } from '@semai/domain/replications/replication.form'
import { cast } from '@semai/testkit/cast'
import { countedQueries } from '@semai/testkit/counted-queries'
import { castDuties } from '@semai/testkit/duties-scene'
import { aReplication } from '@semai/testkit/replication-scene'
import { now, today } from '@semai/testkit/scene'
import { testDb } from '@semai/testkit/test-db'
import { budgetRulesFrom } from '../action-plans/budget-rules.ts'
import { choosePreferences } from '../notices/preference.commands.ts'
import { preferencesOf } from '../notices/preference.queries.ts'
import { saveMilestone } from '../replications/milestone.commands.ts'
import { takeReplicationStep } from '../replications/take-replication-step.ts'
import { warnOfDeadlines } from './deadlines.commands.ts'
import { dutiesOf } from './duty.queries.ts'
import { tellWeeklyDuties } from './weekly-duties.commands.ts'

const { db, owner, clear } = await testDb()
const rules = budgetRulesFrom({})
let [late, ready] = ['', '']

beforeEach(async () => {
  await clear()
  await aReplication(owner.db, db, now)
  ;[late, ready] = await castDuties(db, now)
  await owner.db.deleteFrom('notice').execute()
  // The clock is moved to before the moment at which the cast was entrusted.
  await owner.db
    .updateTable('role_grant')
    .set({ valid_from: day('2025-06-01') })
    .execute()
})

const day = (iso: string) => new Date(`${iso}T03:00:00Z`)
const asked = { rules, now, today }
const shown = async (name: keyof typeof cast) =>
  (await dutiesOf(db, cast[name], asked)).map((duty) => {
    const { says, when } = dutyWords(duty, isLate(duty, today))
    return `${duty.detail.innovation}: ${says.en}, ${when.en}`
  })
/** Whom a notice went to, and of what, in the order of people. */
const told = async () => {
  const rows = await owner.db
    .selectFrom('notice as n')
    .innerJoin('person as p', 'p.id', 'n.person_id')
    .select(['p.email', 'n.kind', 'n.detail'])
    .where('n.kind', 'in', ['deadline_near', 'deadline_passed', 'duties_week'])
    .orderBy('p.email')
    .orderBy('n.id')
    .execute()
  await owner.db.deleteFrom('notice').execute()
  return rows.map(({ email, kind, detail }) => {
    const { duty, count, late } = detail as { duty?: { kind: string }; count?: number; late?: number }
    return `${email.split('@')[0]} ${kind} ${duty?.kind ?? `${count}/${late}`}`
  })
}

test('everybody who takes part sees what is theirs to do, with its day; nobody else anything', async () => {
  const adopter = [
    'Obat Pulau: Submit the report of quarter 4 of 2025, late since 14 January 2026',
    'Obat Pulau: Record the milestone: Action plan, late since 20 February 2026',
    'Sepeda Obat (rekaan): Answer the recommendation, late since 25 February 2026',
  ]
  const origin = [
    'Obat Pulau: Answer the study visit that Dinas Kesehatan Sukamaju asks for, waiting since 2 March 2026',
  ]
  const report = 'Obat Bukit: Check the report of quarter 4 of 2025, waiting since 2 March 2026'
  const expected: Partial<Record<keyof typeof cast, string[]>> = {
    author: adopter,
    'local admin': adopter,
    'author elsewhere': origin,
    'local admin elsewhere': origin,
    hub: [
      'Obat Bukit: Check its legal basis, budget line and procedure: ready to be institutionalised, waiting since 2 November 2025',
      'Sepeda Obat (rekaan): Follow up: your recommendation has no answer, late since 25 February 2026',
      report,
    ],
    mentor: [report],
  }
  for (const name of Object.keys(cast) as (keyof typeof cast)[]) {
    expect([name, await shown(name)]).toEqual([name, expected[name] ?? []])
  }
})

test('where there is no hub the secretariat checks; what was done waits for nobody', async () => {
  await owner.db.deleteFrom('role_grant').where('role', '=', 'hub').execute()
  expect((await shown('secretariat')).map((line) => line.split(',')[0])).toEqual([
    'Obat Bukit: Check its legal basis',
    'Obat Bukit: Check the report of quarter 4 of 2025',
  ])
  const reason = 'Perbup dan SOP dilihat'
  const step = { code: ready, step: 'institutionalise', reason, day: today, now, updateMonth: 3 } as const
  await takeReplicationStep(db, cast.secretariat, step)
  const said = milestoneForm.parse({ kind: 'plan', plannedOn: '2026-02-20', reachedOn: today })
  await saveMilestone(db, cast.author, { code: late, said, now })
  expect((await shown('secretariat')).length).toBe(1)
  expect((await shown('author')).length).toBe(2)
})

test('it asks at most six questions, however much waits', async () => {
  const asks = (name: keyof typeof cast) => countedQueries(db, (db) => dutiesOf(db, cast[name], asked))
  expect([await asks('author'), await asks('hub'), await asks('public')]).toEqual([4, 2, 0])
  for (const kind of ['need', 'choice', 'team'] as const) {
    const said = milestoneForm.parse({ kind, plannedOn: '2026-02-01' })
    await saveMilestone(db, cast.author, { code: late, said, now })
  }
  expect((await shown('author')).length).toBe(6)
  expect(await asks('author')).toBe(4)
})

test('a day that is near or has passed is told of once, to those whom it concerns', async () => {
  const run = async (iso: string) => {
    await warnOfDeadlines(db, day(iso))
    return told()
  }
  const adopter = (kind: string) => [`author ${kind}`, `local.admin ${kind}`]
  expect(await run('2025-12-31')).toEqual([])
  expect(await run('2026-01-02')).toEqual(adopter('deadline_near report'))
  expect(await run('2026-01-03')).toEqual([])
  expect(await run('2026-01-15')).toEqual([
    ...adopter('deadline_passed report'),
    'mentor deadline_passed report',
  ])
  expect(await run('2026-02-13')).toEqual(adopter('deadline_near milestone'))
  expect(await run('2026-02-18')).toEqual(adopter('deadline_near answer'))
  expect(await run('2026-02-21')).toEqual([
    ...adopter('deadline_passed milestone'),
    'mentor deadline_passed milestone',
  ])
  expect(await run('2026-02-26')).toEqual([
    'author deadline_passed answer',
    'hub deadline_passed answer_awaited',
    'local.admin deadline_passed answer',
  ])
  expect(await run('2026-03-01')).toEqual([])
  const said = milestoneForm.parse({ kind: 'plan', plannedOn: '2026-03-05' })
  await saveMilestone(db, cast.author, { code: late, said, now })
  expect(await run('2026-03-02')).toEqual(adopter('deadline_near milestone'))
})

test('two jobs at the same second tell of a day once', async () => {
  const counts = await Promise.all([warnOfDeadlines(db, now), warnOfDeadlines(db, now)])
  expect(counts[0] + counts[1]).toBe(3)
  expect((await told()).length).toBe(3 * 2 + 2 + 1) // both of the adopter each, the mentor twice, the hub once
})

test('local administrators and hubs get the summary of the week unless they stop it, others if they choose it', async () => {
  const sunday = '2026-03-01'
  const tell = async (iso: string) => {
    await tellWeeklyDuties(db, { rules, now: new Date(`${iso}T14:30:00Z`) })
    return told()
  }
  expect(await tell(sunday)).toEqual([
    'hub duties_week 3/1',
    'local.admin.elsewhere duties_week 1/0',
    'local.admin duties_week 3/3',
  ])
  const choose = async (name: 'author' | 'hub', mail: 'weekly' | 'off') => {
    const preference = { isInApp: mail !== 'off', mail }
    const kinds = [{ kind: 'duties_week' as const, preference }]
    const choices = { lang: 'id' as const, zone: 'Asia/Jakarta' as const, quiet: null, kinds }
    await choosePreferences(db, cast[name], { choices, now })
  }
  await choose('author', 'weekly')
  await choose('hub', 'off')
  expect(await tell('2026-03-08')).toEqual([
    'author duties_week 3/3',
    'local.admin.elsewhere duties_week 1/0',
    'local.admin duties_week 3/3',
  ])
  const mails = await owner.db
    .selectFrom('mail')
    .select(['due_at'])
    .where('due_at', '>', day('2026-03-08'))
    .execute()
  expect(new Set(mails.map(({ due_at }) => due_at.toISOString()))).toEqual(
    new Set(['2026-03-09T00:00:00.000Z']),
  )
})

test('told twice in a week is told once; the page of choices shows what holds by the role', async () => {
  await tellWeeklyDuties(db, { rules, now: day('2026-03-01') })
  await tellWeeklyDuties(db, { rules, now: day('2026-03-02') })
  const rows = await owner.db.selectFrom('notice').select('id').where('kind', '=', 'duties_week').execute()
  expect(rows.length).toBe(3)
  const weekly = async (name: 'author' | 'local admin' | 'hub') =>
    (await preferencesOf(db, cast[name])).kinds.find(({ kind }) => kind === 'duties_week')?.mail
  expect([await weekly('author'), await weekly('local admin'), await weekly('hub')]).toEqual([
    'off',
    'weekly',
    'weekly',
  ])
})
