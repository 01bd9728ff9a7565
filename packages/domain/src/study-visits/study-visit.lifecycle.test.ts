import { expect, test } from 'vitest'
import { agencies, cast } from '@semai/testkit/cast'
import { deadEnds, goldenMatrix } from '@semai/testkit/golden-matrix'
import { now, today } from '@semai/testkit/scene'
import { decide } from '../lifecycle.ts'
import { studyVisitLifecycle } from './study-visit.lifecycle.ts'
import type { StudyVisitLife } from './study-visit.lifecycle.ts'

const visit = (state: StudyVisitLife['state'], given: Partial<StudyVisitLife> = {}): StudyVisitLife => ({
  state,
  adopter: {
    ownerPath: [agencies.healthOffice, agencies.regency, agencies.province],
    institutionId: agencies.regency,
    provinceCode: '35',
  },
  origin: {
    ownerPath: [agencies.otherOffice, agencies.otherRegency, agencies.province],
    institutionId: agencies.otherRegency,
    provinceCode: '35',
  },
  people: 4,
  placesLeft: 4,
  heldOn: today,
  hasReport: true,
  ...given,
})

test('who may do what with a study visit, in every state', () => {
  expect(goldenMatrix(studyVisitLifecycle, visit)).toMatchInlineSnapshot(`
    "requested --accept--> accepted: author elsewhere, local admin elsewhere
    requested --decline--> declined: author elsewhere, local admin elsewhere
    requested --cancel--> cancelled: author, author elsewhere, local admin, local admin elsewhere
    accepted --cancel--> cancelled: author, author elsewhere, local admin, local admin elsewhere
    accepted --report--> reported: author, local admin"
  `)
})

test('every state can be reached; an answer, a report and a cancellation are for good', () => {
  expect(deadEnds(studyVisitLifecycle, ['declined', 'cancelled', 'reported'])).toEqual({
    unreachable: [],
    stuck: [],
  })
})

test('nobody is accepted for whom there is no room, and nothing is handed in that was not written', () => {
  const asked = { now, day: today }
  const accepted = decide(studyVisitLifecycle, 'accept', {
    subject: visit('requested', { placesLeft: 3 }),
    actor: cast['author elsewhere'],
    ...asked,
  })
  const reported = decide(studyVisitLifecycle, 'report', {
    subject: visit('accepted', { hasReport: false }),
    actor: cast.author,
    ...asked,
  })
  expect([accepted, reported].map((one) => !one.ok && one.code)).toEqual(['invalid', 'invalid'])
})
