import { beforeEach, expect, test } from 'vitest'
import { mentoringVisitForm } from '@semai/domain/mentoring/mentoring.form'
import type { Actor } from '@semai/domain/people/actor'
import { startForm } from '@semai/domain/replications/replication.form'
import { agencies, cast } from '@semai/testkit/cast'
import { countedQueries } from '@semai/testkit/counted-queries'
import { aHub, aMember, anEngagement, aTeam, castHub } from '@semai/testkit/mentored-hub'
import { codeOf } from '@semai/testkit/outcome'
import { castAgencies, castEmail, castPeople } from '@semai/testkit/people'
import { anInnovation, aRegion, now, today } from '@semai/testkit/scene'
import { testDb } from '@semai/testkit/test-db'
import { uuidv7 } from '../db/uuid.ts'
import { hubNamed } from '../hubs/named-hub.ts'
import { startReplication } from '../replications/replication-start.commands.ts'
import {
  finishStage,
  pauseEngagement,
  recordMentoringVisit,
  resumeEngagement,
  takeEngagementStep,
} from './engagement.commands.ts'
import { engagementList, engagementPage } from './engagement.queries.ts'
import { mentoringRules } from './mentoring-rules.ts'
import { saveHolidays, saveStages } from './mentoring-rules.commands.ts'
import { endTeam, leaveTeam } from './team.commands.ts'
import { hubTeams } from './team.queries.ts'

const { db, owner, clear } = await testDb()
const { hub, mentor, author, secretariat } = cast
const stages = [
  { key: 'gap_mapping', id: 'Pemetaan', en: 'Mapping', promisedDays: 5 },
  { key: 'plan', id: 'Rencana', en: 'Plan', promisedDays: 10 },
]

beforeEach(async () => {
  await clear()
  await aRegion(owner.db, { code: '35' })
  await aRegion(owner.db, { code: '35.10' })
  await castAgencies(owner.db)
  await castPeople(owner.db)
  await aHub(owner.db)
  await saveStages(db, secretariat, { stages, now })
})

const team = (given: Record<string, string> = {}, actor: Actor = hub) => aTeam(db, given, actor)
const join = (id: string, given: Record<string, string> = {}, actor: Actor = hub) =>
  aMember(db, id, given, actor)
const start = (id: string, given: Record<string, string> = {}, actor: Actor = hub) =>
  anEngagement(db, id, given, actor)
const page = (id: string, actor: Actor = mentor) => engagementPage(db, actor, { id, now, today })
const events = async () =>
  (await owner.db.selectFrom('audit_event').select('what').orderBy('id').execute()).map(({ what }) => what)

test('a team accompanies an organisation through its stages, within what was promised', async () => {
  const teamId = await team()
  await join(teamId)
  const id = await start(teamId, { mentor: mentor.personId! })
  expect(
    (await page(id)).stages.map(({ stage, clock }) => [stage, clock.used, clock.dueOn, clock.pace]),
  ).toEqual([
    ['gap_mapping', 10, '2026-02-23', 'over'],
    ['plan', 0, null, 'ahead'],
  ])
  await pauseEngagement(db, mentor, {
    id,
    said: { from: '2026-02-17', reason: 'Banjir, kantor tutup.' },
    now,
  })
  await resumeEngagement(db, mentor, { id, until: '2026-02-26', now })
  await finishStage(db, mentor, { id, position: 1, day: '2026-02-27', now })
  expect(
    (await page(id)).stages.map(({ stage, clock }) => [stage, clock.used, clock.dueOn, clock.pace]),
  ).toEqual([
    ['gap_mapping', 2, '2026-03-04', 'kept'],
    ['plan', 1, '2026-03-13', 'within'],
  ])
  expect(await codeOf(takeEngagementStep(db, mentor, { id, step: 'complete', now }))).toBe('invalid')
  await finishStage(db, mentor, { id, position: 2, day: today, now })
  await takeEngagementStep(db, mentor, { id, step: 'complete', now })
  expect((await page(id)).state).toBe('completed')
  expect(await events()).toEqual([
    'mentoring.save_stages',
    'mentor_team.form',
    'mentor_team.join',
    'engagement.start',
    'engagement.pause',
    'engagement.resume',
    'engagement.finish_stage',
    'engagement.finish_stage',
    'engagement.complete',
  ])
})

test('notes are read by the team, the hub and whom it accompanies; the ministries see that there was a visit', async () => {
  const teamId = await team()
  await join(teamId)
  const id = await start(teamId)
  const said = mentoringVisitForm.parse({
    heldOn: '2026-02-20',
    mode: 'on_site',
    notes: 'Perahu belum ada; kepala dinas ragu.',
    agreed: 'Cari perahu sebelum Maret.',
  })
  await recordMentoringVisit(db, mentor, { id, said, now })
  const seen: Record<string, string | null> = {}
  for (const [name, actor] of Object.entries(cast)) {
    const found = await engagementPage(db, actor, { id, now, today }).catch(() => null)
    if (found) seen[name] = found.visits[0]!.notes
  }
  expect(seen).toEqual({
    author: said.notes,
    'local admin': said.notes,
    head: said.notes,
    hub: said.notes,
    mentor: said.notes,
    'co-manager': null,
    secretariat: null,
  })
  const { rows } = await owner.pool.query<{ detail: unknown }>(
    `select detail from audit_event where what = 'engagement.visit'`,
  )
  expect(JSON.stringify(rows)).not.toContain('ragu')
})

test('who does not run the hub forms no team and starts nothing, and a refusal leaves nothing behind', async () => {
  const teamId = await team()
  await join(teamId)
  for (const actor of [author, secretariat, cast['sector ministry'], mentor]) {
    expect(await codeOf(team({}, actor))).toBe('forbidden')
    expect(await codeOf(start(teamId, {}, actor))).toBe('forbidden')
  }
  expect(await codeOf(join(teamId))).toBe('conflict')
  expect(await codeOf(join(teamId, { email: castEmail('author') }))).toBe('invalid')
  expect(await codeOf(join(teamId, { email: 'tidak.ada@contoh.test' }))).toBe('invalid')
  expect(await codeOf(join(teamId, { email: castEmail('hub'), since: '2026-03-03' }))).toBe('invalid')
  expect(await codeOf(start(teamId, { organisation: 'kementerian-urusan-contoh' }))).toBe('invalid')
  expect(await codeOf(start(teamId, { startedOn: '2026-03-03' }))).toBe('invalid')
  expect(await codeOf(start(teamId, { replication: 'REP-9999' }))).toBe('invalid')
  expect(await codeOf(start(teamId, { need: uuidv7() }))).toBe('invalid')
  expect(await codeOf(start(teamId, { mentor: author.personId! }))).toBe('invalid')
  expect(await codeOf(start(teamId, { stage: 'tidak_ada' }))).toBe('invalid')
  const { rows } = await engagementList(db, hub, { today })
  expect(rows).toEqual([])
  await start(teamId)
  expect(await codeOf(start(teamId))).toBe('conflict')
})

test('days that can not be are codeOf, and what is over takes nothing more until it is opened again', async () => {
  const teamId = await team()
  await join(teamId)
  const id = await start(teamId)
  const pause = (from: string) =>
    pauseEngagement(db, mentor, { id, said: { from, reason: 'Libur panjang' }, now })
  expect(await codeOf(pause('2026-02-15'))).toBe('invalid')
  expect(await codeOf(pause('2026-03-03'))).toBe('invalid')
  await pause('2026-02-20')
  expect(await codeOf(pause('2026-02-21'))).toBe('conflict')
  expect(await codeOf(resumeEngagement(db, mentor, { id, until: '2026-02-19', now }))).toBe('invalid')
  await resumeEngagement(db, mentor, { id, until: '2026-02-24', now })
  expect(await codeOf(resumeEngagement(db, mentor, { id, until: '2026-02-24', now }))).toBe('conflict')
  expect(await codeOf(pause('2026-02-22'))).toBe('invalid')
  expect(await codeOf(finishStage(db, mentor, { id, position: 2, day: today, now }))).toBe('conflict')
  expect(await codeOf(finishStage(db, author, { id, position: 1, day: today, now }))).toBe('forbidden')
  expect(await codeOf(takeEngagementStep(db, mentor, { id, step: 'end', reason: 'x', now }))).toBe(
    'forbidden',
  )
  await takeEngagementStep(db, hub, { id, step: 'end', reason: 'Instansi digabung.', now })
  expect(await codeOf(finishStage(db, mentor, { id, position: 1, day: today, now }))).toBe('conflict')
  const other = await start(teamId)
  const reopen = () => codeOf(takeEngagementStep(db, hub, { id, step: 'reopen', reason: 'Keliru', now }))
  expect(await reopen()).toBe('conflict')
  await takeEngagementStep(db, hub, { id: other, step: 'end', reason: 'Keliru', now })
  expect(await reopen()).toBe('done')
})

test('two finish the same stage in the same second: one does, the other is told', async () => {
  const teamId = await team()
  await join(teamId)
  const id = await start(teamId)
  const finish = (actor: Actor) => codeOf(finishStage(db, actor, { id, position: 1, day: today, now }))
  expect((await Promise.all([finish(mentor), finish(hub)])).toSorted()).toEqual(['conflict', 'done'])
})

test('both sides are told, without whoever did it; who leaves is told no more and is in charge of nothing', async () => {
  const teamId = await team()
  const member = await join(teamId)
  const id = await start(teamId, { mentor: mentor.personId! })
  await finishStage(db, mentor, { id, position: 1, day: today, now })
  const told = async () =>
    (
      await owner.db
        .selectFrom('notice as n')
        .innerJoin('person as p', 'p.id', 'n.person_id')
        .select(['p.email', 'n.kind'])
        .orderBy('n.id')
        .execute()
    ).map(({ email, kind }) => `${kind} ${email}`)
  expect((await told()).toSorted()).toEqual([
    'engagement_begun author@contoh.test',
    'engagement_begun local.admin@contoh.test',
    'engagement_begun mentor@contoh.test',
    'engagement_moved author@contoh.test',
    'engagement_moved local.admin@contoh.test',
  ])
  await leaveTeam(db, hub, { said: { member, until: today }, now })
  expect(await codeOf(endTeam(db, hub, { team: teamId, now }))).toBe('conflict')
  await takeEngagementStep(db, hub, { id, step: 'end', reason: 'Tim berganti.', now })
  expect((await told()).filter((one) => one.endsWith('mentor@contoh.test'))).toHaveLength(1)
  expect(await codeOf(leaveTeam(db, hub, { said: { member, until: today }, now }))).toBe('not-found')
  expect((await page(id, hub)).mentor).toBe(null)
  expect(await codeOf(endTeam(db, mentor, { team: teamId, now }))).toBe('forbidden')
  await endTeam(db, hub, { team: teamId, now })
  expect(await codeOf(start(teamId))).toBe('invalid')
})

test('what was promised stays when the list changes; days off count for nobody', async () => {
  const teamId = await team()
  const id = await start(teamId)
  await saveStages(db, secretariat, { stages: [{ ...stages[1]!, promisedDays: 30 }], now })
  await saveHolidays(db, secretariat, { holidays: [{ day: '2026-02-17', name: 'Imlek' }], now })
  const found = await page(id)
  expect(found.stages.map(({ promisedDays }) => promisedDays)).toEqual([5, 10])
  expect(found.current?.clock.used).toBe(9)
  const rules = await mentoringRules(db)
  expect(
    rules.stages.slice(0, 2).map(({ key, promisedDays, isRetired }) => [key, promisedDays, isRetired]),
  ).toEqual([
    ['plan', 30, false],
    ['gap_mapping', 5, true],
  ])
  expect(rules.holidays).toEqual([{ day: '2026-02-17', name: 'Imlek' }])
  expect(await codeOf(Promise.resolve().then(() => saveStages(db, hub, { stages, now })))).toBe('forbidden')
  expect(await codeOf(Promise.resolve().then(() => saveHolidays(db, hub, { holidays: [], now })))).toBe(
    'forbidden',
  )
})

test('an engagement about a replication names it; the load of a team is public, who is in it is not', async () => {
  const { id: innovationId } = await anInnovation(owner.db, {
    code: 'INV-7001',
    organisation_id: agencies.otherOffice,
  })
  const said = startForm.parse({ organisation: 'puskesmas-sukamaju', route: 'letter', region: '35.10' })
  const code = await startReplication(db, author, { innovationId, said, now, updateMonth: 3 })
  const teamId = await team()
  await join(teamId)
  const id = await start(teamId, { replication: code, mentor: mentor.personId! })
  expect((await page(id, hub)).replication).toBe(code)
  const teams = async (actor: Actor) => {
    const named = await hubNamed(db, actor, castHub)
    const [one] = await hubTeams(db, actor, { hub: named, today })
    return [one!.active, one!.members.map(({ name, active }) => [name, active])]
  }
  expect(await teams(cast.public)).toEqual([1, []])
  expect(await teams(hub)).toEqual([1, [['Dr. Hasan Basri', 1]]])
})

test('lists ask as many questions for three engagements as for one', async () => {
  const teamId = await team()
  await join(teamId)
  const asked = () =>
    countedQueries(db, async (db) => {
      const named = await hubNamed(db, hub, castHub)
      await hubTeams(db, hub, { hub: named, today })
      await engagementList(db, hub, { hubId: named.organisationId, today })
    })
  await start(teamId)
  const one = await asked()
  for (const organisation of ['puskesmas-sukamaju', 'dinas-sosial-tirtasari'])
    await start(teamId, { organisation })
  expect([one, await asked()]).toEqual([4, 4])
  const first = await engagementList(db, hub, { today, limit: 2 })
  const second = await engagementList(db, hub, { today, limit: 2, after: first.next! })
  expect([first.rows.length, second.rows.length, second.next]).toEqual([2, 1, null])
})
