import { keptAnalysis } from '@semai/store/analyses/analysis.queries'
import { nextInnovations } from '@semai/store/analyses/next-adopter.queries'
import { regionPage } from '@semai/store/regions/region-page.queries'
import { page } from '#lib/server/answer.ts'
import { afterRank, nextSize } from '#lib/adopters/next-page.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = ({ params, url, locals: { db, actor } }) =>
  page(async () => {
    const { code, name, slug } = await regionPage(db, params.slug)
    const { answer, ...kept } = await keptAnalysis(db, 'next_adopters')
    const after = afterRank(url)
    const asked = { inputs: kept.inputs ?? '', region: code, after, limit: nextSize }
    const { rows, total } = await nextInnovations(db, actor, asked)
    const ranking = answer && { use: answer.use, day: answer.day, aboveLots: answer.aboveLots }
    return { region: { name, slug }, kept, after, ranking, rows, total }
  })
