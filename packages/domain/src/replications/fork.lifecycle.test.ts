import { expect, test } from 'vitest'
import { islandMedicine } from '@semai/testkit/blueprint-scene'
import { agencies, cast } from '@semai/testkit/cast'
import { deadEnds, goldenMatrix } from '@semai/testkit/golden-matrix'
import { now } from '@semai/testkit/scene'
import { decide } from '../lifecycle.ts'
import { originDraftLifecycle } from './origin-draft.lifecycle.ts'
import type { OriginDraft } from './origin-draft.lifecycle.ts'
import { replicaEditLifecycle } from './replica-edit.lifecycle.ts'
import type { ReplicaEdit } from './replica-edit.lifecycle.ts'

const adopter = {
  ownerPath: [agencies.healthOffice, agencies.regency, agencies.province],
  provinceCode: null,
}
const origin = {
  ownerPath: [agencies.otherOffice, agencies.otherRegency, agencies.province],
  provinceCode: null,
}
const draft = (given: Partial<OriginDraft>): OriginDraft => ({
  ...adopter,
  origin,
  state: 'draft',
  content: islandMedicine,
  isOvertaken: false,
  ...given,
})
const replica = (given: Partial<ReplicaEdit>): ReplicaEdit => ({
  ...adopter,
  state: 'draft',
  content: islandMedicine,
  changesUntold: 0,
  lacksReason: false,
  ...given,
})

test('who may do what with the text of a replica, in every state', () => {
  expect(goldenMatrix(replicaEditLifecycle, (state) => replica({ state }))).toMatchInlineSnapshot(`
    "draft --submit--> submitted: author
    draft --publish--> published: local admin
    draft --discard--> discarded: author, local admin
    submitted --recall--> draft: author
    submitted --return--> returned: local admin
    submitted --publish--> published: local admin
    returned --submit--> submitted: author
    returned --publish--> published: local admin
    returned --discard--> discarded: author, local admin"
  `)
  expect(deadEnds(replicaEditLifecycle, ['published', 'discarded'])).toEqual({ unreachable: [], stuck: [] })
})

test('who may do what with a blueprint drafted for an origin, in every state', () => {
  expect(goldenMatrix(originDraftLifecycle, (state) => draft({ state }))).toMatchInlineSnapshot(`
    "draft --submit--> submitted: author, local admin, mentor
    draft --discard--> discarded: author, local admin, mentor
    submitted --recall--> draft: author, local admin, mentor
    submitted --return--> returned: local admin elsewhere
    submitted --publish--> published: local admin elsewhere
    returned --submit--> submitted: author, local admin, mentor
    returned --discard--> discarded: author, local admin, mentor"
  `)
  expect(deadEnds(originDraftLifecycle, ['published', 'discarded'])).toEqual({ unreachable: [], stuck: [] })
})

test('a replica is not published with a change untold, nor with two forms and no reason', () => {
  const outcome = (given: Partial<ReplicaEdit>) =>
    decide(replicaEditLifecycle, 'publish', { subject: replica(given), actor: cast['local admin'], now }).ok
  expect([
    outcome({}),
    outcome({ changesUntold: 1 }),
    outcome({ lacksReason: true }),
    outcome({ content: { ...islandMedicine, note: null } }),
  ]).toEqual([true, false, false, false])
})

test('nobody endorses for an origin that has published a blueprint of its own', () => {
  const subject = draft({ state: 'submitted', isOvertaken: true })
  const actor = cast['local admin elsewhere']
  expect(decide(originDraftLifecycle, 'publish', { subject, actor, now }).ok).toBe(false)
  expect(decide(originDraftLifecycle, 'return', { subject, actor, now, reason: 'Sudah ada.' }).ok).toBe(true)
})
