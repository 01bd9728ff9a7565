import { scalingUp } from '@semai/store/spread/glance.queries'
import { allPublishedFigures, nationalClaims, spreadingInnovations } from '@semai/store/spread/spread.queries'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { db, actor, today } }) => {
  const [spreading, claims, scaling, figures] = await Promise.all([
    spreadingInnovations(db, actor),
    nationalClaims(db, actor),
    scalingUp(db, actor),
    allPublishedFigures(db),
  ])
  return { today, programmes: spreading.filter((row) => row.kind === 'programme'), claims, scaling, figures }
}
