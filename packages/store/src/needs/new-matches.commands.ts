import { fitOf } from '@semai/domain/needs/fit'
import { matchedText } from '@semai/domain/needs/need.form'
import type { NeedContent } from '@semai/domain/needs/need.form'
import { publicActor } from '@semai/domain/people/actor'
import type { Db } from '../db/transaction.ts'
import { inTransaction } from '../db/transaction.ts'
import { visibleInnovations } from '../innovations/visible.ts'
import { notify } from '../notices/notify.ts'
import { ownedColumns } from '../organisations/owner-path.ts'
import { catalogueMatcher } from './match-sources.queries.ts'
import { namesOfNeed, othersOfNeed } from './need-news.ts'
import { visibleNeeds } from './visible-needs.ts'

const atOnce = 200

/**
 * Whoever has a need that nothing answered, or guides them, was told of the innovation recorded since then that fits best,
 * where it fits strongly; once of each. Once a day is enough. A few queries for every 200 needs, and one for each that is
 * told.
 * @returns for how many needs something fits.
 */
export async function tellOfNewMatches(db: Db, now: Date): Promise<number> {
  const matcher = await catalogueMatcher(db)
  if (matcher === null) return 0
  let fitting = 0
  for (let after: string | null = null; ;) {
    const needs = await unmetNeeds(db, after)
    const fresh = await recordedSince(db, needs)
    for (const need of fresh.length > 0 ? needs : []) {
      const since = new Map(
        fresh.flatMap((one) => (one.recordedAt > need.movedAt ? [[one.id, one.name]] : [])),
      )
      const [best] = matcher.match(matchedText(need.content), { limit: 1, among: (id) => since.has(id) })
      if (best === undefined || fitOf(best.score) !== 'strong') continue
      fitting += 1
      const detail = { ...namesOfNeed(need), innovation: since.get(best.id)! }
      const once = `need matched ${need.id} ${best.id}`
      await inTransaction(db, async (db) => {
        const to = await othersOfNeed(db, { need, actor: null, now })
        await notify(db, { kind: 'need_matched', detail, to, at: now, once })
      })
    }
    if (needs.length < atOnce) return fitting
    after = needs.at(-1)!.id
  }
}

type Unmet = {
  id: string
  title: string
  organisation: string
  content: NeedContent
  movedAt: Date
  ownerPath: string[]
  provinceCode: string | null
}

function unmetNeeds(db: Db, after: string | null): Promise<Unmet[]> {
  return visibleNeeds(db, publicActor)
    .select(['n.id', 'n.title', 'n.content', 'n.moved_at as movedAt', 'o.name as organisation'])
    .select(ownedColumns)
    .where('n.state', '=', 'unmet')
    .$if(after !== null, (query) => query.where('n.id', '>', after!))
    .orderBy('n.id')
    .limit(atOnce)
    .execute()
}

/** What was recorded after the earliest of these needs was said to have no answer. */
async function recordedSince(db: Db, needs: readonly Unmet[]) {
  if (needs.length === 0) return []
  const earliest = needs.reduce(
    (least, { movedAt }) => (movedAt < least ? movedAt : least),
    needs[0]!.movedAt,
  )
  return visibleInnovations(db, publicActor)
    .select(['i.id', 'i.name', 'i.recorded_at as recordedAt'])
    .where('i.kind', '=', 'innovation')
    .where('i.recorded_at', '>', earliest)
    .execute()
}
