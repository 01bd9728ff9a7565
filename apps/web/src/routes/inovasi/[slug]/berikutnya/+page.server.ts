import { standingOf } from '@semai/domain/analyses/next-adopters'
import { keptAnalysis } from '@semai/store/analyses/analysis.queries'
import { nextRegions } from '@semai/store/analyses/next-adopter.queries'
import { openInnovationName } from '@semai/store/exchange/innovation-records.queries'
import { page } from '#lib/server/answer.ts'
import { afterRank, nextSize } from '#lib/adopters/next-page.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = ({ params: { slug }, url, locals: { db, actor } }) =>
  page(async () => {
    const innovation = { ...(await openInnovationName(db, actor, { slug })), slug }
    const { answer, ...kept } = await keptAnalysis(db, 'next_adopters')
    const after = afterRank(url)
    if (!answer || !kept.inputs) return { innovation, kept, after, ranking: null, rows: [], total: 0 }
    const none = { adopted: 0, batched: 0 }
    const { adopted, batched } = answer.innovations.find((one) => one.innovation === innovation.code) ?? none
    const standing = standingOf({ adopted, batched }, answer.eligible)
    const ranking = {
      adopted,
      batched,
      standing,
      use: answer.use,
      day: answer.day,
      aboveLots: answer.aboveLots,
    }
    const asked = { inputs: kept.inputs, innovation: innovation.code, after, limit: nextSize }
    return { innovation, kept, after, ranking, ...(await nextRegions(db, asked)) }
  })
