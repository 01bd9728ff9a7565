import {
  nationalClaims,
  publishedFigures,
  regionPoints,
  spreadingInnovations,
} from '@semai/store/spread/spread.queries'
import { strengthFilter } from '#lib/spread/strength-filter.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ url, locals: { db, actor, today } }) => {
  const asked = url.searchParams.get('inovasi')
  const [spreading, regions, claims] = await Promise.all([
    spreadingInnovations(db, actor),
    regionPoints(db),
    nationalClaims(db, actor),
  ])
  const chosen = spreading.find((row) => row.code === asked) ?? null
  const figures = chosen ? await publishedFigures(db, chosen.code) : []
  return { today, spreading, regions, claims, chosen, figures, strength: strengthFilter(url) }
}
