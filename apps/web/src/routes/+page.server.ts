import {
  catalogueAtAGlance,
  latestBatches,
  scalingUp,
  stopsByReason,
} from '@semai/store/spread/glance.queries'
import {
  nationalClaims,
  publishedFigures,
  regionPoints,
  spreadingInnovations,
} from '@semai/store/spread/spread.queries'
import { leadingInnovation } from '#lib/spread/leading-innovation.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { db, actor, today } }) => {
  const [glance, spreading, regions, latest, scaling, portal, stops] = await Promise.all([
    catalogueAtAGlance(db, actor),
    spreadingInnovations(db, actor),
    regionPoints(db),
    latestBatches(db, actor, 5),
    scalingUp(db, actor),
    publishedFigures(db, 'JIPPNas'),
    stopsByReason(db, actor),
  ])
  const lead = leadingInnovation(spreading)
  const [claims, figures] = lead
    ? await Promise.all([nationalClaims(db, actor, lead.code), publishedFigures(db, lead.code)])
    : [[], []]
  return {
    night: true,
    today,
    glance,
    spreading,
    regions,
    latest,
    scaling,
    portal,
    stops,
    lead,
    claims,
    figures,
  }
}
