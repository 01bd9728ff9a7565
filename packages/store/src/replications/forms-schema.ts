import type { ComponentKind, Standing } from '@semai/domain/blueprints/blueprint'
import type { ComponentChange } from '@semai/domain/blueprints/blueprint-difference'
import type { ReplicationForm } from '@semai/domain/claims/claim'
import type { FormRule } from '@semai/domain/replications/form-rule'
import type { ColumnType } from 'kysely'

type Json<Value> = ColumnType<Value, string, never>

type ForkChangeTable = {
  blueprint_id: string
  version: number
  kind: ComponentKind
  key: string
  outcome: Exclude<ComponentChange['is'], 'kept'>
  standing: Standing
  at_stage: string
  planned: string
  decided_by: string
  what: string
  level: string
  nature: string
  core: string
  why: string
  words: string | null
}

/** As what somebody confirmed a declared form. */
export type Confirmer = 'mentor' | 'hub' | 'secretariat'

/** Tables of measured forms: rules, measurements, where forks took from and what they changed, and confirmations. */
export type FormTables = {
  form_rule: { version: string; rule: Json<FormRule>; in_force_from: Date }
  form_measurement: {
    blueprint_id: string
    version: number
    form: ReplicationForm | null
    kept: number | null
    changes: number
    declared_form: ReplicationForm | null
    reason: string | null
    rule: Json<FormRule>
    measured_at: Date
  }
  fork_origin: {
    blueprint_id: string
    version: number
    position: number
    origin_blueprint_id: string
    origin_version: number
  }
  fork_change: ForkChangeTable
  form_confirmation: {
    id: string
    replication_id: string
    form: ReplicationForm
    confirmed_by: string | null
    as_role: Confirmer
    confirmed_at: Date
  }
}
