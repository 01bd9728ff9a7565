import type { ProposalAspect, ProposalContent } from '@semai/domain/proposals/proposal-form'
import type { ColumnType } from 'kysely'

type Json<Value> = ColumnType<Value, string, string>

/** Tables of proposals: forms as data, and the working texts laid out by them. */
export type ProposalTables = {
  proposal_form: {
    key: string
    name_id: string
    name_en: string
    source: string
    aspects: Json<ProposalAspect[]>
    is_offered: boolean
  }
  proposal_edit: {
    id: string
    innovation_id: string
    form_key: string
    content: Json<ProposalContent>
    revision: ColumnType<number, number | undefined, number>
    started_by: string | null
    started_at: Date
    saved_by: string | null
    saved_at: Date
  }
  proposal_edit_copy: {
    id: string
    edit_id: string
    content: Json<ProposalContent>
    revision: number
    person_id: string | null
    saved_at: Date
    taken_at: Date | null
  }
  proposal_edit_presence: { edit_id: string; person_id: string; seen_at: Date }
}
