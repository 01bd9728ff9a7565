import { lastingBy } from '@semai/domain/continuity/lasting'
import { keptContinuity } from '@semai/store/continuity/kept-continuity'
import { categoriesOf } from '@semai/store/innovations/categories.queries'
import { reasonWords } from '@semai/store/reasons/reason-list'
import { publishedFigures, spreadingInnovations } from '@semai/store/spread/spread.queries'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ url, locals: { db, actor, lang, today } }) => {
  const asked = url.searchParams.get('inovasi')
  const by = lastingBy.find((one) => one === url.searchParams.get('menurut')) ?? 'place'
  const [chosen = null] = asked ? await spreadingInnovations(db, actor, { most: 1, code: asked }) : []
  const [picture, categories, reasons, figures] = await Promise.all([
    keptContinuity(db, actor, { by, today, innovation: chosen?.code ?? null }),
    categoriesOf(db),
    reasonWords(db, lang),
    publishedFigures(db, 'JIPPNas'),
  ])
  return { today, by, chosen, picture, categories, reasons, figures }
}
