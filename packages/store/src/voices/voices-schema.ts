import type { VoiceRejection, VoiceState, VoiceStep } from '@semai/domain/voices/voice.lifecycle'

/** Tables of what citizens say without an account. */
export type VoiceTables = {
  voice_salt: { day: string; salt: Buffer }
  voice_device: { day: string; mark: Buffer }
  voice_useful: {
    id: string
    innovation_id: string
    region_code: string | null
    month: string
    times: number
  }
  voice: {
    id: string
    claim_id: string
    state: VoiceState
    words: string | null
    said_on: string
    correction_id: string | null
    moved_at: Date
  }
  voice_step: {
    id: string
    voice_id: string
    step: VoiceStep
    from_state: VoiceState
    to_state: VoiceState
    reason_code: VoiceRejection | null
    person_id: string | null
    at: Date
  }
}
