import type { MaturityAspect } from '@semai/domain/hubs/hub-maturity'
import type { MaturityState } from '@semai/domain/hubs/maturity.lifecycle'
import type { Says } from '@semai/domain/text/says'
import type { ColumnType } from 'kysely'

/** A hub goes by its region, or by its organisation. */
type HubKey = { region_code: string | null; organisation_id: string | null }

/** Tables of hubs: decrees with their scope, the maturity instrument, and assessments by it. */
export type HubTables = {
  hub_decree: HubKey & {
    id: string
    number: string
    decided_on: string
    valid_from: string
    valid_until: string | null
    link: string | null
    note: string | null
    recorded_by: string | null
    recorded_at: Date
  }
  hub_decree_scope: HubKey & { decree_id: string; position: number }
  maturity_instrument: {
    version: number
    note_id: string
    note_en: string
    levels: ColumnType<readonly Says[], string, never>
    aspects: ColumnType<Record<MaturityAspect, number>, string, never>
    reply_days: number
    made_by: string | null
    made_at: Date
  }
  maturity_item: {
    version: number
    key: string
    aspect: MaturityAspect
    position: number
    text_id: string
    text_en: string
    weight: number
  }
  maturity_assessment: HubKey & {
    id: string
    version: number
    year: number
    state: MaturityState
    revision: number
    reason: string | null
    started_by: string | null
    started_at: Date
    reviewed_at: Date | null
    moved_at: Date
  }
  maturity_answer: {
    assessment_id: string
    key: string
    level: number | null
    evidence: string | null
    reviewed_level: number | null
    review_note: string | null
  }
}
