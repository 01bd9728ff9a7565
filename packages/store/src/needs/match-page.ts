import { matchedText } from '@semai/domain/needs/need.form'
import { emptySelection } from '@semai/domain/needs/selection'
import type { Actor } from '@semai/domain/people/actor'
import { dayIn } from '@semai/domain/time/clock'
import type { Db } from '../db/transaction.ts'
import { regionsLike } from '../regions/likely-regions.ts'
import { matchNeed } from './match.queries.ts'
import { needPage } from './need.queries.ts'
import { shownCandidates } from './selection.queries.ts'
import { originsSides } from '../study-visits/origins-side.ts'
import { earlierReplicas } from './earlier-replicas.queries.ts'
import { triedElsewhere } from './tried.queries.ts'

const shortlist = 8
const peers = 12

/**
 * A need with its shortlist: why each fits, who tried it, regions like this one that run it, what earlier replications took,
 * how ready and how busy the origin is; and the table in which the candidates are weighed, for who may see it. A constant
 * number of queries.
 * @throws Refusal not-found.
 */
export async function matchPage(
  db: Db,
  actor: Actor,
  { id, onlyTop, now }: { id: string; onlyTop: boolean; now: Date },
) {
  const need = await needPage(db, actor, { id, now })
  const [matches, regions, selection] = await Promise.all([
    matchNeed(db, actor, { text: matchedText(need.content), limit: shortlist, onlyTop }),
    need.regionCode === null ? [] : regionsLike(db, need.regionCode, peers),
    shownCandidates(db, actor, id),
  ])
  const innovationIds = matches.map((one) => one.innovationId)
  const today = dayIn(now)
  const [tried, ranges, origins] = await Promise.all([
    triedElsewhere(db, { innovationIds, regionCodes: regions.map(({ code }) => code), today }),
    earlierReplicas(db, innovationIds),
    originsSides(db, { innovationIds, today }),
  ])
  return {
    need,
    hasPeers: regions.length > 0,
    matches: matches.map((one) => ({
      ...one,
      tried: tried.get(one.innovationId) ?? null,
      ranges: ranges.get(one.innovationId) ?? [],
      origin: origins.get(one.innovationId) ?? null,
    })),
    selection: need.isOwn ? selection : { table: emptySelection, revision: 0, candidates: [] },
  }
}
export type MatchPage = Awaited<ReturnType<typeof matchPage>>
