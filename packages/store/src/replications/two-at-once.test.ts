import { beforeEach, expect, test } from 'vitest'
import type { Actor } from '@semai/domain/people/actor'
import {
  factsForm,
  forumForm,
  milestoneForm,
  recommendForm,
  startForm,
} from '@semai/domain/replications/replication.form'
import { slotForm, visitReportForm, visitRequestForm } from '@semai/domain/study-visits/study-visit.form'
import { agencies, cast } from '@semai/testkit/cast'
import { outcomeOf } from '@semai/testkit/outcome'
import { aReplication } from '@semai/testkit/replication-scene'
import { now } from '@semai/testkit/scene'
import { testDb } from '@semai/testkit/test-db'
import { atOnce } from '@semai/testkit/two-at-once'
import { openSlot, requestVisit } from '../study-visits/study-visit-ask.commands.ts'
import { saveReport, takeVisitStep } from '../study-visits/study-visit-step.commands.ts'
import { recordForum } from './forum.commands.ts'
import { saveMilestone } from './milestone.commands.ts'
import { recommend } from './recommend.commands.ts'
import { saveFacts } from './replication-facts.commands.ts'
import { startReplication } from './replication-start.commands.ts'
import { takeReplicationStep } from './take-replication-step.ts'

const { db, owner, clear } = await testDb()
const { author, hub, mentor, 'local admin': admin, 'author elsewhere': origin } = cast
const otherAdmin = cast['local admin elsewhere']
let code: string

beforeEach(async () => {
  await clear()
  code = await aReplication(owner.db, db, now)
})

const later = (seconds: number) => new Date(now.getTime() + seconds * 1_000)
/** When both opened the page: before either saved. */
const seenAt = later(1).toISOString()

/** One action, done by a first person and by a second one from a page opened before the first was done. */
type Race = {
  action: string
  /** What must be there; what it returns is given to both. */
  before?: () => Promise<string | void>
  by?: readonly [Actor, Actor]
  does: (actor: Actor, text: string, made: string) => Promise<unknown>
  /** What is stored of the winner's, as one text; left out where both would store the same. */
  stored?: () => Promise<string | null>
}

const at = { now: later(2), updateMonth: 3 } as const
const column = async (table: 'replication' | 'replication_milestone' | 'study_visit', name: string) => {
  const { rows } = await owner.pool.query<{ value: string | null }>(`select ${name} as value from ${table}`)
  return rows.map(({ value }) => value).join(' | ')
}
const aVisit = async () => {
  const slot = await openSlot(db, origin, {
    slug: 'antar-obat',
    said: slotForm.parse({ heldOn: '2026-03-20', mode: 'virtual', capacity: '9' }),
    now,
  })
  const said = { slot, replication: code, people: '3', questions: 'Bagaimana perahu dibayar?' }
  return requestVisit(db, author, { said: visitRequestForm.parse(said), now })
}
const innovationId = async () =>
  (await owner.db.selectFrom('innovation').select('id').executeTakeFirstOrThrow()).id

const races: Race[] = [
  {
    action: 'what is known of it',
    does: (actor, localName) =>
      saveFacts(db, actor, { code, said: factsForm.parse({ revision: 0, localName }), ...at }),
    stored: () => column('replication', 'local_name'),
  },
  {
    action: 'a step of it',
    does: (actor) => takeReplicationStep(db, actor, { code, step: 'begin', day: '2026-03-01', ...at }),
  },
  {
    action: 'a milestone',
    by: [author, mentor],
    does: (actor, number) =>
      saveMilestone(db, actor, {
        code,
        said: milestoneForm.parse({ kind: 'team', reachedOn: '2026-03-01', number, seenAt }),
        ...at,
      }),
    stored: () => column('replication_milestone', 'number'),
  },
  {
    action: 'taking an innovation over',
    before: async () => {
      await takeReplicationStep(db, author, {
        code,
        step: 'cancel',
        reason: 'Dialihkan',
        now,
        updateMonth: 3,
      })
    },
    does: async (actor) =>
      startReplication(db, actor, {
        innovationId: await innovationId(),
        said: startForm.parse({ organisation: 'dinas-kesehatan-sukamaju', route: 'letter' }),
        ...at,
      }),
  },
  {
    action: 'a recommendation',
    by: [hub, cast.secretariat],
    does: (actor) =>
      recommend(db, actor, {
        said: recommendForm.parse({
          innovation: 'antar-obat',
          organisations: 'puskesmas-sukamaju',
          why: 'Antrean obat menumpuk',
        }),
        ...at,
      }),
  },
  {
    action: 'a forum',
    by: [hub, hub],
    does: (actor, minuteNumber) =>
      recordForum(db, actor, {
        said: forumForm.parse({
          hub: agencies.province,
          title: 'Forum',
          heldOn: '2026-03-01',
          minuteNumber,
          minute: 'Disepakati bersama.',
          decisions: 'puskesmas-sukamaju | antar-obat',
        }),
        ...at,
      }),
  },
  {
    action: 'asking for a study visit',
    before: async () =>
      openSlot(db, origin, {
        slug: 'antar-obat',
        said: slotForm.parse({ heldOn: '2026-03-20', mode: 'virtual', capacity: '9' }),
        now,
      }),
    does: (actor, text, slot) =>
      requestVisit(db, actor, {
        said: visitRequestForm.parse({
          slot,
          replication: code,
          people: '3',
          questions: `Pertanyaan ${text}`,
        }),
        ...at,
      }),
    stored: async () => (await column('study_visit', 'questions')).replace('Pertanyaan ', ''),
  },
  {
    action: 'answering a study visit',
    before: aVisit,
    by: [origin, otherAdmin],
    does: (actor, text, id) =>
      takeVisitStep(db, actor, { id, step: text === 'satu' ? 'accept' : 'decline', reason: 'Penuh', ...at }),
  },
  {
    action: 'the report of a study visit',
    before: async () => {
      const id = await aVisit()
      await takeVisitStep(db, origin, { id, step: 'accept', now })
      return id
    },
    does: (actor, cost, id) =>
      saveReport(db, actor, { id, said: visitReportForm.parse({ cost, seenAt }), ...at }),
    stored: () => column('study_visit', 'cost'),
  },
]

test.each(races)('$action: one of two at the same second wins, the other gets a sentence', async (race) => {
  const { before, by = [author, admin], does, stored } = race
  const made = (await before?.()) ?? ''
  const { codes, winner, loserReads } = await atOnce((which, text) => does(by[which], text, made))
  expect(codes).toEqual(['conflict', 'done'])
  expect(loserReads).toMatch(/^[A-Z].{20,}[.]$/)
  expect(stored ? await stored() : winner).toBe(winner)
})

test('who opens the page again saves over it knowingly; what was left empty stays', async () => {
  const save = (given: Record<string, string>, seconds: number) =>
    saveMilestone(db, author, {
      code,
      said: milestoneForm.parse({ kind: 'team', seenAt: later(seconds - 1).toISOString(), ...given }),
      now: later(seconds),
    })
  await save({ plannedOn: '2026-02-20' }, 2)
  expect((await outcomeOf(save({ number: 'SK/1' }, 2))).code).toBe('conflict')
  await save({ reachedOn: '2026-03-01', number: 'SK/2' }, 4)
  expect(await column('replication_milestone', "concat_ws(' ', planned_on, reached_on, number)")).toBe(
    '2026-02-20 2026-03-01 SK/2',
  )
})
