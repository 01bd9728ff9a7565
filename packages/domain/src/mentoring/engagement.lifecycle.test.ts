import { expect, test } from 'vitest'
import { agencies, cast } from '@semai/testkit/cast'
import { deadEnds, goldenMatrix } from '@semai/testkit/golden-matrix'
import { now } from '@semai/testkit/scene'
import { decide } from '../lifecycle.ts'
import type { Rule } from '../people/access.ts'
import { engagementLifecycle } from './engagement.lifecycle.ts'
import type { EngagementLife } from './engagement.lifecycle.ts'
import { guidesEngagement, readsEngagement, readsNotes } from './engagement-parties.ts'
import { holidaysForm, stagesForm } from './mentoring-rules.form.ts'

const engagement = (state: EngagementLife['state'], given: Partial<EngagementLife> = {}): EngagementLife => ({
  state,
  hub: { provinceCode: null, ownerPath: [agencies.province] },
  memberIds: [cast.mentor.personId!],
  accompanied: { ownerPath: [agencies.regency, agencies.province], provinceCode: '35' },
  stagesLeft: 0,
  ...given,
})

test('who may do what with an engagement, in every state', () => {
  expect(goldenMatrix(engagementLifecycle, engagement)).toMatchInlineSnapshot(`
    "active --complete--> completed: hub, mentor
    active --end--> ended: hub
    completed --reopen--> active: hub
    ended --reopen--> active: hub"
  `)
})

test('every state can be reached, and each can be left again', () => {
  expect(deadEnds(engagementLifecycle, [])).toEqual({ unreachable: [], stuck: [] })
})

test('nothing is completed whose stages are not through', () => {
  const subject = engagement('active', { stagesLeft: 1 })
  expect(decide(engagementLifecycle, 'complete', { subject, actor: cast.mentor, now })).toMatchObject({
    ok: false,
    code: 'invalid',
  })
})

test('who reads an engagement, who reads its notes, who writes in it', () => {
  const who = (rule: Rule<EngagementLife>, given: Partial<EngagementLife> = {}) =>
    Object.entries(cast).flatMap(([name, actor]) =>
      rule.allows(actor, engagement('active', given)) ? [name] : [],
    )
  expect(who(readsEngagement)).toEqual(['local admin', 'head', 'hub', 'mentor', 'co-manager', 'secretariat'])
  expect(who(readsNotes)).toEqual(['local admin', 'head', 'hub', 'mentor'])
  expect(who(guidesEngagement)).toEqual(['hub', 'mentor'])
  expect(who(readsNotes, { memberIds: [] })).toEqual(['local admin', 'head', 'hub'])
})

test.each([
  ['', false],
  ['gap | Pemetaan | Mapping | 20', true],
  ['gap | Pemetaan | Mapping | 0', false],
  ['gap | Pemetaan | Mapping | 501', false],
  ['Gap | Pemetaan | Mapping | 20', false],
  ['gap | Pemetaan | 20', false],
  ['gap | Pemetaan | Mapping | 20 | lagi', false],
  ['gap | Pemetaan | Mapping | 20\ngap | Lagi | Again | 5', false],
])('the stages "%s" are taken: %s', (stages, isTaken) => {
  expect(stagesForm.safeParse({ stages }).success).toBe(isTaken)
})

test('days off are read line by line, and none is a list too', () => {
  expect(holidaysForm.parse({ holidays: '\n2027-01-01 | Tahun Baru\n' })).toEqual({
    holidays: [{ day: '2027-01-01', name: 'Tahun Baru' }],
  })
  expect(holidaysForm.parse({ holidays: '' })).toEqual({ holidays: [] })
  expect(holidaysForm.safeParse({ holidays: '2027-02-30 | Tidak ada' }).success).toBe(false)
})
