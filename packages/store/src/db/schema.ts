import type { AnalysisTables } from '../analyses/analyses-schema.ts'
import type { ActionPlanTables } from '../action-plans/action-plans-schema.ts'
import type { ColumnType, Generated, Insertable } from 'kysely'
import type { Basis, Confidence, InnovationKind, Stage, Trigger } from '@semai/domain/innovations/innovation'
import type { AnswerWay } from '@semai/domain/innovations/still-running'
import type { Act, ClaimKind, Happening, Precision, StopReason } from '@semai/domain/claims/claim'
import type { RegionKind } from '@semai/domain/regions/region'
import type { AuditTables } from '../audit/audit-schema.ts'
import type { LifeTables } from '../innovations/life-schema.ts'
import type { BlueprintTables } from '../blueprints/schema.ts'
import type { ClaimByPeople, ClaimStepTable } from '../claims/claims-schema.ts'
import type { ComplaintTables } from '../complaints/complaints-schema.ts'
import type { CorrectionTables } from '../corrections/corrections-schema.ts'
import type { AttachmentTables } from '../attachments/attachments-schema.ts'
import type { ProgrammeEventTables } from '../programme-events/programme-events-schema.ts'
import type { DocumentTables } from '../documents/documents-schema.ts'
import type { DutyTables } from '../duties/duties-schema.ts'
import type { HubTables } from '../hubs/hubs-schema.ts'
import type { NeedTables } from '../needs/needs-schema.ts'
import type { NoticeTables } from '../notices/schema.ts'
import type { FileTables } from '../files/schema.ts'
import type { WritingTables } from '../innovations/writing-schema.ts'
import type { MentoringTables } from '../mentoring/mentoring-schema.ts'
import type { MonitoringTables } from '../monitoring/monitoring-schema.ts'
import type { PulseTables } from '../pulse/pulse-schema.ts'
import type { ReplicationTables } from '../replications/replications-schema.ts'
import type { FormTables } from '../replications/forms-schema.ts'
import type { RoundTables } from '../rounds/rounds-schema.ts'
import type { ScalingTables } from '../scaling/scaling-schema.ts'
import type { StudyVisitTables } from '../study-visits/study-visits-schema.ts'
import type { VoiceTables } from '../voices/voices-schema.ts'
import type { ReplyTables } from '../replies/replies-schema.ts'
import type { TokenTables } from '../tokens/tokens-schema.ts'
import type { ProposalTables } from '../proposals/schema.ts'
import type { OrganisationTables } from '../organisations/organisation-schema.ts'
import type { PeopleTables } from '../people/schema.ts'

/** A day without time, `YYYY-MM-DD`. */
export type Day = string

type AuditEventTable = {
  id: Generated<number>
  at: Date
  actor_id: string | null
  actor_label: string | null
  what: string
  subject_id: string
  detail: ColumnType<unknown, string, never>
}

type SourceTable = { id: string; name: string; url: string | null }

type ImportRunTable = {
  id: string
  kind: string
  file_name: string
  sha256: string
  rows_read: number
  created: number
  updated: number
  unchanged: number
  finished_at: Date
}

type RegionTable = {
  code: string
  kind: RegionKind
  name: string
  slug: string
  province_code: string
  has_government: boolean
  seat: string | null
  lat: number
  lon: number
  point_method: string
  point_check: 'ok' | 'weak'
}

type RegionHistoryTable = {
  id: string
  region_code: string
  former_province_code: string
  law: string
  valid_from: Day
}

type RegionAttributeTable = {
  region_code: string
  attribute: string
  value: number
  unit: string
  year: number
  source_id: string
}

type HubTable = {
  id: string
  region_code: string | null
  organisation_id: string | null
  year: number
  status: 'designated' | 'invited'
  source_id: string
}

type CategoryTable = { scheme: string; key: string; name_id: string; name_en: string; position: number }

type InnovationTable = {
  id: string
  code: string
  slug: string
  kind: InnovationKind
  name: string
  expansion: string | null
  summary: string | null
  problem: string | null
  basis: Basis
  confidence: Confidence | null
  organisation_id: string
  region_code: string | null
  province_code: string | null
  category_key: string | null
  stage: Stage | null
  trigger: Trigger | null
  is_digital: boolean | null
  started_from: Day | null
  started_to: Day | null
  started_year: ColumnType<number | null, never, never>
  start_unconfirmed: Generated<boolean>
  batched: Generated<boolean>
  last_confirmed_on: Day | null
  replicas: Generated<number>
  version: ColumnType<number | null, number | null | undefined, number | null>
  steward_id: ColumnType<string | null, string | null | undefined, string | null>
  confirmed_way: ColumnType<AnswerWay | null, AnswerWay | null | undefined, AnswerWay | null>
  merged_into: ColumnType<string | null, string | null | undefined, string | null>
  recorded_at: Date
  updated_at: Date
}

type InnovationFactTable = {
  id: string
  innovation_id: string
  field: string
  value: string
  basis: 'source' | 'general_knowledge'
  confidence: Confidence | null
  source_id: string
  stated_on: Day | null
  note: string | null
}

type InnovationAwardTable = {
  id: string
  innovation_id: string
  label: string
  competition: 'KIPP' | 'UNPSA' | 'PKRI' | 'IGA' | 'scaling_up' | 'other'
  year: number | null
  source_id: string
}

type PublishedFigureTable = {
  id: string
  subject: string
  measure: string
  value: number
  unit: string
  as_of: Day
  precision: 'day' | 'month' | 'year'
  source_id: string
  note: string | null
}

type ClaimTable = ClaimByPeople & {
  id: string
  source_key: string
  innovation_id: string
  organisation_id: string
  unit_id: string | null
  region_code: string
  local_name: string | null
  kind: ClaimKind
  happening: Happening
  earliest: Day | null
  latest: Day
  precision: Precision
  strength: Act
  valid_until: Day | null
  batch: string | null
  note: string | null
  source_id: string
  stopped_on: Day | null
  stop_reason: StopReason | null
  stop_reason_public: Generated<boolean>
  withdrawn_at: Date | null
  recorded_at: Date
  updated_at: Date
}

type ClaimActTable = {
  id: string
  claim_id: string
  act: Act
  organisation_id: string | null
  acted_on: Day | null
  source_id: string | null
  note: string | null
  ended_on: ColumnType<Day | null, Day | null | undefined, Day | null>
}

/** Every table of the base migrations, as the queries see it. Search adds its own in `search/schema.ts`. */
export type Schema = PeopleTables &
  OrganisationTables &
  FileTables &
  WritingTables &
  LifeTables &
  AuditTables &
  TokenTables &
  BlueprintTables &
  ComplaintTables &
  CorrectionTables &
  VoiceTables &
  AnalysisTables &
  ReplyTables &
  DocumentTables &
  ProgrammeEventTables &
  AttachmentTables &
  PulseTables &
  ReplicationTables &
  ProposalTables &
  NeedTables &
  NoticeTables &
  FormTables &
  ActionPlanTables &
  MonitoringTables &
  DutyTables &
  MentoringTables &
  HubTables &
  RoundTables &
  ScalingTables &
  StudyVisitTables & {
    audit_event: AuditEventTable
    source: SourceTable
    import_run: ImportRunTable
    region: RegionTable
    region_history: RegionHistoryTable
    region_attribute: RegionAttributeTable
    hub: HubTable
    category: CategoryTable
    innovation: InnovationTable
    innovation_fact: InnovationFactTable
    innovation_hidden_words: { innovation_id: string; words: string }
    innovation_alias: { innovation_id: string; name: string; source_id: string | null }
    innovation_identifier: {
      innovation_id: string
      scheme: 'JIPPNas' | 'SINOVIK' | 'IGA' | 'LAN' | 'other'
      value: string
      url: string | null
    }
    innovation_party: {
      innovation_id: string
      role: 'proposer' | 'sector_ministry' | 'partner'
      organisation_id: string
      source_id: string | null
    }
    innovation_award: InnovationAwardTable
    innovation_category: {
      innovation_id: string
      scheme: string
      key: string
      assigned_by: 'source' | 'editor'
    }
    innovation_sdg: { innovation_id: string; goal: number; source_id: string | null }
    innovation_link: {
      from_id: string
      to_id: string
      kind: 'instance_of' | 'predecessor_of' | 'duplicate_of' | 'related'
    }
    reason: {
      code: string
      label_id: string
      label_en: string
      position: number
      retired_at: Date | null
    }
    published_figure: PublishedFigureTable
    claim: ClaimTable
    claim_act: ClaimActTable
    claim_step: ClaimStepTable
  }

/** A row as it is inserted. */
export type NewRow<Table extends keyof Schema> = Insertable<Schema[Table]>
