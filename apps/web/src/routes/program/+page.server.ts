import { takesToScale } from '@semai/domain/scaling/scaling-programme'
import { programmeList } from '@semai/store/scaling/programme.queries'
import { allPublishedFigures, nationalClaims, spreadingInnovations } from '@semai/store/spread/spread.queries'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { db, actor, today } }) => {
  const [programmes, scaling, figures] = await Promise.all([
    spreadingInnovations(db, actor, { most: 100, kind: 'programme' }),
    programmeList(db, actor),
    allPublishedFigures(db),
  ])
  const claims = await nationalClaims(
    db,
    actor,
    programmes.map(({ code }) => code),
  )
  return { today, programmes, claims, scaling, figures, mayStart: takesToScale.allows(actor, null) }
}
