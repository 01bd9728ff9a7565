import {
  catalogueAtAGlance,
  latestBatches,
  scalingUp,
  stopsByReason,
} from '@semai/store/spread/glance.queries'
import { reasonWords } from '@semai/store/reasons/reason-list'
import {
  nationalClaims,
  publishedFigures,
  regionPoints,
  spreadingInnovations,
} from '@semai/store/spread/spread.queries'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { db, actor, today, lang } }) => {
  const [glance, [lead = null], programmes, regions, latest, scaling, portal, stops, reasons] =
    await Promise.all([
      catalogueAtAGlance(db, actor),
      spreadingInnovations(db, actor, { most: 1 }),
      spreadingInnovations(db, actor, { most: 12, kind: 'programme' }),
      regionPoints(db),
      latestBatches(db, actor, 5),
      scalingUp(db, actor),
      publishedFigures(db, 'JIPPNas'),
      stopsByReason(db, actor),
      reasonWords(db, lang),
    ])
  const [claims, figures] = lead
    ? await Promise.all([nationalClaims(db, actor, [lead.code]), publishedFigures(db, lead.code)])
    : [[], []]
  return {
    night: true,
    today,
    glance,
    programmes,
    regions,
    latest,
    scaling,
    portal,
    stops,
    reasons,
    lead,
    claims,
    figures,
  }
}
