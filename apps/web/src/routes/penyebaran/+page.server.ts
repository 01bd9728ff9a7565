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

/** So many of the most widely spread are compared here; all are in the catalogue, in this order. */
const most = 24

export const load: PageServerLoad = async ({ url, locals: { db, actor, today } }) => {
  const asked = url.searchParams.get('inovasi')
  const [spreading, [chosen = null], regions, history] = await Promise.all([
    spreadingInnovations(db, actor, { most }),
    asked ? spreadingInnovations(db, actor, { most: 1, code: asked }) : [],
    regionPoints(db),
    provinceChanges(db),
  ])
  const shown = chosen ? [chosen.code] : spreading.map(({ code }) => code)
  const [claims, shownClaims, figures] = await Promise.all([
    chosen ? [] : nationalClaims(db, actor),
    nationalClaims(db, actor, shown),
    chosen ? publishedFigures(db, chosen.code) : [],
  ])
  const choices = { strength: strengthFilter(url), borders: bordersFilter(url) }
  const total = spreading[0]?.total ?? 0
  return { today, spreading, total, regions, claims, shownClaims, history, chosen, figures, ...choices }
}
