import { provinceChanges } from '@semai/store/regions/province-history.queries'
import {
  nationalClaims,
  publishedFigures,
  regionPoints,
  spreadingInnovations,
} from '@semai/store/spread/spread.queries'
import { bordersFilter } from '#lib/spread/borders.ts'
import { strengthFilter } from '#lib/spread/strength-filter.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ url, locals: { db, actor, today } }) => {
  const asked = url.searchParams.get('inovasi')
  const [spreading, regions, claims, history] = await Promise.all([
    spreadingInnovations(db, actor),
    regionPoints(db),
    nationalClaims(db, actor),
    provinceChanges(db),
  ])
  const chosen = spreading.find((row) => row.code === asked) ?? null
  const figures = chosen ? await publishedFigures(db, chosen.code) : []
  const choices = { strength: strengthFilter(url), borders: bordersFilter(url) }
  return { today, spreading, regions, claims, history, chosen, figures, ...choices }
}
