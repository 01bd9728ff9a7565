import { z } from 'zod'
import { stepNames } from '../lifecycle.ts'
import { leftEmpty } from '../text/left-empty.ts'
import { voiceLifecycle } from './voice.lifecycle.ts'

/** The most letters of what a citizen adds. */
export const mostVoiceWords = 280

/** "Useful to me", on the page of an innovation or of a region. */
export const usefulForm = z.object({ region: z.string().max(120).optional(), website: leftEmpty })

/** "Not running here": about one claim, with a few words or none. */
export const absentForm = z.object({
  claim: z.uuid(),
  words: z.string().trim().max(mostVoiceWords).optional(),
  website: leftEmpty,
})

/** What a moderator does with a voice; `cause` is of the closed list. */
export const voiceStepForm = z.object({
  voice: z.uuid(),
  step: z.enum(stepNames(voiceLifecycle)),
  cause: z.string().max(40).optional(),
})
