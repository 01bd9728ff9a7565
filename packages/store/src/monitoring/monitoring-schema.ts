import type { ReportContent } from '@semai/domain/monitoring/quarterly-report.form'
import type { ReportState, ReportStep } from '@semai/domain/monitoring/quarterly-report.lifecycle'
import type { Role } from '@semai/domain/people/actor'
import type { ColumnType, GeneratedAlways } from 'kysely'

/** Tables of quarterly reports and of what people did about them. */
export type MonitoringTables = {
  quarterly_report: {
    id: string
    replication_id: string
    year: number
    quarter: number
    state: ReportState
    content: ColumnType<ReportContent, string, string>
    realisation: number | null
    revision: number
    started_by: string | null
    created_at: Date
    saved_at: Date
    moved_at: Date
  }
  quarterly_report_step: {
    id: string
    /** Of steps of one instant the lower was written first. */
    ordinal: GeneratedAlways<number>
    report_id: string
    step: ReportStep | 'start'
    from_state: ReportState
    to_state: ReportState
    reason: string | null
    role: Role | null
    organisation_id: string | null
    person_id: string | null
    at: Date
  }
}
