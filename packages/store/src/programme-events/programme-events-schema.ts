import type { ProgrammeEventKind } from '@semai/domain/programme-events/programme-event'

/** Tables of what the programme itself did about innovations. */
export type ProgrammeEventTables = {
  programme_event: {
    id: string
    key: string
    kind: Exclude<ProgrammeEventKind, 'hub_invited' | 'hub_designated'>
    happened: string
    innovation_id: string
    organisation_id: string | null
    about_id: string | null
    about_en: string | null
    source_id: string
  }
}
