import type { MoveKind } from '@semai/domain/organisations/restructuring'
import type { OrganisationKind } from '@semai/domain/organisations/organisation'
import type { ColumnType } from 'kysely'

type Unfilled<Value> = ColumnType<Value | null, Value | null | undefined, Value | null>

type OrganisationTable = {
  id: string
  slug: string
  name: string
  kind: OrganisationKind
  parent_id: string | null
  region_code: string | null
  source_key: string | null
  merged_into: Unfilled<string>
  began_on: Unfilled<string>
  ended_on: Unfilled<string>
}

type OrganisationHistoryTable = {
  id: string
  organisation_id: string
  change: 'renamed' | 'split' | 'merged' | 'moved' | 'closed'
  former_name: string | null
  successor_id: string | null
  valid_from: string
  source_id: string | null
  basis: Unfilled<string>
}

type AgencyManagementTable = {
  organisation_id: string
  year: number
  strategy: string | null
  decree_number: string | null
  decree_on: string | null
  decree_file_id: string | null
  team: string | null
  budget_rupiah: number | null
  revision: number
  updated_at: Date
}

/** Organisations, other names of them, and what became of them. */
export type OrganisationTables = {
  organisation: OrganisationTable
  organisation_alias: { name: string; organisation_id: string }
  organisation_history: OrganisationHistoryTable
  agency_management: AgencyManagementTable
  organisation_slug: { slug: string; organisation_id: string }
  organisation_move: { history_id: string; kind: MoveKind; record_id: string }
}
