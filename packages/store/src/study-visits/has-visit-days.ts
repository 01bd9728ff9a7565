import { sql } from 'kysely'

/**
 * True in SQL where the host of innovation `i` ever opened a day for study visits or said whether it receives anyone: then
 * its page of them tells something.
 */
export const hasVisitDays = sql<boolean>`(exists (select 1 from study_visit_slot slot where slot.innovation_id = i.id)
  or exists (select 1 from host_statement said where said.innovation_id = i.id))`
