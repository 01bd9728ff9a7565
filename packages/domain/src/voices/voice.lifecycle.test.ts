import { agencies, cast } from '@semai/testkit/cast'
import { deadEnds, goldenMatrix } from '@semai/testkit/golden-matrix'
import { expect, test } from 'vitest'
import { voiceLifecycle, voiceModerator } from './voice.lifecycle.ts'
import type { Voice } from './voice.lifecycle.ts'

const ofOffice = {
  ownerPath: [agencies.healthOffice, agencies.regency, agencies.province],
  provinceCode: null,
}

test('who may do what with a voice, in every state', () => {
  expect(goldenMatrix(voiceLifecycle, (state: Voice['state']) => ({ ...ofOffice, state })))
    .toMatchInlineSnapshot(`
    "received --show--> shown: hub, secretariat
    received --reject--> rejected: hub, secretariat"
  `)
})

test('a hub does not judge what is said of itself', () => {
  const ofHub = { ownerPath: [agencies.province], provinceCode: null }
  expect(voiceModerator.allows(cast.hub, ofOffice)).toBe(true)
  expect(voiceModerator.allows(cast.hub, ofHub)).toBe(false)
  expect(voiceModerator.allows(cast.secretariat, ofHub)).toBe(true)
})

test('every state of a voice is reached, and only the two ends are not left', () => {
  expect(deadEnds(voiceLifecycle, ['shown', 'rejected'])).toEqual({ unreachable: [], stuck: [] })
})
