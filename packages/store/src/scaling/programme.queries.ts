import type { Actor } from '@semai/domain/people/actor'
import { sql } from 'kysely'
import type { Db } from '../db/transaction.ts'
import { innovationsOf, reachedOf, regionsOf, targetsOf, visibleProgrammes } from './programmes.ts'

export { programmeNamed } from './programmes.ts'
export type { ScalingProgramme } from './programmes.ts'

/**
 * Scaling-up programmes by address, by keyset, each with what it takes to scale, its targets and in how many regions that has a date;
 * those of one innovation where asked. At most `limit`. One query.
 */
export function programmeList(
  db: Db,
  actor: Actor,
  {
    after = null,
    limit = 100,
    innovation,
  }: { after?: string | null; limit?: number; innovation?: string } = {},
) {
  return visibleProgrammes(db, actor)
    .select(['p.slug', 'p.name', 'p.named_on as namedOn', 'o.name as owner', 'o.slug as ownerSlug'])
    .select([innovationsOf(db).as('innovations'), targetsOf(db).as('targets'), regionsOf(db).as('regions')])
    .select(reachedOf.as('reached'))
    .$if(after !== null, (query) => query.where('p.slug', '>', after!))
    .$if(innovation !== undefined, (query) =>
      query.where(
        sql<boolean>`exists (select from scaling_programme_innovation x
          where x.programme_id = p.id and x.innovation_id = ${innovation})`,
      ),
    )
    .orderBy('p.slug')
    .limit(limit)
    .execute()
}
/** A programme as lists show it. */
export type ProgrammeRow = Awaited<ReturnType<typeof programmeList>>[number]
