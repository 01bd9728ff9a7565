import type { Actor } from '@semai/domain/people/actor'
import type { ProgrammeEventKind } from '@semai/domain/programme-events/programme-event'
import { sql } from 'kysely'
import type { Db } from '../db/transaction.ts'
import { programmeEvents } from './programme-events.ts'

/** Which events: all, those of an innovation, or those of a region and of what was created there. */
export type EventsOf = { innovationCode?: string; regionCode?: string }

/**
 * What the programme itself did, the latest first; hubs with the decrees that named them among it. One query; at most 500.
 */
export async function programmeEventList(
  db: Db,
  actor: Actor,
  { innovationCode, regionCode }: EventsOf = {},
) {
  return programmeEvents(db, actor)
    .$if(innovationCode !== undefined, (query) => query.where('e.innovationCode', '=', innovationCode!))
    .$if(regionCode !== undefined, (query) =>
      query.where(
        sql<boolean>`(e."regionCode" = ${regionCode} or e."placeCode" = ${regionCode} or left(e."placeCode", 2) = ${regionCode})`,
      ),
    )
    .orderBy('e.happened', 'desc')
    .orderBy('e.key')
    .limit(500)
    .execute()
}
export type ProgrammeEvent = Awaited<ReturnType<typeof programmeEventList>>[number]
export type { ProgrammeEventKind }
