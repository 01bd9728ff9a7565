import type { FindingKind } from '@semai/domain/scaling/finding.form'
import type { FindingState } from '@semai/domain/scaling/finding.lifecycle'
import type { GeneratedAlways } from 'kysely'

/** Tables of scaling-up programmes, and of what their ministries found at units. */
export type ScalingTables = {
  scaling_programme: {
    id: string
    slug: string
    name: string
    owner_id: string
    named_on: string | null
    protection_id: string | null
    protection_en: string | null
    source_id: string | null
    revision: number
    recorded_by: string | null
    recorded_at: Date
    updated_at: Date
  }
  scaling_programme_innovation: { programme_id: string; innovation_id: string; position: number }
  scaling_programme_basis: { programme_id: string; position: number; title: string; link: string | null }
  scaling_programme_target: { programme_id: string; year: number; regions: number; source: string }
  scaling_programme_region: { programme_id: string; region_code: string; by_year: number | null }
  programme_finding: {
    id: string
    programme_id: string
    organisation_id: string
    kind: FindingKind
    state: FindingState
    found_on: string
    finding: string
    recommendation: string | null
    follow_up: string | null
    due_on: string | null
    written_by: string | null
    written_at: Date
    moved_at: Date
  }
  programme_finding_step: {
    id: string
    ordinal: GeneratedAlways<number>
    finding_id: string
    step: string
    from_state: string
    to_state: string
    words: string | null
    due_on: string | null
    person_id: string | null
    at: Date
  }
}
