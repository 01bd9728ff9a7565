import type { AnalysisName, AnalysisState } from '@semai/domain/analyses/analysis'
import type { AdopterReason } from '@semai/domain/analyses/next-adopters'
import type { ColumnType } from 'kysely'

/** Heavy analyses, kept by what they were made from. */
export type AnalysisTables = {
  analysis: {
    name: AnalysisName
    inputs: string
    state: AnalysisState
    progress: number
    answer: ColumnType<object | null, string | null, string | null>
    asked_at: Date
    ended_at: Date | null
  }
  /** The rows of `next_adopters`, by the inputs of that analysis. */
  next_adopter: {
    inputs: string
    innovation_code: string
    region_code: string
    rank: number
    rank_in_region: number
    chance: number
    lower: number
    upper: number
    reasons: ColumnType<AdopterReason[], string, never>
    able_before: boolean
  }
}
