import { boardRegion } from '@semai/store/boards/region-board.queries'
import { hasNextInnovations } from '@semai/store/analyses/next-adopter.queries'
import { programmeEventList } from '@semai/store/programme-events/programme-event.queries'
import { neighbourClaims } from '@semai/store/regions/neighbours.queries'
import { regionsLike } from '@semai/store/regions/peers.queries'
import { sharedHistory } from '@semai/store/regions/shared-history.queries'
import { createdIn, regionPage, regionsOfProvince } from '@semai/store/regions/region-page.queries'
import { promisesOf } from '@semai/store/replications/promises.queries'
import { claimsIn } from '@semai/store/spread/spread.queries'
import { page } from '#lib/server/answer.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = ({ params, locals: { db, actor, today } }) =>
  page(async () => {
    const region = await regionPage(db, params.slug)
    const [created, claims, like, neighbours, parts, promises, events, board, hasNext] = await Promise.all([
      createdIn(db, actor, region.code),
      claimsIn(db, actor, region.code),
      regionsLike(db, region.code),
      neighbourClaims(db, actor, region.code),
      regionsOfProvince(db, actor, region.provinceCode),
      promisesOf(db, { regionCode: region.code }),
      programmeEventList(db, actor, { regionCode: region.code }),
      actor.personId === null ? null : boardRegion(db, actor, params.slug),
      hasNextInnovations(db, region.code),
    ])
    const readsBoard = board?.readsBoard ?? false
    const likeCodes = like.map(({ code }) => code)
    const history = likeCodes.length > 0 ? await sharedHistory(db, actor, region.code, likeCodes) : null
    const known = { created, claims, like, history, neighbours, parts, promises, events }
    return { region, ...known, readsBoard, hasNext, today }
  })
