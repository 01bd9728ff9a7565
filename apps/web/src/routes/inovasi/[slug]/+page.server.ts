import { innovationPage, originsOf } from '@semai/store/innovations/innovation-page.queries'
import { similarInnovations } from '@semai/store/search/similar.queries'
import { claimsOf, publishedFigures, regionPoints } from '@semai/store/spread/spread.queries'
import { page } from '#lib/server/answer.ts'
import { strengthFilter } from '#lib/spread/strength-filter.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = ({ params, url, locals: { db, actor, today } }) =>
  page(async () => {
    const innovation = await innovationPage(db, actor, params.slug)
    const [claims, regions, figures, similar] = await Promise.all([
      claimsOf(db, actor, innovation.id),
      regionPoints(db),
      publishedFigures(db, innovation.code),
      similarInnovations(db, actor, { code: innovation.code, limit: 6 }),
    ])
    const origins = await originsOf(
      db,
      actor,
      similar.map((other) => other.id),
    )
    return { innovation, claims, regions, figures, similar, origins, today, strength: strengthFilter(url) }
  })
