import type { Actor } from '@semai/domain/people/actor'
import { sql } from 'kysely'
import { likeText } from '../db/like-text.ts'
import type { Db } from '../db/transaction.ts'
import { visibleInnovations } from '../innovations/visible.ts'
import { visibleClaims } from '../spread/visible-claims.ts'

/** What a reader asks of the list; `after` is the last row of the page before. */
type Asked = { text?: string; kind?: string; after?: { name: string; id: string }; limit?: number }

/**
 * One page of organisations that created or run something, or whose name matches `text`; by name, by keyset.
 * Without `text` organisations with nothing to show are left out.
 */
export async function organisationList(db: Db, actor: Actor, { text, kind, after, limit = 50 }: Asked) {
  const rows = await countedOrganisations(db, actor)
    .where('o.ended_on', 'is', null)
    .$if(text !== undefined, (query) => query.where('o.name', 'ilike', `%${likeText(text!)}%`))
    .$if(text === undefined, (query) =>
      query.where((eb) =>
        eb.or([
          eb.exists(createdByIt(db, actor).select('i.id')),
          eb.exists(claimedByIt(db, actor).select('c.id')),
        ]),
      ),
    )
    .$if(kind !== undefined, (query) => query.where(sql<boolean>`o.kind = ${kind}`))
    .$if(after !== undefined, (query) =>
      query.where((eb) => eb(eb.refTuple('o.name', 'o.id'), '>', eb.tuple(after!.name, after!.id))),
    )
    .orderBy('o.name')
    .orderBy('o.id')
    .limit(limit + 1)
    .execute()
  return { rows: rows.slice(0, limit), next: rows.length > limit ? rows[limit - 1]! : null }
}

/** Organisations with how many innovations they created and how many different ones they claim to run. */
function countedOrganisations(db: Db, actor: Actor) {
  return db
    .selectFrom('organisation as o')
    .leftJoin('organisation as p', 'p.id', 'o.parent_id')
    .leftJoin('region as r', 'r.code', 'o.region_code')
    .select(['o.id', 'o.name', 'o.slug', 'o.kind', 'p.name as parent'])
    .select(['r.name as region', 'r.slug as regionSlug'])
    .select([
      createdByIt(db, actor)
        .select((eb) => eb.fn.countAll<number>().as('n'))
        .as('created'),
      claimedByIt(db, actor)
        .select((eb) => eb.fn.count<number>('c.innovation_id').distinct().as('n'))
        .as('claimed'),
    ])
}

function createdByIt(db: Db, actor: Actor) {
  return visibleInnovations(db, actor).where(sql<boolean>`i.organisation_id = o.id`)
}

function claimedByIt(db: Db, actor: Actor) {
  return visibleClaims(db, actor).where(sql<boolean>`c.organisation_id = o.id`)
}
