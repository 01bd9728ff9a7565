import { stateNames, statesSeenBy } from '@semai/domain/lifecycle'
import { holdsForum, recommends } from '@semai/domain/replications/replication-parties'
import { replicationLifecycle } from '@semai/domain/replications/replication.lifecycle'
import { countReplications, replicationList } from '@semai/store/replications/replication-list.queries'
import { queuePlace } from '#lib/site/queue-place.ts'
import { writeCursor } from '#lib/site/text-cursor.ts'
import type { PageServerLoad } from './$types'

const states = stateNames(replicationLifecycle)
const publicStates = statesSeenBy(replicationLifecycle, 'public')

export const load: PageServerLoad = async ({ url, locals: { db, actor, today } }) => {
  const asked = url.searchParams
  const state = states.find((one) => one === asked.get('keadaan'))
  const isOwn = asked.has('milik')
  const filter = {
    states: state === undefined ? undefined : [state],
    innovationSlug: asked.get('inovasi') ?? undefined,
    organisationSlug: asked.get('instansi') ?? undefined,
    provinceCode: asked.get('provinsi') ?? undefined,
    regionCode: asked.get('daerah') ?? undefined,
    isOwn,
  }
  const place = queuePlace(url)
  const [{ rows, next }, counts] = await Promise.all([
    replicationList(db, actor, { filter, after: place && { movedAt: place.at, id: place.id } }),
    countReplications(db, actor, { ...filter, states: undefined }),
  ])
  return {
    rows,
    today,
    next: next && writeCursor([next.movedAt.toISOString(), next.id]),
    counts: states
      .filter((one) => publicStates.includes(one) || counts[one] > 0)
      .map((one) => ({ state: one, count: counts[one] })),
    state: state ?? null,
    isOwn,
    hasUnits: actor.grants.some(({ role }) => role === 'author' || role === 'local_admin' || role === 'head'),
    mayRecommend: recommends.allows(actor, null),
    mayHold: holdsForum.allows(actor, null),
  }
}
